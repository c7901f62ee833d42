//! Who may come in, as documents.

use super::deeds::sent;
use super::{integer, list, nullable, object, page, text};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    json!({
        "Devices": page(&json!({ "devices": list(&object(&json!({
            "id": text(), "name": text(), "paired_at": text(), "seen_at": nullable("string"),
            "is_this": { "type": "boolean" },
        }))) })),
        "Tokens": page(&json!({ "tokens": list(&token()) })),
        "TokenMade": object(&json!({ "token": token(), "secret": text() })),
        "Pairing": object(&json!({ "address": text(), "code": text(), "until": text() })),
        "TokenIn": sent(&json!({
            "name": text(), "scope": scope(), "days": integer(),
        }), &["name", "scope"]),
        "PasswordIn": sent(&json!({ "password": text() }), &["password"]),
    })
}

fn token() -> Value {
    object(&json!({
        "id": text(), "name": text(), "scope": scope(), "made_at": text(),
        "until": nullable("string"), "seen_at": nullable("string"),
    }))
}

fn scope() -> Value {
    json!({ "enum": ["read", "write", "all"] })
}
