//! People as documents.

use super::about_me;
use super::deeds::sent;
use super::{care, date, explanation, integer, list, nullable, object, or_null, text};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    json!({
        "People": object(&json!({ "people": list(&object(&json!({
            "id": text(), "name": text(), "organisation": nullable("string"),
            "level": nullable("integer"), "state": nullable("string"), "last": nullable("string"),
            "matched": list(&text()),
        }))), "next": nullable("string") })),
        "Person": person(),
        "PersonIn": sent(&json!({
            "name": text(), "emails": list(&text()), "phones": list(&text()),
            "organisation": text(), "role": text(), "sector": text(), "city": text(),
            "met_on": or_null(&date()), "what_they_do": text(), "who_they_serve": text(),
            "looking_for": text(), "notes": text(), "set_aside": { "type": "boolean" },
            "do_not_contact": { "type": "boolean" }, "knows_what_i_do": integer(),
            "trust": integer(), "i_would_refer": integer(),
        }), &[]),
        "ObjectiveIn": sent(&json!({ "objective": text() }), &["objective"]),
        "Sheet": object(&json!({
            "name": text(), "organisation": nullable("string"), "level": nullable("string"),
            "since": nullable("string"), "met_at": nullable("string"), "last": nullable("string"),
            "objective": nullable("string"), "goals": list(&text()), "about_them": list(&text()),
            "last_time": list(&object(&json!({ "of": text(), "words": text() }))),
            "looking_for": list(&text()), "my_promises": list(&text()),
            "their_promises": list(&text()), "opening": list(&text()), "explains": nullable("string"),
            "said": list(&text()), "bring": list(&text()), "questions": list(&text()),
            "halves": list(&object(&json!({
                "whose": { "enum": ["theirs", "mine"] }, "minutes": integer(),
                "starts": nullable("string"), "ends": nullable("string"), "asks": text(),
            }))), "do_not_contact": { "type": "boolean" },
        })),
    })
}

/// The steps of the ninety days after a first meeting.
fn opening() -> Value {
    let kinds = ["line", "useful", "sit_down", "pick_up", "say_back"];
    list(&object(&json!({
        "by": date(), "now_by": nullable("string"), "kind": { "enum": kinds }, "says": text(), "because": nullable("string"),
        "is_done": { "type": "boolean" },
    })))
}

fn person() -> Value {
    let readiness = object(&json!({
        "trust": nullable("integer"), "understanding": nullable("integer"),
        "understood_by": nullable("string"),
        "opportunity": nullable("integer"), "value": nullable("integer"),
        "next": nullable("string"), "says": text(), "facts": list(&text()),
    }));
    object(&json!({
        "id": text(), "name": text(), "organisation": nullable("string"),
        "role": nullable("string"), "emails": list(&text()), "phones": list(&text()),
        "sector": nullable("string"), "city": nullable("string"), "met_on": nullable("string"),
        "met_at": nullable("string"), "introduced_by": nullable("string"),
        "what_they_do": nullable("string"), "who_they_serve": nullable("string"),
        "looking_for": nullable("string"), "care": or_null(&care()), "care_on": nullable("string"),
        "notes": nullable("string"), "tags": list(&text()), "set_aside": { "type": "boolean" },
        "do_not_contact": { "type": "boolean" }, "level": nullable("integer"),
        "label": nullable("string"), "since": nullable("string"), "state": nullable("string"),
        "evidence": list(&object(&json!({ "says": text(), "facts": list(&text()) }))),
        "alive": nullable("number"), "alive_explanation": or_null(&explanation()),
        "readiness": or_null(&readiness),
        "explains": or_null(&about_me::explains()), "opening": or_null(&opening()),
        "said": list(&about_me::said_words()),
        "help": list(&object(&json!({
            "person": text(), "name": text(), "month": nullable("string"), "given": integer(),
            "received": integer(),
        }))),
        "timeline": list(&object(&json!({
            "id": text(), "kind": text(), "on": nullable("string"), "says": text(),
        }))),
        "next_step": text(),
    }))
}
