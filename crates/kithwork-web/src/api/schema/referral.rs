//! Work passed on to the owner, as documents.

use super::deeds::{kind, sent};
use super::{date, integer, list, nullable, object, one, or_null, page, text};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    let status =
        json!({ "enum": ["open", "contacted", "met", "proposed", "won", "lost", "no_fit"] });
    let amount = object(&json!({ "currency": nullable("string"), "minor": integer() }));
    json!({
        "Referrals": page(&json!({ "referrals": list(&one("Referral")) })),
        "Referral": object(&json!({
            "id": text(), "prospect": nullable("string"), "person": text(), "name": text(),
            "met_at": nullable("string"), "on": nullable("string"), "status": status,
            "since": nullable("string"), "value": or_null(&amount),
            "thanked_on": nullable("string"),
        })),
        "ReferralThanked": sent(&json!({ "on": date(), "by": kind() }), &[]),
        "ReferralStep": sent(&json!({ "status": status, "on": date() }), &["status"]),
    })
}
