//! How the owner begins, what success is for them, and what they try.

use super::deeds::sent;
use super::{again, date, integer, list, nullable, object, or_null, outlook, page, text};
use kithwork_core::facts::Hindrance;
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    let because = json!({ "enum": Hindrance::ALL.map(Hindrance::name) });
    let mut given = because.clone();
    if let Some(names) = given["enum"].as_array_mut() {
        names.push(Value::Null);
    }
    json!({
        "Start": object(&json!({
            "answers": list(&object(&json!({ "because": because, "says": text() }))),
            "because": given, "title": nullable("string"), "says": nullable("string"),
            "steps": list(&step()),
        })),
        "StartIn": sent(&json!({ "because": given }), &[]),
        "Close": object(&json!({
            "on": date(), "quiet_days": nullable("integer"),
            "unsaid": list(&object(&json!({
                "conversation": text(), "kind": text(), "on": date(), "people": list(&text()),
                "names": list(&text()),
            }))),
            "unnoted": list(&object(&json!({ "room": text(), "name": text(), "on": date() }))),
            "promises": list(&object(&json!({
                "promise": text(), "person": text(), "name": text(), "what": text(),
                "due_on": or_null(&date()),
            }))),
            "kept": list(&object(&json!({ "note": text(), "on": date(), "words": text() }))),
            "planned": integer(),
            "thanks": or_null(&object(&json!({
                "person": text(), "name": text(), "what": text(), "on": date(), "fact": text(),
                "is_decided": { "type": "boolean" },
            }))),
        })),
        "Aims": page(&json!({
            "aims": list(&outlook::aim()),
            "without_aim": list(&outlook::loose_end()),
        })),
        "AimIn": sent(&json!({
            "what": text(), "kind": { "enum": [
                "revenue", "referrals", "collaborators", "learning", "belonging", "variety", "help",
                null,
            ] },
            "as_varied_as": { "type": ["integer", "null"], "minimum": 2, "maximum": 50 },
            "review_on": { "type": ["string", "null"], "format": "date" },
            "people": list(&text()), "without": list(&text()), "close": { "type": "boolean" },
            "end": { "enum": ["reached", "given_up", "closed"] },
        }), &["what"]),
        "Experiments": page(&json!({
            "experiments": list(&outlook::experiment()), "again": again(),
            "past": list(&object(&json!({
                "aim": text(), "what": text(), "code": text(), "began": nullable("string"),
                "ended": date(), "threshold": { "type": "number" },
                "before": nullable("number"), "during": nullable("number"),
            }))),
        })),
        "ExperimentIn": sent(&json!({
            "code": text(), "what": nullable("string"),
            "from": date(), "until": date(),
        }), &["code"]),
    })
}

fn step() -> Value {
    object(&json!({
        "day": integer(), "what": text(), "why": text(), "minutes": integer(),
        "done": { "type": ["boolean", "null"] },
        "place": { "enum": [
            "files", "hours", "week", "business", "about_me", "aims", "trial", "note", "profile",
            "pitch", "person", "groups",
        ] },
    }))
}
