//! Help both ways, by person and by month. Giving is not a debt: nothing here is set off against
//! anything.

use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use kithwork_core::id::PersonId;
use kithwork_core::review::{HelpMonth, Helped};
use std::collections::BTreeMap;

/// People shown in the table.
const PEOPLE: usize = 12;
/// Months' rows shown.
const MONTHS: usize = 24;

/// Help both ways.
#[derive(Clone, Debug)]
pub(super) struct Help {
    pub says: String,
    /// Who, helped so often, was helped by them so often.
    pub people: Vec<(Words, String, String)>,
    pub more: usize,
    /// The same month by month, the latest first: when, who, given, received.
    pub months: Vec<(String, Words, String, String)>,
    pub more_months: usize,
}

impl Help {
    /// The account; none where no help is written down.
    pub(super) fn of(sight: &Sight) -> Option<Self> {
        let ledger = &sight.review.help;
        if ledger.is_empty() {
            return None;
        }
        let people = by_person(ledger);
        let shown = people.iter().take(PEOPLE).map(|(person, name, given, received)| {
            (who(*person, name), often(*given), often(*received))
        });
        let months = ledger.iter().rev().take(MONTHS).map(|row| {
            let month = row.month.as_deref().map_or_else(|| "no date".to_owned(), month);
            (month, who(row.person, &row.name), often(row.given), often(row.received))
        });
        Some(Self {
            says: says(sight.review.helped, people.len() as u64),
            people: shown.collect(),
            more: people.len().saturating_sub(PEOPLE),
            months: months.collect(),
            more_months: ledger.len().saturating_sub(MONTHS),
        })
    }
}

fn says(helped: Helped, people: u64) -> String {
    let with = say::counted(people, "person", "people");
    let says = say::help(helped.given, helped.received);
    format!("{says}, with {with}. An introduction is one, and stands with each whom it helped.")
}

/// Everyone with the help of all months, those with the most first.
fn by_person(ledger: &[HelpMonth]) -> Vec<(PersonId, &str, u64, u64)> {
    let mut people: BTreeMap<PersonId, (&str, u64, u64)> = BTreeMap::new();
    for row in ledger {
        let (_, given, received) = people.entry(row.person).or_insert((&row.name, 0, 0));
        *given += row.given;
        *received += row.received;
    }
    let all = people.into_iter().map(|(id, (name, given, received))| (id, name, given, received));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|&(id, name, given, received)| {
        (std::cmp::Reverse(given + received), name.to_owned(), id)
    });
    all
}

fn who(person: PersonId, name: &str) -> Words {
    Words::default().people([(person, name)])
}

/// A dash reads better than a row of noughts.
fn often(n: u64) -> String {
    if n == 0 { "–".to_owned() } else { say::number(n) }
}

/// `2026-09` as `Sep 2026`.
fn month(iso: &str) -> String {
    let date: Result<jiff::civil::Date, _> = format!("{iso}-01").parse();
    date.map_or_else(|_no_month| iso.to_owned(), say::month_in)
}
