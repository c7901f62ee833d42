//! Who could help whom with what, in plain words.

use super::help_first::{Help, Helper};
use super::offers::Through;
use crate::book::Book;

/// How the owner could help somebody of this name.
pub fn you_help(book: &Book, name: &str, help: &Help) -> String {
    let (name, need) = (first(name), plain(&help.need));
    let helper = match help.by {
        Helper::Me => None,
        Helper::Person(id) => book.person(id).map(|helper| helper.name.as_str()),
    };
    match helper {
        None => {
            format!("{name} is looking for {need}, and you know about {}.", help.words.join(", "))
        }
        Some(helper) => format!("{name} is looking for {need}: you could introduce {helper}."),
    }
}

/// How somebody of this name could help the owner.
pub fn they_help(name: &str, help: &Help) -> String {
    let (name, need) = (first(name), plain(&help.need));
    format!("You are after {need}, and {name} knows about {}.", help.words.join(", "))
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

fn plain(need: &str) -> &str {
    need.trim().trim_end_matches('.')
}

/// What somebody could do about a need: meet it, or know who does.
pub(super) fn can_help(name: &str, through: Through) -> String {
    match through {
        Through::Does => format!("{name} can help"),
        Through::Serves => format!("{name} serves people like that and may know somebody"),
    }
}
