//! What is help between the owner and somebody (row 21): what was written down as such, and also people made known
//! to each other and work passed on. Told twice, as both, it is one.

use crate::book::Book;
use crate::facts::{Direction, HelpKind, Party};
use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use std::collections::HashSet;

/// One act of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActOfHelp {
    /// The entry: an introduction is one for each of the two whom the owner made known.
    pub fact: FactId,
    /// With whom.
    pub person: PersonId,
    /// When; none where that is not known.
    pub on: Option<Date>,
    /// Which way.
    pub direction: Direction,
}

/// All help up to a date, undated help included: as written down, then introductions, then work passed on.
pub fn acts_of_help(book: &Book, as_of: Date) -> Vec<ActOfHelp> {
    let same = |kind: HelpKind, act: &ActOfHelp| (kind, act.person, act.on, act.direction);
    let written: Vec<(HelpKind, ActOfHelp)> = as_written(book).collect();
    let told: HashSet<_> = written.iter().map(|(kind, act)| same(*kind, act)).collect();
    let others = introductions(book).chain(passed_on(book));
    let others = others.filter(|(kind, act)| !told.contains(&same(*kind, act)));
    let acts = written.iter().copied().chain(others).map(|(_, act)| act);
    acts.filter(|act| act.on.is_none_or(|on| on <= as_of)).collect()
}

fn as_written(book: &Book) -> impl Iterator<Item = (HelpKind, ActOfHelp)> {
    book.facts.help.iter().map(|help| {
        let (fact, person) = (help.id, help.person);
        (help.kind, ActOfHelp { fact, person, on: help.on, direction: help.direction })
    })
}

/// An introduction helps both whom the owner made known; one made for the owner comes from whoever made it.
fn introductions(book: &Book) -> impl Iterator<Item = (HelpKind, ActOfHelp)> {
    book.facts.introductions.iter().flat_map(|made| {
        let (parties, by) = ([made.person_a, made.person_b], made.introduced_by);
        let helped: Vec<(PersonId, Direction)> = match by {
            Party::Me => {
                parties.iter().filter_map(|p| Some((p.person()?, Direction::Given))).collect()
            }
            Party::Person(by) if parties.contains(&Party::Me) => vec![(by, Direction::Received)],
            Party::Person(_) => Vec::new(),
        };
        helped.into_iter().map(|(person, direction)| {
            let act = ActOfHelp { fact: made.id, person, on: made.on, direction };
            (HelpKind::Introduction, act)
        })
    })
}

fn passed_on(book: &Book) -> impl Iterator<Item = (HelpKind, ActOfHelp)> {
    book.facts.referrals.iter().map(|referral| {
        let (fact, person, on) = (referral.id, referral.person, referral.on);
        (HelpKind::Referral, ActOfHelp { fact, person, on, direction: referral.direction })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{Help, Introduction, Person, Referral};
    use jiff::civil::date;
    use uuid::Uuid;

    const DAY: Date = date(2026, 11, 2);

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn fact(n: u128) -> FactId {
        FactId(Uuid::from_u128(n))
    }

    fn made(n: u128, by: Party, a: Party, b: Party) -> Introduction {
        let outcome = None;
        Introduction {
            id: fact(n),
            on: Some(DAY),
            introduced_by: by,
            person_a: a,
            person_b: b,
            outcome,
        }
    }

    #[test]
    fn introductions_and_work_passed_on_are_help_and_told_twice_they_are_one() {
        let [ada, ben, cy] = [1, 2, 3].map(person);
        let named = |id| Person::named(id, "Somebody");
        let of = Party::Person;
        let introductions = vec![
            made(11, Party::Me, of(ada), of(ben)),
            made(12, of(cy), Party::Me, of(ben)),
            made(13, of(cy), of(ada), of(ben)),
        ];
        let referrals = vec![Referral::passed_on(fact(14), Direction::Received, ben, Some(DAY))];
        let help = vec![Help {
            id: fact(15),
            on: Some(DAY),
            direction: Direction::Given,
            person: ada,
            kind: HelpKind::Introduction,
            asked: None,
            about: None,
            outcome: None,
        }];
        let people = [ada, ben, cy].map(named).to_vec();
        let facts = Facts { people, help, introductions, referrals, ..Facts::default() };
        let book = Book::new(facts, &[]);
        let mut acts: Vec<_> = acts_of_help(&book, DAY)
            .into_iter()
            .map(|act| (act.person, act.direction, act.fact))
            .collect();
        acts.sort_by_key(|act| act.2);
        assert_eq!(
            acts,
            [
                (ben, Direction::Given, fact(11)),
                (cy, Direction::Received, fact(12)),
                (ben, Direction::Received, fact(14)),
                (ada, Direction::Given, fact(15)),
            ]
        );
        assert_eq!(acts_of_help(&book, date(2026, 11, 1)), []);
    }
}
