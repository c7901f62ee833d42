//! Meetings, before, during and after; and what the review tells of them.

use super::deeds::sent;
use super::{date, integer, interval, list, nullable, object, one, or_null, page, text};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    json!({
        "Agenda": page(&json!({
            "now": or_null(&one("Slot")), "coming": list(&one("Slot")),
            "waiting": list(&one("Slot")), "later": list(&one("Slot")),
            "entered": list(&one("Slot")),
        })),
        "Slot": object(&json!({
            "meeting": text(), "room": text(), "name": text(), "on": date(),
            "starts": nullable("string"), "takes_notes": takes_notes(),
        })),
        "Evening": object(&json!({ "change": nullable("string"), "evening": evening() })),
        "MeetingIn": sent(&json!({
            "group": text(), "on": date(), "starts": time(), "minutes": integer(),
            "may_be_new": yes(),
        }), &["group"]),
        "EveningIn": sent(&json!({
            "goal": text(), "goal_met": or_null(&met()), "first_time": yes(),
            "nerves_before": or_null(&score()), "nerves_after": or_null(&score()),
            "energy": or_null(&score()), "pitch": nullable("string"),
            "minute": { "enum": ["prepared", "changed", "skipped"] },
            "pitch_changed_why": or_null(&reason()), "debriefed": yes(), "starts": time(),
            "minutes": nullable("integer"), "travel_minutes": nullable("integer"),
            "prep_minutes": nullable("integer"), "cost": or_null(&one("Money")),
        }), &[]),
    })
}

fn evening() -> Value {
    object(&json!({
        "meeting": text(), "room": text(), "name": text(), "on": date(),
        "starts": nullable("string"), "minutes": nullable("integer"),
        "stage": { "enum": ["before", "during", "after"] }, "takes_notes": takes_notes(),
        "goal": object(&json!({
            "says": text(), "is_usual": yes(), "heard_from": integer(), "met": nullable("boolean"),
        })),
        "first_time": or_null(&object(&json!({
            "is_said": yes(), "checklist": list(&text()), "openers": list(&text()), "exit": text(),
        }))),
        "could_help": list(&object(&json!({
            "person": text(), "name": text(), "says": text(), "fact": text(),
        }))),
        "to_meet": list(&object(&json!({ "person": text(), "name": text(), "says": text() }))),
        "there": list(&object(&json!({
            "person": text(), "name": text(), "times": integer(), "last_on": nullable("string"),
            "looks_for": nullable("string"),
        }))),
        "pitch": object(&json!({
            "version": nullable("string"), "says": text(), "fact": nullable("string"),
        })),
        "talked_to": list(&talked_to()),
        "own": own(),
        "usual": object(&spent()),
    }))
}

fn takes_notes() -> Value {
    object(&json!({ "from": text(), "until": text() }))
}

fn talked_to() -> Value {
    object(&json!({
        "person": text(), "name": text(), "is_new": yes(),
        "needs": list(&object(&json!({
            "fact": text(), "what": text(), "idea": nullable("string"),
        }))),
        "promises": list(&object(&json!({
            "fact": text(), "what": text(), "due_on": nullable("string"),
            "done_on": nullable("string"),
        }))),
    }))
}

/// What a meeting takes: its length, the way, the cost.
fn spent() -> Value {
    let amount = object(&json!({ "currency": nullable("string"), "minor": integer() }));
    json!({
        "minutes": nullable("integer"), "travel_minutes": nullable("integer"),
        "cost": or_null(&amount),
    })
}

fn own() -> Value {
    let amount = object(&json!({ "currency": nullable("string"), "minor": integer() }));
    object(&json!({
        "minutes": nullable("integer"), "travel_minutes": nullable("integer"),
        "prep_minutes": nullable("integer"), "cost": or_null(&amount),
        "nerves_before": nullable("integer"), "nerves_after": nullable("integer"),
        "energy": nullable("integer"), "pitch": nullable("string"),
        "pitch_prepared": nullable("boolean"), "pitch_changed": nullable("boolean"),
        "pitch_skipped": nullable("boolean"), "pitch_changed_why": or_null(&reason()),
        "goal_met": or_null(&met()), "debriefed_on": nullable("string"),
    }))
}

/// What the review tells of the evenings that were looked back on.
pub(super) fn evenings() -> Value {
    let ends = json!({ "type": ["array", "null"], "items": integer() });
    object(&json!({
        "debriefed": integer(), "without_need": integer(), "needs_heard": integer(),
        "goal": object(&json!({
            "met": integer(), "of": integer(), "open": integer(), "share": nullable("number"),
            "interval": interval(), "says": text(),
        })),
        "minute": object(&json!({
            "as_prepared": integer(), "changed": integer(), "skipped": integer(),
        })),
        "nerves": or_null(&object(&json!({
            "each": list(&object(&json!({
                "meeting": text(), "room": text(), "name": text(), "on": date(),
                "before": nullable("integer"), "after": nullable("integer"),
            }))),
            "trend": or_null(&object(&json!({ "before": ends, "after": ends }))),
            "says": text(),
        }))),
        "facts": list(&text()),
    }))
}

fn yes() -> Value {
    json!({ "type": "boolean" })
}

fn time() -> Value {
    json!({ "type": "string", "format": "time" })
}

fn score() -> Value {
    json!({ "type": "integer", "minimum": 1, "maximum": 5 })
}

fn met() -> Value {
    json!({ "enum": ["yes", "partly", "no"] })
}

fn reason() -> Value {
    json!({ "enum": ["competitor", "not_prepared", "tired", "known_already", "heard_a_need", "news", "less_time", "other"] })
}
