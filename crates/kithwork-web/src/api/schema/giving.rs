//! Introductions on their way, tables, the card and talks as documents.

use super::deeds::sent;
use super::{date, integer, list, nullable, number, object, one, page, text};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    json!({
        "Introductions": introductions(),
        "ProposeIn": sent(&json!({
            "people": list(&text()), "why_a": text(), "why_b": text(),
        }), &["people"]),
        "StepIn": sent(&json!({
            "what": { "enum": ["asked", "said", "made", "worked", "thanked", "dropped"] },
            "person": text(), "yes": { "type": "boolean" }, "outcome": text(),
        }), &["what"]),
        "Tables": tables(),
        "Card": card(),
        "GiveIn": sent(&json!({ "person": text() }), &["person"]),
        "TalkMap": talk(),
        "Talks": page(&json!({ "talks": list(&one("TalkMap")) })),
        "OnItsWay": on_its_way(),
        "TalkTold": sent(&json!({
            "what": text(), "on": date(), "listeners": list(&text()), "without": list(&text()),
            "points": list(&text()), "drop": list(&integer()),
        }), &["what"]),
        "LinkIn": sent(&json!({
            "point": integer(), "need": text(), "answers": { "type": "boolean" },
            "who": text(), "heard": text(),
        }), &["point"]),
    })
}

fn on_its_way() -> Value {
    let side = object(&json!({
        "person": text(), "name": text(), "why": text(), "asked_on": nullable("string"),
        "says": nullable("boolean"), "message": text(),
    }));
    object(&json!({
        "id": text(), "sides": list(&side), "is_agreed": { "type": "boolean" },
        "is_made": { "type": "boolean" }, "outcome": nullable("string"), "next": text(),
    }))
}

fn introductions() -> Value {
    let reason =
        object(&json!({ "person": text(), "name": text(), "why": text(), "told": text() }));
    let idea = object(&json!({ "needs": reason, "helps": reason, "fit": number() }));
    page(&json!({ "on_their_way": list(&one("OnItsWay")), "ideas": list(&idea) }))
}

fn tables() -> Value {
    let guest = object(&json!({ "person": text(), "name": text() }));
    let pair = object(&json!({
        "people": list(&text()), "score": number(), "because": list(&text()),
    }));
    let table = object(&json!({
        "people": list(&guest), "pairs": list(&pair), "least": number(), "median": number(),
    }));
    page(&json!({ "tables": list(&table), "says": text() }))
}

fn card() -> Value {
    let somebody = object(&json!({
        "person": text(), "name": text(), "on": nullable("string"),
    }));
    let card = object(&json!({
        "name": nullable("string"), "emails": list(&text()), "helps": nullable("string"),
        "excels_at": nullable("string"), "differs_by": nullable("string"),
        "when_you_hear": list(&text()), "wants_to_meet": list(&text()),
    }));
    object(&json!({
        "card": card, "text": text(), "lacks": list(&text()), "offer_to": list(&somebody),
        "waiting": list(&somebody),
    }))
}

fn talk() -> Value {
    let wanted = object(&json!({
        "fact": text(), "person": text(), "name": text(), "what": text(),
    }));
    let point = object(&json!({
        "says": text(), "answers": list(&wanted), "helps_nobody": { "type": "boolean" },
        "could_answer": list(&wanted),
    }));
    object(&json!({
        "id": text(), "what": text(), "on": nullable("string"),
        "listeners": list(&object(&json!({ "person": text(), "name": text() }))),
        "points": list(&point), "unanswered": list(&wanted), "says": text(),
    }))
}
