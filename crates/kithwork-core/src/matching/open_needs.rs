//! Every need that is open, and who could meet it: the owner, or somebody whom they could introduce.

use super::help_first::{Helper, offer_text};
use super::offers::{Offer, Offers};
use super::open_offers;
use super::owner;
use super::question::{self, offered};
use super::term::Term;
use crate::book::Book;
use crate::facts::Person;
use crate::id::{FactId, PersonId};
use crate::params::MatchParams;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// So many who could meet a need are told; judgement: two can be asked today.
const TOLD: usize = 2;

/// A need that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenNeed {
    /// The need, or the person in whose record it stands as what they look for.
    pub fact: FactId,
    /// Whose.
    pub person: PersonId,
    /// When it was heard; none where it stands in their record.
    pub on: Option<Date>,
    /// In the owner's words.
    pub what: String,
}

impl OpenNeed {
    /// Whether it was heard by itself, and so can be met or let go by itself.
    pub fn is_heard(&self) -> bool {
        self.fact != FactId::from(self.person)
    }
}

/// Every need that was heard by a date and is not met, and what people look for by their records; the
/// latest first, undated ones last.
pub fn open_needs(book: &Book, as_of: Date) -> Vec<OpenNeed> {
    let is_known = |on: Option<Date>| on.is_none_or(|on| on <= as_of);
    let is_met = |on: Option<Date>| on.is_some_and(|on| on <= as_of);
    let counts = |id| book.person(id).is_some_and(Person::counts);
    let heard = book.facts.needs.iter();
    let heard = heard.filter(|n| is_known(n.on) && !is_met(n.met_on) && counts(n.person));
    let mut open: Vec<OpenNeed> = heard
        .map(|need| {
            let (person, on, what) = (need.person, need.on, need.what.clone());
            OpenNeed { fact: need.id, person, on, what }
        })
        .collect();
    let told: HashSet<(PersonId, String)> =
        open.iter().map(|need| (need.person, need.what.clone())).collect();
    for person in book.facts.people.iter().filter(|person| person.counts()) {
        let Some(what) = &person.looking_for else { continue };
        if !what.trim().is_empty() && !told.contains(&(person.id, what.clone())) {
            let (fact, what) = (FactId::from(person.id), what.clone());
            open.push(OpenNeed { fact, person: person.id, on: None, what });
        }
    }
    open.sort_by_key(|need| (Reverse(need.on), need.fact));
    open
}

/// The open need of the one that the other's offer speaks of; none where it speaks of none.
pub fn met_by(book: &Book, one: PersonId, other: PersonId, as_of: Date) -> Option<OpenNeed> {
    let offer = offer_text(book.person(other)?);
    let mut needs = open_needs(book, as_of).into_iter().filter(|need| need.person == one);
    needs.find(|need| !question::shared(&need.what, &offer).is_empty())
}

/// Who could meet needs: everybody of a book who may be contacted, and its owner.
#[derive(Debug)]
pub struct Helpers<'b> {
    named: Vec<&'b Person>,
    mine: Vec<&'b str>,
    /// What was heard to be offered, besides what people do.
    heard: Vec<&'b crate::facts::Offer>,
    offers: Offers,
}

impl<'b> Helpers<'b> {
    /// Of a book, at a date.
    pub fn of(book: &'b Book, as_of: Date, params: &MatchParams) -> Self {
        let named: Vec<&Person> = book.facts.people.iter().filter(|p| p.may_be_asked()).collect();
        let mine = owner::offers(book, as_of);
        let own = mine.iter().map(|&text| Offer { does: vec![text], ..Offer::default() });
        let may_be_asked = |id| book.person(id).is_some_and(Person::may_be_asked);
        let mut heard = open_offers::heard(book, as_of);
        heard.retain(|offer| may_be_asked(offer.person));
        let wares = heard.iter().map(|o| Offer { does: vec![&o.what], ..Offer::default() });
        let all = named.iter().map(|person| Offer::from(*person)).chain(own).chain(wares);
        let offers = Offers::of(all, params);
        Self { named, mine, heard, offers }
    }

