//! Whether the minute for when a competitor is in the room is the same minute with another emphasis
//! (row 28): people remember one story, and a second one told to the same room undoes the first.

use super::sentences::{bare, words};
use crate::matching::{Term, terms};
use serde::Serialize;
use std::collections::BTreeSet;

/// So much of what the variant speaks of must stand in the minute or the profile already; judgement.
const KEPT: f64 = 0.7;

/// So much of it must where the variant keeps all that the minute speaks of; judgement.
const KEPT_BESIDE_ALL: f64 = 0.5;

/// How a variant differs from its minute.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Emphasis {
    /// In nothing.
    Same,
    /// In emphasis only.
    Emphasis,
    /// It tells another story.
    OtherStory {
        /// What it speaks of that neither the minute nor the profile does, in its order.
        new: Vec<String>,
    },
}

impl Emphasis {
    /// In plain words, with what to do.
    pub fn says(&self) -> String {
        match self {
            Self::Same => "It says the same: bring what sets you apart to the front.".to_owned(),
            Self::Emphasis => "The same minute with another emphasis.".to_owned(),
            Self::OtherStory { new } => format!(
                "It tells another story ({}): keep to your minute, and only stress what sets you \
                 apart.",
                new.iter().take(5).cloned().collect::<Vec<_>>().join(", ")
            ),
        }
    }
}

/// How a variant differs from the minute; what the profile says of the owner is no other story.
pub fn emphasis<'a>(
    minute: &str,
    variant: &str,
    profile: impl IntoIterator<Item = &'a str>,
) -> Emphasis {
    let plain = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    if plain(minute) == plain(variant) {
        return Emphasis::Same;
    }
    let of_minute: BTreeSet<Term> = terms(minute).into_iter().collect();
    let own = profile.into_iter().flat_map(terms);
    // A word by itself may be another term than in its phrase: “books” where books are kept.
    let by_word = words(minute).flat_map(|word| terms(&bare(word)));
    let known: BTreeSet<Term> = of_minute.iter().cloned().chain(own).chain(by_word).collect();
    let mut said: Vec<Term> = Vec::new();
    for term in terms(variant) {
        if !said.contains(&term) {
            said.push(term);
        }
    }
    let new: Vec<&Term> = said.iter().filter(|term| !known.contains(term)).collect();
    let of = |n: usize| crate::models::wilson::as_f64(n as u64);
    let keeps_all = of_minute.iter().all(|term| said.contains(term));
    let least = if keeps_all { KEPT_BESIDE_ALL } else { KEPT };
    if new.is_empty() || 1.0 - of(new.len()) / of(said.len()) >= least {
        return Emphasis::Emphasis;
    }
    Emphasis::OtherStory { new: unknown(variant, &known) }
}

/// The text's own words that speak of nothing that is known, each once.
fn unknown(text: &str, known: &BTreeSet<Term>) -> Vec<String> {
    let mut new: Vec<String> = Vec::new();
    for word in words(text).map(bare) {
        let terms = terms(&word);
        let is_new = !terms.is_empty() && !terms.iter().any(|term| known.contains(term));
        if is_new && !new.contains(&word) {
            new.push(word);
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: &str = "We get the invoices of small firms paid. A baker waited ninety days; now it \
                          is nine. I would like to meet bookkeepers in Leeds.";

    #[test]
    fn what_sets_the_owner_apart_may_come_to_the_front() {
        let variant = "Without lawyers, we get the invoices of small firms paid. A baker waited \
                       ninety days; now it is nine. I would like to meet bookkeepers in Leeds.";
        assert_eq!(emphasis(MINUTE, variant, ["No lawyers"]), Emphasis::Emphasis);
        assert_eq!(emphasis(MINUTE, MINUTE, []), Emphasis::Same);
        assert_eq!(emphasis(MINUTE, &MINUTE.to_uppercase(), []), Emphasis::Same);
    }

    #[test]
    fn another_story_is_named_by_what_it_speaks_of() {
        let variant = "We build websites for restaurants and design their menus.";
        let Emphasis::OtherStory { new } = emphasis(MINUTE, variant, ["No lawyers"]) else {
            panic!("taken for the same story")
        };
        assert!(new.iter().any(|word| word == "websites"), "{new:?}");
    }

    #[test]
    fn a_sentence_in_front_of_the_whole_minute_is_emphasis() {
        let minute = "I keep the books for small firms, so that the shoebox under the desk can be used for \
                      shoes. Who knows a joiner in Kendal?";
        let variant = format!("I come to your kitchen table every month. {minute}");
        assert_eq!(emphasis(minute, &variant, []), Emphasis::Emphasis);
        let other = "I come to your kitchen table every month and teach your books to swim.";
        let Emphasis::OtherStory { new } = emphasis(minute, other, []) else { panic!("the same?") };
        assert!(!new.contains(&"books".to_owned()) && new.contains(&"swim".to_owned()), "{new:?}");
    }

    #[test]
    fn nothing_said_differs_in_nothing_from_nothing() {
        assert_eq!(emphasis("", "", []), Emphasis::Same);
        assert_eq!(emphasis(MINUTE, "", []), Emphasis::Emphasis);
    }
}
