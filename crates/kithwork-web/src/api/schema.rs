//! The documents' schemas (JSON Schema 2020-12). A test holds each against a real document: no
//! field of either may be missing in the other.

mod about_me;
mod access;
mod aims;
mod deeds;
mod evening;
mod files;
mod giving;
mod group;
mod lists;
mod outlook;
mod people;
mod pitch;
mod referral;

use serde_json::{Value, json};

/// All schemas by name.
pub(crate) fn schemas() -> Value {
    let all = [
        deeds::all(),
        people::all(),
        lists::all(),
        aims::all(),
        about_me::all(),
        files::all(),
        evening::all(),
        group::all(),
        pitch::all(),
        giving::all(),
        access::all(),
        referral::all(),
    ];
    all.into_iter().fold(documents(), merged)
}

/// A document of which one page is shown: its fields, and after what the next page begins.
fn page(properties: &Value) -> Value {
    let mut fields = properties.clone();
    fields["next"] = nullable("string");
    object(&fields)
}

fn documents() -> Value {
    json!({
        "Review": review(),
        "Plan": plan(),
        "Money": object(&json!({ "currency": text(), "minor": integer() })),
        "Minutes": object(&json!({
            "meeting_minutes": nullable("integer"), "nurture_minutes": nullable("integer"),
            "prep_minutes": nullable("integer"),
        })),
        "Step": object(&json!({
            "took": integer(), "of": integer(), "too_recent": integer(), "interval": interval(),
        })),
        "Decision": object(&json!({ "care": care(), "people": list(&text()) })),
        "Triaged": object(&json!({
            "change": nullable("string"), "care": care(), "on": date(),
            "people": list(&object(&json!({ "id": text(), "name": text() }))), "waiting": integer(),
        })),
        "Problem": problem(),
    })
}

fn review() -> Value {
    object(&merged(review_so_far(), review_outlook()))
}

/// Two lots of properties as one.
fn merged(one: Value, other: Value) -> Value {
    let lots = [one, other].into_iter().filter_map(|lot| match lot {
        Value::Object(properties) => Some(properties),
        _ => None,
    });
    Value::Object(lots.flatten().collect())
}

/// What lies ahead, and what waits.
fn review_outlook() -> Value {
    json!({
        "again": again(),
        "experiments": list(&outlook::experiment()),
        "practice": or_null(&outlook::practice()),
        "figures": figures(),
        "exposure": outlook::exposure(),
        "giving": outlook::giving(),
        "signal": outlook::signal(),
        "trends": list(&outlook::quarter()),
        "expectations": list(&outlook::expectation()),
        "channels": list(&outlook::channel()),
        "pipeline": object(&json!({
            "open": integer(), "value": list(&one("Money")), "won": integer(),
        })),
        "advocates": object(&json!({
            "people": integer(), "champions": integer(), "warm": integer(), "ready": integer(),
            "who": list(&text()),
        })),
        "first_referral": or_null(&outlook::first_referral()),
        "climbs": list(&outlook::climb()),
        "balance": outlook::balance(),
        "help_curve": outlook::help_curve(),
        "recall": about_me::recall(),
        "evenings": evening::evenings(),
        "triggers": about_me::triggers(),
        "said": list(&about_me::said_by()),
        "rated_rooms": list(&about_me::rated_room()),
        "loose_ends": outlook::loose_ends(),
        "aims": list(&outlook::aim()),
        "projects": list(&outlook::project()),
    })
}

fn again() -> Value {
    or_null(&object(&json!({
        "codes": list(&text()), "since": date(), "similarity": number(),
        "meant": list(&text()), "says": text(),
        "trying": list(&object(&json!({
            "aim": text(), "what": text(), "since": nullable("string"),
        }))),
        "offers": list(&object(&json!({ "code": text(), "says": text(), "try": text() }))),
    })))
}

fn depth_share() -> Value {
    let lately = object(&json!({ "weeks": integer(), "value": nullable("number") }));
    object(&json!({ "weeks": integer(), "value": nullable("number"), "lately": lately }))
}

