//! Tags and lists that are kept.

use super::figures::counted;
use super::shape::{add, wrapped};
use kithwork_app::bulk::Done;
use kithwork_app::json::{ListsJson, TagsJson};

/// A list that was kept or taken away.
pub(crate) fn kept(says: &str, name: &str) -> String {
    wrapped(&format!("{says}: {name}. “kithwork undo” takes it back."), 0)
}

/// The lists that are kept.
pub(crate) fn lists(document: &ListsJson) -> String {
    if document.lists.is_empty() {
        let hint = "No list is kept yet: “kithwork list NAME --state cooling” keeps one.";
        return wrapped(hint, 0);
    }
    let mut text = String::new();
    document.lists.iter().for_each(|list| add(&mut text, format!("{}\n", list.name)));
    text
}

/// A tag that was put on people, or taken off them.
pub(crate) fn tagged(name: &str, off: bool, done: Done) -> String {
    let people = counted(done.people as u64, "person", "people");
    let says = match (done.change, off) {
        (None, _) => format!("{people}: it stood so already."),
        (_, true) => format!("{name} is off {people}. “kithwork undo” puts it back."),
        (_, false) => format!("{name} is on {people}. “kithwork undo” takes it back."),
    };
    wrapped(&says, 0)
}

/// The tags, and how many bear each.
pub(crate) fn tags(document: &TagsJson) -> String {
    if document.tags.is_empty() {
        return wrapped("There is no tag yet: “kithwork tag NAME WHO” puts one on.", 0);
    }
    let mut text = String::new();
    for tag in &document.tags {
        let people = counted(tag.people as u64, "person", "people");
        add(&mut text, format!("{}  {people}\n", tag.name));
    }
    text
}
