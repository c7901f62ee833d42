//! Help given and received, by person and month: a record of generosity both ways (row 21).

use super::acts_of_help::{acts_of_help, help_entries};
use crate::book::Book;
use crate::facts::Direction;
use crate::id::PersonId;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Help between the owner and one person in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HelpMonth {
    /// With whom.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The month, such as `2026-09`; none for help that is undated.
    pub month: Option<String>,
    /// Acts of help that the owner gave.
    pub given: u64,
    /// Acts of help that the owner received.
    pub received: u64,
}

/// How often help went each way over the whole book: an introduction helps two, and is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Helped {
    /// Times the owner helped.
    pub given: u64,
    /// Times the owner was helped.
    pub received: u64,
}

/// How often help went each way up to a date.
pub(super) fn helped(book: &Book, as_of: Date) -> Helped {
    let acts = acts_of_help(book, as_of);
    let count = |direction| help_entries(&acts, direction).len() as u64;
    Helped { given: count(Direction::Given), received: count(Direction::Received) }
}

/// Year and month, name, person: the order of the ledger.
type Key<'book> = (Option<(i16, i8)>, &'book str, PersonId);

/// All help up to a date, by month, then name; what is undated comes first.
pub fn help_ledger(book: &Book, as_of: Date) -> Vec<HelpMonth> {
    let mut counts: BTreeMap<Key<'_>, (u64, u64)> = BTreeMap::new();
    for help in acts_of_help(book, as_of) {
        let Some(person) = book.person(help.person) else { continue };
        let month = help.on.map(|on| (on.year(), on.month()));
        let (given, received) = counts.entry((month, &person.name, person.id)).or_default();
        match help.direction {
            Direction::Given => *given += 1,
            Direction::Received => *received += 1,
        }
    }
    let ledger = counts.into_iter().map(|((month, name, person), (given, received))| HelpMonth {
        person,
        name: name.to_owned(),
        month: month.map(|(year, month)| format!("{year:04}-{month:02}")),
        given,
        received,
    });
    ledger.collect()
}
