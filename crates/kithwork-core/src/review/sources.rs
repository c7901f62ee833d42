//! Who business comes from, and how much hangs on few of them (row 51).

use super::purse::Purse;
use super::reading::Reading;
use crate::id::{FactId, PersonId};
use crate::models::diversity::Diversity;
use crate::models::wilson::as_f64;
use crate::money::Money;
use serde::Serialize;
use std::collections::BTreeMap;

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

pub(super) fn of(reading: &Reading<'_>) -> Sources {
    let mut sources: BTreeMap<PersonId, (Vec<FactId>, Purse)> = BTreeMap::new();
    for business in reading.business() {
        let Some(referrer) = business.referrer else { continue };
        let (facts, purse) = sources.entry(referrer).or_default();
        facts.push(business.id);
        business.value.into_iter().for_each(|value| purse.add(value, reading.currency));
    }
    let mut people: Vec<SourceReview> = sources
        .into_iter()
        .filter_map(|(id, (facts, purse))| {
            let name = reading.book.person(id)?.name.clone();
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
        people,
    }
}
