//! What people the owner has sat down with look for, and who of them meets it.

use super::offers::{Offer, Offers, Through};
use super::question::shared;
use crate::book::Book;
use crate::facts::{Care, Conversation, Person, Stage};
use crate::params::MatchParams;
use jiff::civil::Date;

/// Those the owner has sat down with and would ask again, in the order of the book; each with when they
/// last did.
pub(super) fn known(book: &Book, as_of: Date) -> Vec<(&Person, Date)> {
    let people = book.facts.people.iter();
    people.filter_map(|person| Some((person, last_sat(book, person, as_of)?))).collect()
}

/// When the owner last sat down with somebody whom they would ask again.
fn last_sat(book: &Book, person: &Person, as_of: Date) -> Option<Date> {
    let sat = |c: &&Conversation| c.stage == Stage::Happened && c.on <= as_of;
    let is_asked_again = person.may_be_asked() && person.care_at(as_of) != Some(Care::LetGo);
    let talks = is_asked_again.then(|| book.conversations_of(person.id).filter(sat))?;
    talks.map(|talk| talk.on).max()
}

/// What these people look for, and who of them meets it.
pub(super) struct Wants<'b> {
    pub people: Vec<&'b Person>,
    pub offers: Offers,
    needs: Vec<Vec<String>>,
}

impl<'b> Wants<'b> {
    pub(super) fn of(
        book: &Book,
        people: Vec<&'b Person>,
        as_of: Date,
        params: &MatchParams,
    ) -> Self {
        let offers = Offers::of(people.iter().map(|person| Offer::from(*person)), params);
        let needs = people.iter().map(|person| needs(book, person, as_of)).collect();
        Self { people, offers, needs }
    }

    /// How much of the best-met need of the one the other meets, 0..=1, wherever it is enough to be
    /// named: one, other, fit.
    pub(super) fn met(&self, params: &MatchParams) -> Vec<(usize, usize, f64)> {
        let mut asking = self.offers.asking();
        let mut met = Vec::new();
        for (one, needs) in self.needs.iter().enumerate() {
            let first = met.len();
            for need in needs {
                for fit in asking.who_meets(need).iter().filter(|fit| fit.fit >= params.least_fit) {
                    let known = met[first..].iter_mut().find(|(_, other, _)| *other == fit.place);
                    match known {
                        Some((_, _, best)) => *best = f64::max(*best, fit.fit),
                        None => met.push((one, fit.place, fit.fit)),
                    }
                }
            }
        }
        met
    }

    /// The need of the one that the other could meet, and whether they do it or serve those who are looked
    /// for.
    pub(super) fn need(&self, one: usize, other: usize) -> Option<(&str, Through)> {
        let other = self.people[other];
        let (does, serves) =
            (does_text(other), other.who_they_serve.as_deref().unwrap_or_default());
        let through = |need: &str| match (shared(need, &does), shared(need, serves)) {
            (does, _) if !does.is_empty() => Some(Through::Does),
            (_, serves) if !serves.is_empty() => Some(Through::Serves),
            _ => None,
        };
        self.needs[one].iter().find_map(|need| Some((need.as_str(), through(need)?)))
    }
}

fn needs(book: &Book, person: &Person, as_of: Date) -> Vec<String> {
    let open = book.needs_of(person.id).filter(|need| {
        need.on.is_none_or(|on| on <= as_of) && need.met_on.is_none_or(|met| met > as_of)
    });
    let all = open.map(|need| need.what.clone()).chain(person.looking_for.clone());
    all.filter(|what| !what.trim().is_empty()).collect()
}

/// What somebody does, with their line of business and firm.
fn does_text(person: &Person) -> String {
    let offer = Offer::from(person);
    let rest = [offer.sector, offer.organisation].into_iter().flatten();
    offer.does.iter().copied().chain(rest).collect::<Vec<_>>().join("; ")
}
