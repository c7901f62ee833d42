//! What is said about the owner, by whom, in which words (row 59).

use super::reading::Reading;
use crate::facts::{Mention, MentionKind};
use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Everything one person said about the owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidBy {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// Their words, oldest first, undated ones at the front.
    pub words: Vec<SaidWords>,
}

/// Words said about the owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidWords {
    /// The entry.
    pub id: FactId,
    /// When.
    pub on: Option<Date>,
    /// The words.
    pub words: String,
    /// What they were said for; none where that was not told.
    pub kind: Option<MentionKind>,
    /// Whether they may be quoted; none where nobody asked, and then they may not.
    pub may_quote: Option<bool>,
}

impl From<&Mention> for SaidWords {
    fn from(mention: &Mention) -> Self {
        Self {
            id: mention.id,
            on: mention.on,
            words: mention.words.clone(),
            kind: mention.kind,
            may_quote: mention.may_quote,
        }
    }
}

/// A timeline for each source, whoever spoke last first.
pub(super) fn timelines(reading: &Reading<'_>) -> Vec<SaidBy> {
    said_about(&reading.book.facts.mentions, reading.as_of, |id| {
        reading.book.person(id).map(|person| person.name.clone())
    })
}

/// A timeline for each source of words up to a date, whoever spoke last first; `name` calls people by
/// name, and whoever has none is left out.
pub fn said_about(
    mentions: &[Mention],
    as_of: Date,
    name: impl Fn(PersonId) -> Option<String>,
) -> Vec<SaidBy> {
    let mut by: BTreeMap<PersonId, Vec<SaidWords>> = BTreeMap::new();
    for mention in mentions.iter().filter(|m| m.on.is_none_or(|on| on <= as_of)) {
        by.entry(mention.person).or_default().push(mention.into());
    }
    let mut all: Vec<SaidBy> = by
        .into_iter()
        .filter_map(|(person, mut words)| {
            words.sort_by_key(|w| (w.on, w.id));
            Some(SaidBy { person, name: name(person)?, words })
        })
        .collect();
    all.sort_by_cached_key(|said| {
        (Reverse(said.words.last().and_then(|w| w.on)), said.name.clone())
    });
    all
}
