//! Tags, lists that are kept, one deed for many people.

use super::deeds::sent;
use super::{integer, list, nullable, object, one, page, text};
use serde_json::{Value, json};

/// All of them by name.
pub(super) fn all() -> Value {
    let yes = json!({ "type": "boolean" });
    let day = json!({ "type": ["string", "null"], "format": "date" });
    let filter = json!({
        "words": nullable("string"), "levels": list(&integer()),
        "states": list(&json!({ "enum": ["warm", "cooling", "dormant"] })),
        "rooms": list(&text()), "sectors": list(&text()), "tags": list(&text()),
        "not_sat_down": yes, "undecided": yes, "could_refer": yes, "set_aside": yes,
        "seen_before": day, "seen_after": day,
    });
    json!({
        "Lists": page(&json!({ "lists": list(&one("List")) })),
        "List": object(&json!({ "id": text(), "name": text(), "filter": object(&filter) })),
        "Filter": sent(&filter, &[]),
        "ListIn": sent(&json!({ "name": text(), "filter": one("Filter") }), &["name", "filter"]),
        "ListPatch": sent(&json!({ "name": text(), "filter": one("Filter") }), &[]),
        "Tags": page(&json!({ "tags": list(&one("Tag")) })),
        "Tag": object(&json!({ "id": text(), "name": text(), "people": integer() })),
        "BulkIn": sent(&json!({
            "deed": { "enum": [
                "tag", "untag", "deepen", "light", "let_go", "not_now", "count_in", "set_aside",
                "met_in",
            ] },
            "people": list(&text()), "filter": one("Filter"), "list": text(), "tag": text(),
            "group": text(), "weeks": integer(),
        }), &["deed"]),
        "Needs": object(&json!({ "needs": list(&object(&json!({
            "id": text(), "person": text(), "name": text(), "on": nullable("string"),
            "what": text(), "is_heard": yes,
            "by": list(&object(&json!({ "person": nullable("string"), "name": text() }))),
        }))), "next": nullable("string") })),
        "Offers": page(&json!({ "offers": list(&object(&json!({
            "id": text(), "person": text(), "name": text(), "on": nullable("string"),
            "what": text(),
            "wanted_by": list(&object(&json!({ "person": text(), "name": text() }))),
        }))) })),
        "NeedIn": sent(&json!({ "what": text() }), &["what"]),
        "Trash": page(&json!({ "trash": list(&object(&json!({
            "change": text(), "at": text(), "kind": text(), "says": text(),
        }))) })),
        "Emptied": object(&json!({ "change": nullable("string"), "things": integer() })),
        "Bulk": object(&json!({ "change": nullable("string"), "people": integer() })),
    })
}
