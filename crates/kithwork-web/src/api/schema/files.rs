//! What the owner brings and tells.

use super::deeds::sent;
use super::{date, integer, list, nullable, object, one, or_null, text};
use kithwork_core::facts::{BusinessSource, Hindrance, Locale};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    let amount = json!({ "type": ["string", "null"], "examples": ["62.50"] });
    json!({
        "Files": { "type": "object", "required": ["files"], "properties": {
            "files": { "type": "array", "items": { "type": "string", "format": "binary" } },
        } },
        "Import": object(&json!({
            "files": list(&file()), "questions": integer(), "change": nullable("string"),
        })),
        "LinkIn": sent(&json!({ "address": text(), "name": nullable("string") }), &["address"]),
        "Calendar": calendar(),
        "Calendars": object(&json!({ "calendars": list(&one("Calendar")) })),
        "ClientsIn": sent(&json!({ "clients": list(&client()) }), &["clients"]),
        "ChannelIn": sent(&json!({
            "channel": text(), "on": or_null(&date()), "minutes": nullable("integer"),
            "cost": or_null(&sum()), "leads": nullable("integer"),
            "sales": nullable("integer"), "value": or_null(&sum()),
        }), &["channel"]),
        "Settings": settings(),
        "SettingsIn": sent(&json!({
            "hourly_rate": amount, "currency": nullable("string"),
            "hours_per_week": nullable("integer"), "monthly_need": amount, "weekly_spend": amount,
            "words_per_minute": nullable("integer"), "lock_hours": nullable("integer"),
            "locale": nullable("string"), "matters_most": room_part(), "targets": list(&text()), "names": list(&text()), "emails": list(&text()),
        }), &[]),
    })
}

fn file() -> Value {
    object(&json!({
        "path": text(), "kind": text(), "read": integer(), "created": integer(),
        "updated": integer(), "unchanged": integer(), "set_aside": integer(),
        "vanished": integer(),
        "refused": list(&object(&json!({
            "line": nullable("integer"), "record": nullable("integer"), "reason": text(),
            "hint": text(),
        }))),
        "ignored_columns": list(&text()),
    }))
}

fn calendar() -> Value {
    object(&json!({
        "id": text(), "name": text(), "host": text(), "read_at": nullable("string"),
    }))
}

fn sum() -> Value {
    object(&json!({ "currency": nullable("string"), "minor": integer() }))
}

fn client() -> Value {
    let kind = serde_json::to_value([
        BusinessSource::Referral,
        BusinessSource::Group,
        BusinessSource::Channel,
        BusinessSource::Direct,
        BusinessSource::Repeat,
    ]);
    let mut kinds = kind.unwrap_or_default();
    if let Some(kinds) = kinds.as_array_mut() {
        kinds.push(Value::Null);
    }
    sent(
        &json!({
            "client": text(), "kind": { "enum": kinds }, "from": nullable("string"),
            "worth": or_null(&sum()),
            "won_on": or_null(&date()), "referral": nullable("string"),
        }),
        &["client"],
    )
}

/// What can matter most about a group; null where all parts count alike.
fn room_part() -> Value {
    json!({ "enum": ["ethos", "fit", "cost", null] })
}

fn settings() -> Value {
    let money = or_null(&one("Money"));
    let mut hindrances = json!(Hindrance::ALL.map(Hindrance::name));
    if let Some(all) = hindrances.as_array_mut() {
        all.push(Value::Null);
    }
    let words = nullable("string");
    object(&json!({
        "names": list(&text()), "emails": list(&text()), "zone": text(), "region": text(),
        "currency": words, "hours_per_week": nullable("integer"), "hourly_rate": money,
        "monthly_need": money, "weekly_spend": money, "targets": list(&text()),
        "level_names": list(&text()), "helps": words, "excels_at": words, "differs_by": words,
        "hindrance": { "enum": hindrances }, "words_per_minute": nullable("integer"),
        "lock_hours": nullable("integer"), "locale": { "enum": Locale::ALL.map(Locale::name) },
        "matters_most": room_part(),
    }))
}
