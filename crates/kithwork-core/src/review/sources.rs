//! Who business comes from, and how much hangs on few of them (row 51).

use super::purse::Purse;
use super::reading::Reading;
use super::words::{many, per_cent};
use crate::facts::Business;
use crate::id::{FactId, PersonId};
use crate::models::diversity::Diversity;
use crate::models::wilson::as_f64;
use crate::money::Money;
use serde::Serialize;
use std::collections::BTreeMap;

const WARNING: &str =
    "Much hangs on few: thank them, keep seeing them, and ask each whom else you should know.";

/// The people behind referred business.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Sources {
    /// Pieces of business that came by referral.
    pub deals: u64,
    /// Everyone they came through, most deals first.
    pub people: Vec<SourceReview>,
    /// The share of the first three; none where there is no such business.
    pub top_three: Option<f64>,
    /// So many equal sources would be as spread out (exp H); none where there is no such business.
    pub equal_sources: Option<f64>,
    /// The first three by name with their share, and the warning where much hangs on them; empty where there is no
    /// such business.
    pub says: String,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceReview {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Pieces of business that came through them.
    pub deals: u64,
    /// What they were worth.
    pub value: Vec<Money>,
    /// The business.
    pub facts: Vec<FactId>,
}

/// `is_seen` tells whether the finding of few sources is, which weighs chance too: the warning follows it.
pub(super) fn of(reading: &Reading<'_>, is_seen: bool) -> Sources {
    let mut people: Vec<SourceReview> = by_person(reading)
        .into_iter()
        .filter_map(|(id, business)| {
            let name = reading.book.person(id)?.name.clone();
            let mut purse = Purse::default();
            let values = business.iter().filter_map(|one| one.value);
            values.for_each(|value| purse.add(value, reading.currency));
            let facts: Vec<FactId> = business.iter().map(|one| one.id).collect();
            let deals = facts.len() as u64;
            Some(SourceReview { person: id, name, deals, value: purse.sums(), facts })
        })
        .collect();
    people.sort_by_key(|s| (std::cmp::Reverse(s.deals), s.name.clone(), s.person));
    let deals: u64 = people.iter().map(|s| s.deals).sum();
    let three: u64 = people.iter().take(3).map(|s| s.deals).sum();
    let spread = Diversity::of(people.iter().map(|s| s.deals));
    Sources {
        deals,
        top_three: (deals > 0).then(|| as_f64(three) / as_f64(deals)),
        equal_sources: (deals > 0).then(|| spread.equal_kinds()),
        says: if deals > 0 { says(&people, deals, three, is_seen) } else { String::new() },
        people,
    }
}

/// Business that came by referral, by whom it came through.
pub(super) fn by_person<'a>(reading: &Reading<'a>) -> BTreeMap<PersonId, Vec<&'a Business>> {
    let mut sources: BTreeMap<PersonId, Vec<&Business>> = BTreeMap::new();
    for business in reading.business() {
        if let Some(referrer) = business.referrer {
            sources.entry(referrer).or_default().push(business);
        }
    }
    sources
}

/// `Nine of …`: so much of the business through the first three, by name.
fn says(people: &[SourceReview], deals: u64, three: u64, is_seen: bool) -> String {
    let names: Vec<&str> = people.iter().take(3).map(|source| source.name.as_str()).collect();
    let share = as_f64(three) / as_f64(deals);
    let all = many(deals, "piece", "pieces");
    let through = if people.len() > names.len() {
        format!(
            "{all} of business came through {} people; {three} of them, {}, through {}.",
            people.len(),
            per_cent(share),
            listed(&names)
        )
    } else {
        format!("{all} of business came through {}.", listed(&names))
    };
    if is_seen { format!("{through} {WARNING}") } else { through }
}

fn listed(names: &[&str]) -> String {
    match names {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        names => names.concat(),
    }
}
