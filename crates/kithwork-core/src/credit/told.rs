//! Who had a part in business won, as a review tells it: with names and words.

use super::chain::{Source, deals};
use super::ledger::{Credit, credits};
use super::words::whichever_way;
use crate::book::Book;
use crate::explanation::{Explanation, Origin};
use crate::id::{FactId, PersonId, RoomId};
use crate::models::attribution::{HALF_LIFE_DAYS, Rule};
use crate::money::Money;
use jiff::civil::Date;
use serde::Serialize;

/// What one source had a part in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CreditTold {
    /// `room`, `person`, `channel`, `direct`, `repeat`, `anonymous` or `unknown`.
    pub kind: &'static str,
    /// Its name; for a source without one, what it is in plain words.
    pub name: String,
    /// The person, where it is one.
    pub person: Option<PersonId>,
    /// The room, where it is one.
    pub room: Option<RoomId>,
    /// Every link of a chain credited alike: the headline.
    pub headline: Money,
    /// As where business began.
    pub origin: Money,
    /// As who passed it on last.
    pub closer: Money,
    /// The least that any of the six rules gives.
    pub low: Money,
    /// The most.
    pub high: Money,
    /// `£4–9k whichever way you count`.
    pub says: String,
    /// The business it had a part in, oldest first.
    pub facts: Vec<FactId>,
    /// What each of the six rules gives.
    pub explanation: Explanation,
}

/// Everybody and everything with a part in business won up to the date, largest first by currency.
pub fn credit_told(book: &Book, as_of: Date) -> Vec<CreditTold> {
    let credits = credits(&deals(book, as_of), HALF_LIFE_DAYS);
    credits.iter().map(|credit| told(book, credit)).collect()
}

fn told(book: &Book, credit: &Credit) -> CreditTold {
    let (mut person, mut room) = (None, None);
    let (kind, name) = match &credit.source {
        Source::Room(id) => {
            room = Some(*id);
            ("room", book.room(*id).map(|room| room.name.clone()).unwrap_or_default())
        }
        Source::Person(id) => {
            person = Some(*id);
            ("person", book.person(*id).map(|person| person.name.clone()).unwrap_or_default())
        }
        Source::Channel(name) if name.is_empty() => ("channel", "a channel not named".to_owned()),
        Source::Channel(name) => ("channel", name.clone()),
        Source::Direct => ("direct", "came by themselves".to_owned()),
        Source::Repeat => ("repeat", "came again".to_owned()),
        Source::Anonymous => ("anonymous", "somebody not named".to_owned()),
        Source::Unknown => ("unknown", "not known".to_owned()),
    };
    let (low, high) = credit.range();
    CreditTold {
        kind,
        name,
        person,
        room,
        headline: credit.headline(),
        origin: credit.by(Rule::Origin),
        closer: credit.by(Rule::Closer),
        low,
        high,
        says: whichever_way(credit),
        facts: credit.deals.clone(),
        explanation: each_rule(credit),
    }
}

fn each_rule(credit: &Credit) -> Explanation {
    let says = "Each piece of business has a chain: where it began, who passed it on, who closed it. Six \
                ways share its worth out over the chain; the headline is evenly, the range the least and \
                the most of the six.";
    let names = [
        "all to where it began",
        "all to the last before the deal",
        "evenly",
        "most to the first and the last",
        "more to the later",
        "by what each adds (Shapley)",
    ];
    let currency = credit.currency;
    let each = names.into_iter().zip(credit.by_rule);
    each.fold(Explanation::of("attribution", says), |why, (name, minor)| {
        why.money(name, Money { currency, minor }, Origin::Reckoned)
    })
    .judged("half-life of the later", HALF_LIFE_DAYS, "days")
    .facts(credit.deals.iter().copied())
    .changes("Who passed business on, and where you met them, written down.")
}
