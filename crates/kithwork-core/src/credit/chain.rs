//! The chain behind a piece of business: room, introducers, referrer.

use crate::book::Book;
use crate::days::days_between;
use crate::facts::{Business, BusinessSource, Direction, Party, Person};
use crate::id::{FactId, PersonId, RoomId};
use crate::money::{Currency, Money};
use crate::review::origin::introducers;
use jiff::civil::Date;
use std::collections::HashMap;

/// Who or what had a part in a deal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A room.
    Room(RoomId),
    /// A person.
    Person(PersonId),
    /// A channel, as the owner wrote it; empty where only the kind is known.
    Channel(String),
    /// It came without anybody's doing.
    Direct,
    /// A client who came again.
    Repeat,
    /// Somebody whose record is gone, or who was never named.
    Anonymous,
    /// Nobody knows.
    Unknown,
}

/// A link of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Touch {
    /// Who or what.
    pub source: Source,
    /// Days from it to the deal, ≥ 0; that of the next link where its own date is unknown, else 0.
    pub days_before: f64,
}

/// A piece of business that has a value, with its chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Deal {
    /// The business.
    pub fact: FactId,
    /// When it was won.
    pub won_on: Option<Date>,
    /// Its value; negative for a refund.
    pub money: Money,
    /// The chain, oldest link first; never empty, and no source twice.
    pub chain: Vec<Touch>,
}

impl Deal {
    /// How many people the business passed through.
    pub fn depth(&self) -> usize {
        let is_person = |touch: &&Touch| matches!(touch.source, Source::Person(_));
        self.chain.iter().filter(is_person).count()
    }
}

/// Everything won up to the date that has a value, oldest first.
pub fn deals(book: &Book, as_of: Date) -> Vec<Deal> {
    let lineage = Lineage { book, introducers: introducers(book, as_of), as_of };
    let currency = book.currency();
    let won = book.facts.business.iter().filter(|b| b.won_on.is_none_or(|on| on <= as_of));
    let mut deals: Vec<Deal> =
        won.filter_map(|business| lineage.deal(business, currency)).collect();
    deals.sort_by_key(|deal| (deal.won_on, deal.fact));
    deals
}

struct Lineage<'b> {
    book: &'b Book,
    introducers: HashMap<PersonId, PersonId>,
    as_of: Date,
}

/// A source with the date of its part, where that is known.
type Dated = (Source, Option<Date>);

impl Lineage<'_> {
    fn deal(&self, business: &Business, currency: Currency) -> Option<Deal> {
        let value = business.value?;
        let money = value.money(currency);
        let origin = self.refunded(business).unwrap_or(business);
        let chain = aged(self.chain(origin), origin.won_on);
        Some(Deal { fact: business.id, won_on: business.won_on, money, chain })
    }

    /// The deal that a refund takes back: the client's latest before it.
    fn refunded(&self, refund: &Business) -> Option<&Business> {
        let is_before = |deal: &&Business| match (deal.won_on, refund.won_on) {
            (Some(deal), Some(refund)) => deal <= refund,
            _ => true,
        };
        if refund.value?.minor >= 0 {
            return None;
        }
        let deals = self.book.facts.business.iter().filter(|deal| {
            deal.value.is_some_and(|value| value.minor > 0) && deal.is_with(&refund.client)
        });
        deals.filter(is_before).max_by_key(|deal| (deal.won_on, deal.id))
    }

    /// Oldest first; the room named with the business stands where it is the origin.
    fn chain(&self, business: &Business) -> Vec<Dated> {
        let mut chain = match business.referrer {
            Some(referrer) => self.people(referrer, business),
            None => Vec::new(),
        };
        if let Some(room) = business.room.filter(|&room| self.book.room(room).is_some()) {
            chain.retain(|(source, _)| !matches!(source, Source::Room(_)));
            chain.insert(0, (Source::Room(room), None));
        }
        if chain.is_empty() {
            chain.push((named(business), None));
        }
        chain
    }

    /// The room where the line of introductions began, those who introduced, the referrer.
    fn people(&self, referrer: PersonId, business: &Business) -> Vec<Dated> {
        let mut line: Vec<&Person> = Vec::new();
        let mut at = Some(referrer);
        while let Some(person) = at.and_then(|id| self.book.person(id)) {
            // A line that runs in a circle ends where it would begin again.
            if line.iter().any(|known| known.id == person.id) {
                break;
            }
            line.push(person);
            at = if person.met_at.is_some() {
                None
            } else {
                self.introducers.get(&person.id).copied()
            };
        }
        let Some(first) = line.last() else { return vec![(Source::Anonymous, None)] };
        let room = first.met_at.filter(|&room| self.book.room(room).is_some());
        let room = room.map(|room| (Source::Room(room), first.met_on));
        let mut dates = line.windows(2).map(|pair| self.introduced(pair[1], pair[0]));
        let given = self.referred(referrer, business);
        let dates: Vec<Option<Date>> = std::iter::once(given).chain(&mut dates).collect();
        let people = line.iter().zip(dates).map(|(person, on)| (Source::Person(person.id), on));
        let mut chain: Vec<Dated> = people.collect();
        chain.extend(room);
        chain.reverse();
        chain
    }

    /// When one introduced another to the owner.
    fn introduced(&self, by: &Person, whom: &Person) -> Option<Date> {
        let known = |on: Option<Date>| on.filter(|&on| on <= self.as_of);
        let made = self.book.introductions_of(whom.id).find(|i| {
            let parties = [i.person_a, i.person_b];
            i.introduced_by == Party::Person(by.id) && parties.contains(&Party::Me)
        });
        made.and_then(|i| known(i.on)).or(known(whom.met_on))
    }

    /// When somebody referred the client.
    fn referred(&self, by: PersonId, won: &Business) -> Option<Date> {
        let mut received = self.book.referrals_of(by).filter(|r| {
            let is_meant = |prospect: &str| won.is_with(prospect);
            r.direction == Direction::Received && r.prospect.as_deref().is_some_and(is_meant)
        });
        received.find_map(|r| r.on).filter(|&on| on <= self.as_of)
    }
}

/// What the owner named where no person and no room of the book stands behind it.
fn named(business: &Business) -> Source {
    let written = || business.source.as_deref().map(str::trim).unwrap_or_default().to_owned();
    match business.source_kind {
        Some(BusinessSource::Referral) => Source::Anonymous,
        Some(BusinessSource::Channel | BusinessSource::Group) => Source::Channel(written()),
        Some(BusinessSource::Direct) => Source::Direct,
        Some(BusinessSource::Repeat) => Source::Repeat,
        None => Source::Unknown,
    }
}

/// Turns dates into days before the deal. A link without a date takes that of the next one, so that it
/// counts neither for more nor for less than what followed it.
fn aged(chain: Vec<Dated>, won_on: Option<Date>) -> Vec<Touch> {
    let mut days = 0.0;
    let mut touches: Vec<Touch> = Vec::with_capacity(chain.len());
    for (source, on) in chain.into_iter().rev() {
        if let (Some(on), Some(won)) = (on, won_on) {
            days = f64::from(days_between(on, won).max(0));
        }
        touches.push(Touch { source, days_before: days });
    }
    touches.reverse();
    touches
}
