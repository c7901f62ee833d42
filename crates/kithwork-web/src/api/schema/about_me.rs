//! The parts of the review that tell what others say of the owner, and the owner of rooms.

use super::deeds::sent;
use super::{integer, interval, list, nullable, object, or_null, text};
use serde_json::{Value, json};

/// What is sent about others, and answered about the levels.
pub(super) fn all() -> Value {
    let day = json!({ "type": ["string", "null"], "format": "date" });
    let words = nullable("string");
    json!({
        "PlaybackIn": sent(&json!({
            "explained": explained(), "words": words, "trigger": words, "on": day,
        }), &["explained"]),
        "ObservedIn": sent(&json!({
            "trust": score(), "understanding": score(), "access": score(),
            "i_would_refer": score(), "on": day,
        }), &[]),
        "SaidIn": sent(&json!({
            "words": text(), "kind": mention_kind(),
            "may_quote": { "type": ["boolean", "null"] }, "on": day,
        }), &["words"]),
        "SaidEdit": sent(&json!({
            "kind": mention_kind(), "may_quote": { "type": ["boolean", "null"] },
        }), &[]),
        "ProjectIn": sent(&json!({
            "what": text(), "kind": { "enum": [
                "event", "pitch", "product", "article", "client", "other", null,
            ] },
            "begun_on": day, "ended_on": day, "outcome": words,
        }), &["what"]),
        "NameIn": sent(&json!({ "name": text() }), &["name"]),
        "Levels": object(&json!({ "levels": list(&level_name()) })),
    })
}

pub(super) fn level_name() -> Value {
    object(&json!({ "level": integer(), "name": text(), "plain": text(), "seed": text() }))
}

pub(super) fn recall() -> Value {
    let remembered = object(&json!({
        "person": text(), "name": text(), "on": nullable("string"), "explained": explained(),
        "words": text(),
    }));
    object(&json!({
        "asked": integer(), "right": integer(), "share": nullable("number"),
        "interval": interval(), "says": text(), "remembered": list(&remembered),
        "facts": list(&text()),
    }))
}

/// What both halves of one-to-ones brought.
pub(super) fn halves() -> Value {
    object(&json!({
        "told": integer(), "both": integer(), "one_way": integer(), "without_theirs": integer(),
        "facts": list(&text()), "says": text(),
    }))
}

pub(super) fn triggers() -> Value {
    let trigger = object(&json!({
        "id": text(), "what": text(), "asked": integer(), "right": integer(),
        "share": nullable("number"), "interval": interval(), "says": text(),
        "facts": list(&text()),
    }));
    object(&json!({
        "wanted": integer(), "triggers": list(&trigger), "asks": nullable("string"),
    }))
}

pub(super) fn said_by() -> Value {
    object(&json!({ "person": text(), "name": text(), "words": list(&said_words()) }))
}

pub(super) fn said_words() -> Value {
    object(&json!({
        "id": text(), "on": nullable("string"), "words": text(),
        "kind": mention_kind(),
        "may_quote": nullable("boolean"),
    }))
}

/// Whether somebody can explain what the owner does.
pub(super) fn explains() -> Value {
    object(&json!({
        "result": { "enum": ["yes", "partly", "no", "unknown"] }, "asked_on": nullable("string"),
        "then": or_null(&explained()), "words": nullable("string"), "fact": nullable("string"),
        "reckoned": or_null(&explained()), "says": text(),
    }))
}

pub(super) fn rated_room() -> Value {
    object(&json!({
        "room": text(), "name": text(), "on": nullable("string"), "ethos": nullable("integer"),
        "fit": nullable("integer"), "cost": nullable("integer"), "worth": nullable("number"),
        "suggests": { "enum": ["keep", "look_again", "let_go", "rate"] },
        "notes": nullable("string"), "stayed_on": nullable("string"),
    }))
}

fn mention_kind() -> Value {
    json!({ "enum": ["testimonial", "referring", "vouching", null] })
}

fn score() -> Value {
    json!({ "type": ["integer", "null"], "minimum": 0, "maximum": 4 })
}

fn explained() -> Value {
    json!({ "enum": ["yes", "partly", "no"] })
}