fn review_so_far() -> Value {
    json!({
        "as_of": date(),
        "period": object(&json!({ "from": date(), "to": date() })),
        "totals": totals(),
        "time": object(&json!({
            "all": one("Minutes"), "period": one("Minutes"),
            "depth_share": depth_share(),
        })),
        "rooms": list(&room()),
        "business_by_origin": list(&object(&json!({
            "kind": { "enum": ["room", "introduction", "channel", "direct", "repeat", "unknown"] },
            "name": text(), "currency": text(), "minor": integer(),
        }))),
        "findings": list(&finding()),
        "together": object(&json!({
            "judged": integer(), "expected_by_chance": number(), "false_share": number(),
            "seen": integer(), "standing": integer(),
        })),
        "levels": object(&json!({
            "people": list(&integer()), "warm": list(&integer()), "worth": number(),
            "names": list(&about_me::level_name()),
        })),
        "funnel": funnel(),
        "delays": object(&json!({
            "people": integer(), "heard": integer(), "median_days": nullable("number"),
            "within_a_week": nullable("number"), "within_two_weeks": nullable("number"),
            "within_four_weeks": nullable("number"), "four_weeks_interval": interval(),
        })),
        "keeping": object(&json!({
            "promises": integer(), "kept": integer(), "median_days": nullable("number"),
        })),
        "pull_back": list(&object(&json!({
            "person": text(), "name": text(), "last": nullable("string"), "room": nullable("string"),
            "next_step": text(),
        }))),
        "halves": or_null(&about_me::halves()),
        "objectives": { "anyOf": [{ "type": "null" }, object(&json!({
            "one_to_ones": integer(), "with_objective": integer(), "met": integer(),
            "open": integer(),
        }))] },
        "help": list(&object(&json!({
            "person": text(), "name": text(), "month": nullable("string"), "given": integer(),
            "received": integer(),
        }))),
        "costs": costs(),
        "credit": list(&credit()),
        "sources": sources(),
        "variety": list(&object(&json!({
            "axis": { "enum": ["sector", "city"] }, "people": integer(), "unknown": integer(),
            "blau": number(), "equal_kinds": number(), "aim": nullable("integer"), "is_enough": { "type": "boolean" },
            "kinds": list(&json!({ "type": "array", "prefixItems": [text(), integer()] })),
        }))),
        "yields": list(&object(&json!({
            "occasions": text(), "results": text(), "of": integer(), "count": integer(),
            "undated": integer(), "interval": interval(), "below_one_sided": nullable("number"),
            "below_two_sided": nullable("number"),
        }))),
    })
}

fn funnel() -> Value {
    let step = one("Step");
    object(&json!({
        "followed_up": step, "one_to_one": step, "understood": step, "referred": step,
        "cohorts": list(&one("Cohort")),
    }))
}

fn costs() -> Value {
    let money = list(&one("Money"));
    object(&json!({
        "days": integer(), "memberships": money, "meetings": money, "with_people": money,
        "minutes": integer(), "own_time": { "anyOf": [{ "type": "null" }, object(&json!({
            "currency": text(), "minor": integer(),
        }))] },
        "total": money, "per_week": money,
    }))
}

fn credit() -> Value {
    let money = one("Money");
    object(&json!({
        "kind": { "enum": [
            "room", "person", "channel", "direct", "repeat", "anonymous", "unknown",
        ] },
        "name": text(), "person": nullable("string"), "room": nullable("string"),
        "headline": money, "origin": money, "closer": money, "low": money, "high": money,
        "says": text(), "facts": list(&text()), "explanation": explanation(),
    }))
}

fn sources() -> Value {
    object(&json!({
        "deals": integer(),
        "people": list(&object(&json!({
            "person": text(), "name": text(), "deals": integer(), "value": list(&one("Money")),
            "facts": list(&text()),
        }))),
        "top_three": nullable("number"), "equal_sources": nullable("number"), "says": text(),
    }))
}

/// The two ends of an interval, or nothing.
fn interval() -> Value {
    json!({ "type": ["array", "null"], "items": number() })
}

fn totals() -> Value {
    object(&json!({
        "people": integer(), "set_aside": integer(), "meetings": integer(),
        "one_to_ones": integer(), "interactions": integer(), "help_given": integer(),
        "introductions": integer(), "referrals_received": integer(), "passed_on": integer(), "promises": integer(),
        "promises_overdue": integer(), "business": list(&one("Money")),
    }))
}

fn room() -> Value {
    object(&json!({
        "name": text(), "meetings": integer(), "minutes": integer(), "people_met": integer(),
        "one_to_ones": nullable("integer"), "referrals": nullable("integer"),
        "business_origin": { "type": ["array", "null"], "items": one("Money") },
        "return_per_hour": list(&per_hour()),
        "leaving": or_null(&outlook::leaving()),
        "fit": or_null(&object(&json!({
            "fitting": integer(), "of": integer(), "interval": interval(),
            "state": { "enum": ["seen", "not-seen", "not-enough-data"] }, "says": text(),
        }))),
    }))
}

