//! The parts of the review that look ahead, and at what waits.

use super::{
    date, explanation, integer, interval, list, nullable, number, object, one, or_null, per_hour,
    text,
};
use serde_json::{Value, json};

pub(super) fn experiment() -> Value {
    object(&json!({
        "aim": text(), "what": text(), "code": text(), "began": nullable("string"),
        "ends": nullable("string"), "threshold": number(), "stops": text(), "before": nullable("number"), "now": nullable("number"),
        "stands": { "enum": ["running", "reached", "time-is-up"] }, "says": text(),
    }))
}

pub(super) fn practice() -> Value {
    object(&json!({
        "step": text(), "took": integer(), "of": integer(), "sound": number(), "task": text(),
        "says": text(),
    }))
}

/// How far last week's plan was carried out.
pub(super) fn last_week() -> Value {
    let minutes = object(&json!({ "meeting": integer(), "nurture": integer() }));
    object(&json!({
        "week": date(), "planned": integer(), "done": integer(), "share": nullable("number"),
        "planned_minutes": minutes, "spent_minutes": minutes,
        "items": list(&object(&json!({
            "kind": text(), "people": list(&text()), "room": nullable("string"),
            "done": { "type": "boolean" }, "why": nullable("string"),
            "here_again": { "type": "boolean" },
        }))),
        "unnoted": list(&text()),
    }))
}

/// Hours, and what they count for by now.
pub(super) fn exposure() -> Value {
    object(&json!({
        "hours": number(), "effective_hours": number(), "share": nullable("number"),
        "half_after_weeks": number(), "says": text(), "explanation": explanation(),
    }))
}

/// How long people take from a first one-to-one to their first referral.
pub(super) fn first_referral() -> Value {
    object(&json!({
        "people": integer(), "referred": integer(), "median_weeks": nullable("number"),
        "by": list(&object(&json!({
            "weeks": number(), "low": number(), "share": number(), "high": number(),
        }))),
        "ever": nullable("number"), "learned": { "type": "boolean" }, "says": text(),
        "explanation": explanation(),
    }))
}

/// Help both ways by kind, and what comes round.
pub(super) fn giving() -> Value {
    object(&json!({
        "kinds": list(&object(&json!({
            "kind": text(), "given": integer(), "received": integer(),
        }))),
        "ways": list(&object(&json!({
            "way": { "enum": ["expertise", "experience", "ideas", "support", "contacts"] },
            "given": integer(), "received": integer(),
        }))),
        "giving_share": { "type": ["array", "null"], "items": number() },
        "circles": list(&object(&json!({ "people": list(&text()), "says": text() }))),
        "introductions_among": integer(),
        "position": object(&json!({
            "state": { "enum": ["too-few", "too-little-known", "known"] },
            "known": nullable("integer"), "pairs": nullable("integer"),
            "constraint": nullable("number"), "effective_size": nullable("number"),
            "efficiency": nullable("number"),
        })),
    }))
}

pub(super) fn signal() -> Value {
    object(&json!({
        "weeks": integer(), "meetings": integer(), "hours": integer(),
        "second_meetings": integer(), "introductions": integer(), "referrals": integer(),
        "at_groups": integer(), "business": integer(), "undated": integer(), "still_possible": nullable("number"),
        "verdict": { "enum": [
            "not-tried", "too-briefly", "nothing-showed", "tried-without-business",
            "something-shows",
        ] },
        "says": text(),
    }))
}

pub(super) fn quarter() -> Value {
    object(&json!({
        "from": date(), "to": date(), "minutes": integer(), "due_hours": number(),
        "referrals": integer(), "less_than_before": nullable("number"), "says": text(),
        "judgement": text(),
    }))
}

pub(super) fn expectation() -> Value {
    object(&json!({
        "from_months": integer(), "to_months": nullable("integer"), "people": integer(),
        "referred": integer(), "interval": interval(), "mature": number(), "says": text(),
    }))
}

pub(super) fn channel() -> Value {
    object(&json!({
        "beside_networking": or_null(&object(&json!({
            "verdict": { "enum": ["better", "worse", "not-enough-data"] }, "chance": number(),
            "more_results": nullable("integer"), "more_hours": nullable("integer"), "says": text(),
        }))),
        "name": nullable("string"), "minutes": integer(), "cost": one("Money"),
        "is_cost_told": { "type": "boolean" },
        "events": integer(), "value": one("Money"), "unvalued": integer(),
        "is_told": { "type": "boolean" }, "return_per_hour": per_hour(),
        "marginal": per_hour(),
    }))
}

pub(super) fn climb() -> Value {
    object(&json!({
        "from": integer(), "people": integer(), "went_on": integer(),
        "still": integer(), "undated": integer(),
        "too_few": { "type": "boolean" },
        "median_days": nullable("number"),
        "interval_days": list(&nullable("number")), "one_to_ones": nullable("number"),
        "help": nullable("number"),
    }))
}

pub(super) fn balance() -> Value {
    object(&json!({
        "asked": integer(), "gave": integer(), "share": nullable("number"),
        "interval": interval(), "says": text(),
    }))
}

pub(super) fn help_curve() -> Value {
    object(&json!({
        "people": integer(), "returned": integer(),
        "points": list(&object(&json!({
            "weeks": number(), "share": number(), "interval": interval(),
        }))),
        "mature": { "type": "boolean" }, "says": text(),
    }))
}

pub(super) fn loose_end() -> Value {
    object(&json!({
        "person": text(), "name": text(), "on": nullable("string"), "times": nullable("integer"),
        "says": text(),
    }))
}

pub(super) fn loose_ends() -> Value {
    let end = loose_end();
    object(&json!({
        "undecided": list(&end), "never_outside": list(&end), "too_recent": integer(),
        "without_aim": list(&end),
    }))
}

pub(super) fn aim() -> Value {
    object(&json!({
        "aim": text(), "what": text(), "kind": text(), "set_on": nullable("string"),
        "review_on": nullable("string"), "is_open_ended": { "type": "boolean" },
        "as_varied_as": nullable("integer"), "stands": text(),
        "is_due": { "type": "boolean" }, "people": integer(), "who": list(&text()),
        "progress": list(&object(&json!({
            "sign": text(), "count": nullable("integer"), "before": nullable("integer"),
        }))),
        "asks": text(),
    }))
}

/// What is made together.
pub(super) fn project() -> Value {
    object(&json!({
        "project": text(), "what": text(),
        "kind": { "enum": ["event", "pitch", "product", "article", "client", "other"] },
        "begun_on": nullable("string"), "ended_on": nullable("string"),
        "outcome": nullable("string"), "who": list(&text()),
    }))
}

/// What staying in a room takes and may bring.
pub(super) fn leaving() -> Value {
    object(&json!({
        "weeks": integer(), "meetings": nullable("integer"), "minutes": nullable("integer"),
        "still_to_pay": one("Money"), "own_time": or_null(&one("Money")),
        "next_fee": or_null(&object(&json!({
            "amount": one("Money"), "on": nullable("string"), "counted": integer(), "says": text(),
        }))),
        "may_bring": { "type": ["array", "null"], "items": integer() },
        "fees_known": { "type": "boolean" }, "comes_anyway": integer(), "says": text(),
    }))
}
