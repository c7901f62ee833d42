//! The owner's minute and profile as documents.

use super::about_me::{recall, triggers};
use super::deeds::sent;
use super::{date, integer, list, merged, nullable, object, or_null, text};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    json!({
        "Pitch": desk(),
        "Rehearsal": object(&rehearsal()),
        "Profile": object(&json!({
            "name": nullable("string"), "helps": nullable("string"),
            "excels_at": nullable("string"), "differs_by": nullable("string"),
            "targets": list(&text()),
            "missing": list(&object(&json!({ "part": text(), "asks": text() }))),
            "triggers": triggers(), "agreement": recall(),
        })),
        "PitchIn": sent(&json!({
            "version": text(), "text": nullable("string"),
            "beside_competitor": nullable("string"), "why": why(),
        }), &["version"]),
        "DeleteIn": sent(&json!({ "why": or_null(&why()) }), &[]),
        "QuickIn": sent(&json!({
            "version": text(), "helps": text(), "before": text(), "after": text(), "ask": text(),
        }), &[]),
        "RehearseIn": sent(&json!({ "version": text(), "text": text(), "pace": integer() }), &[]),
        "ChooseIn": sent(&json!({
            "version": text(), "meeting": text(), "room": text(), "on": date(), "ready": { "type": "boolean" },
            "no_competitor": { "type": "boolean" }, "why": why(),
        }), &["version"]),
        "GaveIn": sent(&json!({
            "version": text(), "room": text(), "on": date(), "prepared": { "type": "boolean" },
            "changed": { "type": "boolean" }, "why": why(),
        }), &["version", "room"]),
        "ProfileIn": sent(&json!({
            "helps": text(), "excels_at": text(), "differs_by": text(),
        }), &[]),
        "TriggerIn": sent(&json!({ "what": text() }), &["what"]),
    })
}

/// What has other fields in each state.
fn one_of(properties: &Value) -> Value {
    json!({ "type": "object", "required": ["state"], "properties": properties })
}

fn why() -> Value {
    json!({ "enum": ["competitor", "heard_a_need", "news", "less_time", "known_already",
                     "not_prepared", "tired", "other"] })
}

/// How long words take and what they ask for.
fn rehearsal() -> Value {
    let ask = one_of(&json!({
        "state": { "enum": ["missing", "vague", "specific"] }, "sentence": text(),
        "names": list(&text()),
    }));
    json!({
        "version": nullable("string"), "words": integer(), "pace": integer(),
        "is_own_pace": { "type": "boolean" }, "seconds": integer(),
        "length": { "enum": ["empty", "under", "right", "over"] }, "spare": integer(), "ask": ask,
        "says": text(), "ask_says": text(),
    })
}

fn desk() -> Value {
    let next = object(&json!({ "room": text(), "name": text(), "on": date() }));
    let focus = object(&json!({
        "version": nullable("string"), "says": text(), "fact": nullable("string"),
    }));
    let used = object(&json!({
        "version": text(), "text": nullable("string"), "given": integer(),
        "last_on": nullable("string"), "meetings_since": nullable("integer"),
    }));
    let told = object(&json!({
        "person": text(), "name": text(),
        "heard": list(&object(&json!({ "version": text(), "on": date() }))),
    }));
    let unsaid = object(&json!({
        "meeting": text(), "room": text(), "on": date(), "version": text(),
    }));
    object(&json!({
        "next": or_null(&next), "focus": focus, "versions": list(&used), "told": list(&told),
        "coming": or_null(&coming()), "further": list(&coming()), "written": list(&written()), "unsaid": list(&unsaid),
        "changes": changes(), "words_per_minute": nullable("integer"),
        "lock_hours": nullable("integer"),
    }))
}

fn coming() -> Value {
    let lock = object(&json!({
        "from": text(), "until": text(), "knows_start": { "type": "boolean" },
    }));
    object(&json!({
        "meeting": text(), "room": text(), "on": date(), "ready": { "enum": ["nothing", "chosen", "ready"] },
        "version": nullable("string"),
        "lacks": list(&json!({ "enum": ["version", "words", "beside_competitor"] })),
        "hints": list(&text()), "lock": or_null(&lock), "is_locked": { "type": "boolean" },
        "changed_why": or_null(&why()),
    }))
}

fn written() -> Value {
    let emphasis = one_of(&json!({
        "state": { "enum": ["same", "emphasis", "other_story"] }, "new": list(&text()),
    }));
    let own = json!({
        "id": text(), "text": nullable("string"), "beside_competitor": nullable("string"),
        "emphasis": or_null(&emphasis),
    });
    object(&merged(own, rehearsal()))
}

fn changes() -> Value {
    let reason = object(&json!({ "reason": why(), "says": text(), "times": integer() }));
    object(&json!({
        "minutes": integer(), "as_prepared": integer(), "changed": integer(), "left_out": integer(), "unprepared": integer(), "reasons": list(&reason),
        "without": integer(), "facts": list(&text()), "says": text(),
    }))
}