/// An amount of money has its currency, and no other number has.
fn input() -> Value {
    object(&json!({
        "name": text(), "value": number(), "unit": text(), "currency": nullable("string"),
        "origin": { "enum": ["counted", "reckoned", "learned", "published", "judgement"] },
    }))
}

fn explanation() -> Value {
    object(&json!({
        "formula": text(), "says": text(),
        "inputs": list(&input()),
        "facts": list(&text()), "would_change": text(),
    }))
}

fn per_hour() -> Value {
    object(&json!({
        "currency": text(), "low": nullable("integer"), "median": nullable("integer"),
        "high": nullable("integer"), "state": { "enum": ["measured", "not-enough-data"] },
    }))
}

fn or_null(of: &Value) -> Value {
    json!({ "anyOf": [{ "type": "null" }, of] })
}

fn finding() -> Value {
    object(&json!({
        "code": text(), "state": { "enum": ["seen", "not-seen", "not-enough-data"] },
        "measure": nullable("number"), "low": nullable("number"), "high": nullable("number"),
        "threshold": { "type": "number" }, "numerator": nullable("integer"),
        "denominator": nullable("integer"), "facts": list(&text()), "says": text(), "try": text(),
        "evidence": object(&json!({
            "speaks_for": text(), "speaks_against": text(), "missing": text(),
        })),
        "by_chance": nullable("number"), "stands": { "type": "boolean" },
        "explanation": or_null(&explanation()),
    }))
}

fn plan() -> Value {
    object(&json!({
        "week": date(), "hours": { "type": "number" }, "hours_are_assumed": { "type": "boolean" },
        "minutes": object(&json!({ "meeting": integer(), "nurture": nurture_minutes() })),
        "expected_referrals": { "anyOf": [{ "type": "null" }, object(&json!({
            "low": { "type": "number" }, "median": { "type": "number" },
            "high": { "type": "number" },
        }))] },
        "half_costs": { "type": "number" },
        "items": list(&item()),
        "as_usual": list(&item()),
        "remarks": list(&text()),
        "figures": figures(),
        "last_week": or_null(&outlook::last_week()),
        "practice": or_null(&outlook::practice()),
    }))
}

fn item() -> Value {
    object(&json!({
        "kind": { "enum": [
            "one_to_one", "small_group", "call", "message", "meeting", "promise", "introduction",
            "help", "revive", "prepare_pitch",
        ] },
        "people": list(&text()), "room": nullable("string"), "minutes": integer(),
        "together_minutes": nullable("integer"),
        "status": { "enum": ["agreed", "invite", "do"] }, "start": nullable("string"),
        "could_replace": nullable("string"), "value": { "type": "number" },
        "because": list(&text()), "bring": list(&text()),
        "offer": list(&text()), "explanation": explanation(),
    }))
}

fn figures() -> Value {
    list(&object(&json!({ "at": text(), "explanation": explanation() })))
}

fn care() -> Value {
    json!({ "enum": kithwork_core::facts::Care::ALL.map(kithwork_core::facts::Care::name) })
}

fn problem() -> Value {
    json!({
        "type": "object", "required": ["type", "title", "status"],
        "properties": {
            "type": text(), "title": text(), "status": integer(), "detail": text(),
            "errors": list(&object(&json!({ "detail": text(), "pointer": text() }))),
            "later": text(), "now": {}, "sent": {},
        },
    })
}

fn object(properties: &Value) -> Value {
    let names: Vec<&String> = properties.as_object().into_iter().flat_map(|p| p.keys()).collect();
    json!({ "type": "object", "required": names, "properties": properties })
}

fn list(of: &Value) -> Value {
    json!({ "type": "array", "items": of })
}

fn one(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn date() -> Value {
    json!({ "type": "string", "format": "date" })
}

/// More than the items add up to: what was asked for this week holds its time until there is an answer.
fn nurture_minutes() -> Value {
    json!({
        "type": "integer",
        "description": "Minutes planned with people. They hold the hours already asked for this week, which wait for \
                        an answer and are no items, so that they may be more than the items’ minutes together.",
    })
}

fn integer() -> Value {
    json!({ "type": "integer" })
}

fn number() -> Value {
    json!({ "type": "number" })
}

fn nullable(kind: &str) -> Value {
    json!({ "type": [kind, "null"] })
}
