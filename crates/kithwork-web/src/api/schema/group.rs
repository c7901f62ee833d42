//! Groups: all of them, one of them, what is sent about one.

use super::deeds::sent;
use super::{
    about_me, date, integer, interval, list, nullable, object, one, or_null, page, room, text,
};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    let line = object(&json!({
        "id": text(), "figures": room(), "funnel": or_null(&one("Cohort")),
        "rating": or_null(&about_me::rated_room()),
    }));
    let minutes = json!({ "type": ["integer", "null"], "minimum": 0, "maximum": 1440 });
    let part = json!({ "type": "integer", "minimum": 0, "maximum": 4 });
    json!({
        "Groups": page(&json!({ "groups": list(&line) })),
        "Group": group(),
        "Cohort": cohort(),
        "GroupIn": sent(&json!({
            "kind": or_null(&kind()), "cadence": or_null(&cadence()),
            "meeting_minutes": minutes, "travel_minutes": minutes,
            "annual_fee": or_null(&one("Money")), "fee_per_meeting": or_null(&one("Money")),
            "joined_on": or_null(&date()), "left_on": or_null(&date()),
            "absences_allowed": nullable("integer"), "absence_window_days": nullable("integer"),
            "substitute_allowed": nullable("boolean"), "notes": nullable("string"),
        }), &[]),
        "SameIn": sent(&json!({ "as": text() }), &["as"]),
        "Found": object(&json!({
            "people": integer(), "sat_with": integer(), "set_aside": integer(),
            "groups": list(&object(&json!({
                "id": text(), "name": text(), "meetings": integer(), "since": or_null(&date()),
                "may_be_misread": { "type": "boolean" },
            }))),
        })),
        "RatingIn": sent(&json!({ "ethos": part, "fit": part, "cost": part, "notes": text() }), &[]),
    })
}

/// The people met in one room, and how far they came.
pub(super) fn cohort() -> Value {
    let step = one("Step");
    object(&json!({
        "room": nullable("string"), "name": text(), "met": integer(), "followed_up": step,
        "one_to_one": step, "understood": step, "referred": step,
    }))
}

fn group() -> Value {
    let amount = or_null(&object(&json!({
        "currency": nullable("string"), "minor": integer(),
    })));
    let whole = || nullable("integer");
    object(&json!({
        "change": nullable("string"),
        "group": object(&json!({
            "id": text(), "name": text(), "kind": or_null(&kind()), "cadence": or_null(&cadence()),
            "meeting_minutes": whole(), "travel_minutes": whole(), "annual_fee": amount,
            "fee_per_meeting": amount, "joined_on": nullable("string"),
            "left_on": nullable("string"), "absences_allowed": whole(),
            "absence_window_days": whole(), "substitute_allowed": nullable("boolean"),
            "notes": nullable("string"),
        })),
        "figures": or_null(&room()),
        "funnel": or_null(&one("Cohort")),
        "faces": object(&json!({
            "new": integer(), "known": integer(), "interval": interval(), "says": text(),
        })),
        "attendance": or_null(&object(&json!({
            "allowed": integer(), "window_days": integer(), "missed": integer(),
            "substitute": { "type": "boolean" },
        }))),
        "rating": or_null(&about_me::rated_room()),
        "people": list(&object(&json!({
            "person": text(), "name": text(), "times": integer(), "last_on": date(),
        }))),
        "coming": list(&held()), "held": list(&held()),
    }))
}

fn held() -> Value {
    object(&json!({
        "meeting": text(), "on": date(), "starts": nullable("string"), "talked_to": integer(),
        "is_debriefed": { "type": "boolean" },
    }))
}

fn kind() -> Value {
    json!({ "enum": ["breakfast", "lunch", "evening", "online", "conference", "association"] })
}

fn cadence() -> Value {
    json!({ "enum": ["weekly", "fortnightly", "monthly", "once"] })
}
