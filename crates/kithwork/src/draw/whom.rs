//! Whom to sit down with first.

use super::shape::{add, wrapped};
use kithwork_app::json::WhomJson;

/// Those whom the owner can help most first.
pub(crate) fn whom(document: &WhomJson) -> String {
    if document.people.is_empty() {
        return "Nobody is in the book yet.\n".to_owned();
    }
    let mut text = String::new();
    for (number, one) in (1..).zip(&document.people) {
        text.push_str(&wrapped(&format!("{number}  {}", one.name), 0));
        one.because.iter().for_each(|why| text.push_str(&wrapped(why, 3)));
    }
    if document.people.iter().all(|one| one.you_help.is_none()) {
        add(&mut text, "\n");
        text.push_str(&wrapped(
            "Nothing anybody is looking for meets what you do or whom you know. Ask two of them what \
             they are looking for: “kithwork note \"Priya Shah is looking for a bookkeeper\"”.",
            0,
        ));
    }
    text
}
