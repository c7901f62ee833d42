//! Who could help whom with what, in plain words.

use super::help_first::{Help, Helper};
use super::offers::Through;
use super::sought;
use crate::book::Book;

/// How the owner could help somebody of this name.
pub fn you_help(book: &Book, name: &str, help: &Help) -> String {
    let (name, need) = (first(name), sought(&help.need));
    let helper = match help.by {
        Helper::Me => None,
        Helper::Person(id) => book.person(id).map(|helper| helper.name.as_str()),
    };
    match helper {
        None => {
            format!("{name} is looking for {need}, and you could help with that yourself.")
        }
        Some(helper) => format!("{name} is looking for {need}: you could introduce {helper}."),
    }
}

/// How somebody of this name could help the owner.
pub fn they_help(name: &str, help: &Help) -> String {
    let (name, need) = (first(name), sought(&help.need));
    format!("You are after {need}, and {name} knows about {}.", help.words.join(", "))
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// What somebody could do about a need: meet it, or know who does.
pub(super) fn can_help(name: &str, through: Through) -> String {
    match through {
        Through::Does => format!("{name} can help"),
        Through::Serves => format!("{name} serves people like that and may know somebody"),
    }
}

/// What whoever needs something is told of somebody who could help.
pub fn told_who_needs(need: &str, helper: &str) -> String {
    format!("you are looking for {}, and {helper} could help with that", to_them(&sought(need)))
}

/// What whoever could help is told: who needs what, and not that they would be helped themselves.
pub fn told_who_helps(needy: &str, need: &str) -> String {
    format!("{needy} is looking for {}, and I thought of you", sought(need))
}

/// A need that was noted of somebody, in words to them: “speakers for her morning” is “for your
/// morning”.
fn to_them(need: &str) -> String {
    let words: Vec<&str> = need.split_whitespace().collect();
    let ends = |at: usize| at + 1 == words.len();
    let told = words.iter().enumerate().map(|(at, word)| match *word {
        "his" | "her" | "their" if !ends(at) => "your",
        "he" | "she" | "they" | "him" | "her" | "them" => "you",
        "himself" | "herself" | "themselves" => "yourself",
        other => other,
    });
    told.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_is_told_what_they_have_of_it() {
        let need = "speakers for her quarterly morning.";
        assert_eq!(
            told_who_needs(need, "Tracey Gornall"),
            "you are looking for speakers for your quarterly morning, and Tracey Gornall could help \
             with that"
        );
        let helper = told_who_helps("Joanne Pye", need);
        assert_eq!(
            helper,
            "Joanne Pye is looking for speakers for her quarterly morning, and I thought of you"
        );
        assert_eq!(to_them("somebody to help her"), "somebody to help you");
    }
}
