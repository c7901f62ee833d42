//! Where business began: the room, introduction or channel behind it (science.md §3.7).

use super::reading::Reading;
use crate::book::Book;
use crate::facts::{Business, BusinessSource, Party};
use crate::id::{FactId, PersonId};
use crate::money::{Currency, Money};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// Where business began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub enum OriginKind {
    Room,
    Introduction,
    Channel,
    Direct,
    Repeat,
    Unknown,
}

/// Business of one origin, in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OriginTotal {
    /// Room, introduction, channel…
    pub kind: OriginKind,
    /// The room's name, or the source verbatim.
    pub name: String,
    /// How much.
    pub money: Money,
    /// The business behind it, oldest first.
    pub facts: Vec<FactId>,
}

/// For each person, by place in the book, the room (by place in the book) where the chain of
/// introductions behind them began. A chain that runs in a circle began nowhere known.
pub(crate) fn of_people(book: &Book, as_of: Date) -> Vec<Option<usize>> {
    let introducers = introducers(book, as_of);
    let people = &book.facts.people;
    let mut origins: Vec<Option<Option<usize>>> = vec![None; people.len()];
    for start in 0..people.len() {
        let (mut path, mut at, mut found) = (Vec::new(), start, None);
        while origins[at].is_none() {
            // Marked as unknown while it is walked, so that a circle ends.
            origins[at] = Some(None);
            path.push(at);
            let person = &people[at];
            found = person.met_at.and_then(|room| book.room_index(room));
            let next = introducers.get(&person.id).and_then(|&id| book.person_index(id));
            match next {
                Some(next) if found.is_none() => at = next,
                _ => break,
            }
        }
        let origin = found.or(origins[at].flatten());
        for walked in path {
            origins[walked] = Some(origin);
        }
    }
    origins.into_iter().map(Option::flatten).collect()
}

/// Who introduced whom to the owner: as the person's record says, else by an introduction.
pub(crate) fn introducers(book: &Book, as_of: Date) -> HashMap<PersonId, PersonId> {
    let mut introducers = HashMap::new();
    for introduction in &book.facts.introductions {
        let Party::Person(by) = introduction.introduced_by else { continue };
        let parties = [introduction.person_a, introduction.person_b];
        if parties.contains(&Party::Me) && introduction.on.is_none_or(|on| on <= as_of) {
            for person in parties.iter().filter_map(|p| p.person()).filter(|&p| p != by) {
                introducers.entry(person).or_insert(by);
            }
        }
    }
    let said = book.facts.people.iter().filter_map(|p| Some((p.id, p.introduced_by?)));
    introducers.extend(said);
    introducers
}

/// Where a piece of business began, and the name of that origin. A room is given by its place in the
/// book.
pub(super) fn of_business(
    reading: &Reading<'_>,
    business: &Business,
) -> (OriginKind, Option<usize>) {
    let named = business.room.and_then(|room| reading.book.room_index(room));
    let behind = || business.referrer.and_then(|p| reading.seen(p)).and_then(|seen| seen.origin);
    if let Some(room) = named.or_else(behind) {
        return (OriginKind::Room, Some(room));
    }
    let kind = match business.source_kind {
        Some(BusinessSource::Referral) => OriginKind::Introduction,
        Some(BusinessSource::Group) => OriginKind::Room,
        Some(BusinessSource::Channel) => OriginKind::Channel,
        Some(BusinessSource::Direct) => OriginKind::Direct,
        Some(BusinessSource::Repeat) => OriginKind::Repeat,
        None if business.referrer.is_some() => OriginKind::Introduction,
        None => OriginKind::Unknown,
    };
    (kind, None)
}

/// Business by origin, largest first.
pub(super) fn totals(reading: &Reading<'_>) -> Vec<OriginTotal> {
    let mut sums: BTreeMap<(OriginKind, String, Currency), (i64, Vec<_>)> = BTreeMap::new();
    for business in reading.business() {
        let Some(value) = business.value else { continue };
        let (kind, room) = of_business(reading, business);
        let room = room.and_then(|at| reading.room(at)).map(|r| r.name.as_str());
        let name = room.or(business.source.as_deref()).unwrap_or_default();
        let key = (kind, name.to_owned(), value.currency.unwrap_or(reading.currency));
        let (sum, facts) = sums.entry(key).or_default();
        *sum = sum.saturating_add(value.minor);
        facts.push((business.won_on, business.id));
    }
    let mut totals: Vec<_> = sums
        .into_iter()
        .map(|((kind, name, currency), (minor, mut facts))| {
            facts.sort_unstable();
            let facts = facts.into_iter().map(|(_, id)| id).collect();
            OriginTotal { kind, name, money: Money { currency, minor }, facts }
        })
        .collect();
    totals.sort_by(|a, b| {
        (b.money.minor, &a.money.currency, a.kind, &a.name).cmp(&(
            a.money.minor,
            &b.money.currency,
            b.kind,
            &b.name,
        ))
    });
    totals
}