    /// Who could meet each of these, at most two, the best first.
    pub fn who_meet(&self, needs: &[OpenNeed]) -> Vec<Vec<Helper>> {
        let mut asking = self.offers.asking();
        let mut known: HashMap<usize, BTreeSet<Term>> = HashMap::new();
        let meet = |need: &OpenNeed| {
            let (read, mut by) = (question::Need::read(&need.what), Vec::new());
            for fit in asking.who_meets(&need.what) {
                let Some((helper, text)) = self.at(fit.place) else { continue };
                let is_new = helper != Helper::Person(need.person) && !by.contains(&helper);
                // A fit that can't be said in words is chance.
                if is_new && read.shares(known.entry(fit.place).or_insert_with(|| offered(&text))) {
                    by.push(helper);
                }
                if by.len() == TOLD {
                    break;
                }
            }
            by
        };
        needs.iter().map(meet).collect()
    }

    /// Whose the offer at a place is, and what it says.
    fn at(&self, place: usize) -> Option<(Helper, String)> {
        if let Some(person) = self.named.get(place) {
            return Some((Helper::Person(person.id), offer_text(person)));
        }
        let place = place.checked_sub(self.named.len())?;
        if let Some(own) = self.mine.get(place) {
            return Some((Helper::Me, (*own).to_owned()));
        }
        let offer = self.heard.get(place.checked_sub(self.mine.len())?)?;
        Some((Helper::Person(offer.person), offer.what.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{Need, Settings};
    use crate::id::BookId;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 16);

    fn person(n: u128, name: &str, does: &str) -> Person {
        let mut person = Person::named(PersonId(Uuid::from_u128(n)), name);
        person.what_they_do = Some(does.to_owned());
        person
    }

    fn need(n: u128, of: u128, what: &str) -> Need {
        let (id, person) = (FactId(Uuid::from_u128(100 + n)), PersonId(Uuid::from_u128(of)));
        Need { id, person, on: Some(date(2026, 11, 1)), what: what.to_owned(), met_on: None }
    }

    fn book() -> Facts {
        let mut ann = person(1, "Ann", "baker");
        ann.looking_for = Some("a web designer".to_owned());
        let mut eve = person(5, "Eve", "plumber");
        eve.do_not_contact = true;
        Facts {
            settings: vec![Settings {
                excels_at: Some("bookkeeping for bakers".to_owned()),
                ..Settings::new(BookId(Uuid::nil()))
            }],
            people: vec![ann, person(2, "Ben", "plumber"), person(3, "Cat", "bookkeeper"), eve],
            needs: vec![need(1, 1, "a plumber"), need(2, 2, "a bookkeeper")],
            ..Facts::default()
        }
    }

    fn open(facts: Facts) -> Vec<(OpenNeed, Vec<Helper>)> {
        let book = Book::new(facts, &[]);
        let open = open_needs(&book, TODAY);
        let by = Helpers::of(&book, TODAY, &MatchParams::default()).who_meet(&open);
        open.into_iter().zip(by).collect()
    }

    #[test]
    fn each_open_need_names_who_could_meet_it_and_never_its_own_person() {
        let open = open(book());
        let by = |what: &str| open.iter().find(|(need, _)| need.what == what).unwrap().1.clone();
        let (ben, cat) = (PersonId(Uuid::from_u128(2)), PersonId(Uuid::from_u128(3)));
        assert_eq!(by("a plumber"), [Helper::Person(ben)], "Eve asked not to be contacted");
        let books = by("a bookkeeper");
        assert_eq!(books.len(), 2);
        assert!(books.contains(&Helper::Me) && books.contains(&Helper::Person(cat)));
        assert!(by("a web designer").is_empty(), "nobody is known to do that");
    }

    #[test]
    fn of_two_it_is_known_who_needs_what_the_other_does() {
        let book = Book::new(book(), &[]);
        let [ann, ben] = [1, 2].map(|n| PersonId(Uuid::from_u128(n)));
        assert_eq!(met_by(&book, ann, ben, TODAY).unwrap().what, "a plumber");
        assert_eq!(met_by(&book, ben, ann, TODAY), None);
    }

    #[test]
    fn what_is_met_or_not_heard_yet_is_not_open_and_a_record_has_no_day() {
        let mut facts = book();
        facts.needs[0].met_on = Some(TODAY);
        facts.needs[1].on = Some(date(2026, 12, 1));
        let open = open(facts);
        assert_eq!(open.len(), 1);
        assert!(!open[0].0.is_heard() && open[0].0.on.is_none());
    }
}
