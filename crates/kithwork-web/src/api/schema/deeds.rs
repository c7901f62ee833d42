//! What is sent to do something, and what is answered.

use super::{date, integer, list, nullable, object, one, or_null, page, text};
use kithwork_core::plan::length::LENGTHS;
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    let id = text();
    json!({
        "Done": object(&json!({ "change": nullable("string") })),
        "Undo": object(&json!({ "undid": id, "was": text(), "on": date() })),
        "Changes": object(&json!({ "changes": list(&past()), "next": nullable("integer") })),
        "NoteIn": sent(&json!({ "text": text(), "on": date(), "meeting": id }), &["text"]),
        "Note": note(),
        "Question": object(&json!({
            "id": id,
            "asks": {
                "enum": ["same-person", "what-is-this", "who-is-this", "who-there", "which-room"],
            },
            "about": list(&text()), "count": integer(), "choices": list(&text()),
            "needs_name": { "type": "boolean" },
            "because": nullable("string"),
        })),
        "Questions": page(&json!({ "questions": list(&one("Question")), "more": integer() })),
        "Talked": talked(),
        "AnswerIn": sent(&json!({ "choice": text(), "name": text() }), &["choice"]),
        "MergeIn": sent(&json!({ "other": id }), &["other"]),
        "Promises": sent(&json!({ "promises": list(&id) }), &["promises"]),
        "TalkIn": talk(),
        "LogIn": sent(&log(), &[]),
        "AskIn": asked(),
        "PutOffIn": sent(&json!({ "people": list(&id), "weeks": integer() }), &["people", "weeks"]),
        "TimeIn": sent(&json!({
            "on": date(), "starts": { "type": "string", "format": "time" }, "minutes": integer(),
        }), &["on"]),
        "HelpIn": sent(&json!({
            "person": id, "direction": { "enum": ["given", "received"] },
            "kind": { "enum": ["introduction", "referral", "advice", "experience", "idea", "resource",
                               "testimonial", "support", "invitation"] },
            "about": text(), "on": date(), "asked": { "type": "boolean" },
        }), &["person", "direction", "kind"]),
        "IntroductionIn": sent(&json!({ "people": list(&id) }), &["people"]),
    })
}

/// A document that is sent: some of its fields must be there, and no others may.
pub(super) fn sent(properties: &Value, required: &[&str]) -> Value {
    json!({ "type": "object", "required": required, "properties": properties,
            "additionalProperties": false })
}

fn talked() -> Value {
    let whole = || nullable("integer");
    let words = || nullable("string");
    let amount = object(&json!({ "currency": words(), "minor": integer() }));
    object(&json!({
        "id": text(), "kind": kind(), "on": date(), "starts": words(), "people": list(&text()),
        "minutes": whole(), "travel_minutes": whole(), "prep_minutes": whole(),
        "cost": or_null(&amount),
        "objective": words(), "objective_met": words(), "they_know_me": whole(),
        "stage": text(), "notes": words(), "they_learned": words(), "i_learned": words(),
        "energy": whole(), "offered": list(&text()), "instead_of": or_null(&instead_of()),
    }))
}

/// What is asked for: how long, the times offered, and the meeting whose place it could take.
fn asked() -> Value {
    let time = json!({ "type": "string", "format": "date-time-local" });
    let minutes =
        json!({ "type": "integer", "minimum": LENGTHS.start(), "maximum": LENGTHS.end() });
    let fields = json!({
        "people": list(&text()), "kind": kind(), "minutes": minutes, "offered": list(&time),
        "instead_of": instead_of(),
    });
    sent(&fields, &["people"])
}

/// One meeting of a group.
pub(super) fn instead_of() -> Value {
    sent(&json!({ "room": text(), "on": date() }), &["room", "on"])
}

fn talk() -> Value {
    let mut fields = log();
    fields["people"] = list(&text());
    sent(&fields, &["people"])
}

fn log() -> Value {
    json!({
        "on": date(), "kind": kind(), "minutes": integer(), "travel_minutes": integer(),
        "prep_minutes": integer(), "objective": text(),
        "cost": object(&json!({ "currency": nullable("string"), "minor": { "type": "integer", "minimum": 0 } })),
        "objective_met": { "enum": ["yes", "partly", "no"] }, "they_know_me": integer(),
        "they_learned": text(), "i_learned": text(), "notes": text(),
        "energy": { "type": "integer", "minimum": 1, "maximum": 5 },
    })
}

pub(super) fn kind() -> Value {
    json!({ "enum": ["one_to_one", "small_group", "call", "video", "email", "message", "letter",
                     "social"] })
}

fn past() -> Value {
    object(&json!({
        "id": text(), "seq": integer(), "was": text(), "at": text(), "on": nullable("string"),
        "undoes": nullable("string"), "undone": { "type": "boolean" }, "rows": integer(),
    }))
}

fn note() -> Value {
    // Which fields an understood fact has depends on its kind.
    let understood = json!({ "type": "object", "required": ["kind"], "properties": {
        "kind": text(), "date": date(), "minutes": integer(), "travel_minutes": integer(),
        "prep_minutes": integer(), "people": list(&text()),
        "person": text(), "group": text(), "channel": text(), "direction": text(), "what": text(),
        "due_on": date(), "value": one("Money"), "cost": one("Money"), "energy": integer(),
    } });
    let mut note = object(&json!({
        "change": text(), "understood": list(&understood), "created_people": list(&text()),
        "unclear": list(&text()),
    }));
    note["properties"]["created_groups"] = list(&text());
    note["properties"]["again"] = json!({ "type": "boolean" });
    note
}
