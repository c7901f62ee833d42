//! Every offer that is open, and whose needs it could meet.

use super::offers::{Offer as Wares, Offers};
use super::open_needs::OpenNeed;
use super::question::{self, offered};
use crate::book::Book;
use crate::facts::{Offer, Person};
use crate::id::{FactId, PersonId};
use crate::params::MatchParams;
use jiff::civil::Date;
use std::cmp::Reverse;

/// So many who might want an offer are told; judgement: more can't be asked in a day.
const TOLD: usize = 3;

/// An offer that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenOffer {
    /// Its entry.
    pub fact: FactId,
    /// Whose.
    pub person: PersonId,
    /// When it was heard.
    pub on: Option<Date>,
    /// In the owner's words.
    pub what: String,
    /// Who might want it: whose need it meets in words that both share; at most three, whoever said so
    /// last first.
    pub wanted_by: Vec<PersonId>,
}

/// The offers that were heard by a date and are open, in the order of the book.
pub(super) fn heard(book: &Book, as_of: Date) -> Vec<&Offer> {
    let is_known = |on: Option<Date>| on.is_none_or(|on| on <= as_of);
    let is_closed = |on: Option<Date>| on.is_some_and(|on| on <= as_of);
    let counts = |id| book.person(id).is_some_and(Person::counts);
    let offers = book.facts.offers.iter();
    offers.filter(|o| is_known(o.on) && !is_closed(o.closed_on) && counts(o.person)).collect()
}

/// Every open offer, the latest heard first, undated ones last. Whoever asked not to be contacted is
/// never named as one who might want it.
pub fn open_offers(
    book: &Book,
    as_of: Date,
    needs: &[OpenNeed],
    params: &MatchParams,
) -> Vec<OpenOffer> {
    let mut open: Vec<OpenOffer> = heard(book, as_of).into_iter().map(unwanted).collect();
    if open.is_empty() {
        return open;
    }
    open.sort_by_key(|offer| (Reverse(offer.on), offer.fact));
    let wares = open.iter().map(|o| Wares { does: vec![&o.what], ..Wares::default() });
    let offers = Offers::of(wares, params);
    let terms: Vec<_> = open.iter().map(|offer| offered(&offer.what)).collect();
    let mut asking = offers.asking();
    let may_be_asked = |id| book.person(id).is_some_and(Person::may_be_asked);
    for need in needs.iter().filter(|need| may_be_asked(need.person)) {
        let read = question::Need::read(&need.what);
        for fit in asking.who_meets(&need.what) {
            let (Some(offer), Some(terms)) = (open.get_mut(fit.place), terms.get(fit.place)) else {
                continue;
            };
            let is_new = offer.person != need.person && !offer.wanted_by.contains(&need.person);
            // A fit that can't be said in words is chance.
            if is_new && offer.wanted_by.len() < TOLD && read.shares(terms) {
                offer.wanted_by.push(need.person);
            }
        }
    }
    open
}

fn unwanted(offer: &Offer) -> OpenOffer {
    OpenOffer {
        fact: offer.id,
        person: offer.person,
        on: offer.on,
        what: offer.what.clone(),
        wanted_by: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::matching::{Helper, Helpers, open_needs};
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 16);

    fn who(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn offer(n: u128, of: u128, what: &str) -> Offer {
        let id = FactId(Uuid::from_u128(n));
        Offer {
            id,
            person: who(of),
            on: Some(date(2026, 11, 1)),
            what: what.to_owned(),
            closed_on: None,
        }
    }

    fn looking(n: u128, name: &str, what: Option<&str>) -> Person {
        Person { looking_for: what.map(str::to_owned), ..Person::named(who(n), name) }
    }

    fn facts() -> Facts {
        Facts {
            people: vec![
                looking(1, "Ann", None),
                looking(2, "Ben", Some("a photographer")),
                looking(3, "Cleo", Some("a plumber")),
                Person { do_not_contact: true, ..looking(4, "Dan", Some("a photographer")) },
            ],
            offers: vec![offer(10, 1, "an hour with a photographer"), offer(11, 2, "a spare desk")],
            ..Facts::default()
        }
    }

    fn open(facts: Facts) -> Vec<OpenOffer> {
        let (book, params) = (Book::new(facts, &[]), MatchParams::default());
        open_offers(&book, TODAY, &open_needs(&book, TODAY), &params)
    }

    #[test]
    fn an_offer_names_whose_need_it_meets_and_nobody_who_is_not_to_be_asked() {
        let open = open(facts());
        assert_eq!(open[0].what, "an hour with a photographer");
        assert_eq!(open[0].wanted_by, [who(2)]);
        assert!(open[1].wanted_by.is_empty(), "nobody looks for a desk");
    }

    #[test]
    fn what_is_closed_or_yet_to_be_heard_is_not_open() {
        let mut facts = facts();
        facts.offers[0].closed_on = Some(TODAY);
        facts.offers[1].on = Some(date(2026, 11, 17));
        assert_eq!(open(facts), []);
        assert_eq!(open(Facts::default()), []);
    }

    #[test]
    fn whoever_offers_it_could_meet_a_need() {
        let book = Book::new(facts(), &[]);
        let needs = open_needs(&book, TODAY);
        let by = Helpers::of(&book, TODAY, &MatchParams::default()).who_meet(&needs);
        let of_ben = needs.iter().position(|need| need.person == who(2)).unwrap();
        assert_eq!(by[of_ben], [Helper::Person(who(1))]);
    }
}
