//! What is help between the owner and somebody (row 21): what was written down as such, and also people made known
//! to each other and work passed on. Told twice, as both, it is one.

use crate::book::{Book, PassedOn};
use crate::facts::{Direction, Help, HelpKind, Introduction, Party};
use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashSet};

/// One act of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActOfHelp {
    /// The entry: an introduction is one for each of the two whom the owner made known.
    pub fact: FactId,
    /// With whom.
    pub person: PersonId,
    /// What it was.
    pub kind: HelpKind,
    /// When; none where that is not known.
    pub on: Option<Date>,
    /// Which way.
    pub direction: Direction,
}

/// All help up to a date, undated help included: as written down, then introductions, then work passed on.
pub fn acts_of_help(book: &Book, as_of: Date) -> Vec<ActOfHelp> {
    let written: Vec<ActOfHelp> = as_written(book).collect();
    let told: HashSet<_> = written.iter().map(same).collect();
    let passed_on = book.passed_on(as_of);
    // What only business tells of is known not to be any that was written down.
    let (referrals, untold): (Vec<_>, Vec<_>) = passed_on.iter().partition(|one| one.is_told);
    let others =
        introductions(book).chain(referred_on(book)).chain(referrals.into_iter().map(referred));
    let others = others.filter(|act| !told.contains(&same(act)));
    let acts = written.iter().copied().chain(others).chain(untold.into_iter().map(referred));
    acts.filter(|act| act.on.is_none_or(|on| on <= as_of)).collect()
}

/// How often one helped in a direction: an introduction helps two, and is one entry.
pub fn help_entries(acts: &[ActOfHelp], direction: Direction) -> BTreeSet<FactId> {
    acts.iter().filter(|act| act.direction == direction).map(|act| act.fact).collect()
}

/// Introductions to the owner and by the owner up to a date, each once, however many it helped and however it was
/// told.
pub(super) fn introductions_of(book: &Book, as_of: Date) -> Vec<ActOfHelp> {
    let mut all = introductions_with(book, as_of);
    all.sort_by_key(|act| act.fact);
    all.dedup_by_key(|act| act.fact);
    all
}

/// The same, each with everybody whom it helped.
pub(super) fn introductions_with(book: &Book, as_of: Date) -> Vec<ActOfHelp> {
    let made: Vec<ActOfHelp> = introductions(book).collect();
    let told: HashSet<_> = made.iter().map(same).collect();
    let is_another =
        |act: &ActOfHelp| act.kind == HelpKind::Introduction && !told.contains(&same(act));
    let mut all: Vec<_> = made.iter().copied().chain(as_written(book).filter(is_another)).collect();
    all.retain(|act| act.on.is_none_or(|on| on <= as_of));
    all
}

/// What somebody did by which others came to the owner: work passed on and introductions, each once, however it was
/// told.
pub(super) fn spoke_for(book: &Book, at: usize, as_of: Date) -> Vec<ActOfHelp> {
    let Some(person) = book.facts.people.get(at) else { return Vec::new() };
    let made = book.introductions_at(at).flat_map(made_known).filter(|act| act.person == person.id);
    let passed_on = book.passed_on_at(at, as_of);
    let (referrals, untold): (Vec<_>, Vec<_>) = passed_on.iter().partition(|one| one.is_told);
    let done: Vec<ActOfHelp> = referrals.into_iter().map(referred).chain(made).collect();
    let told: HashSet<_> = done.iter().map(same).collect();
    let is_such = |act: &ActOfHelp| {
        matches!(act.kind, HelpKind::Introduction | HelpKind::Referral)
            && !told.contains(&same(act))
    };
    let written = book.help_at(at).map(written).filter(is_such);
    let is_seen = |act: &ActOfHelp| act.on.is_none_or(|on| on <= as_of);
    let all = done.iter().copied().chain(written).chain(untold.into_iter().map(referred));
    all.filter(|act| act.direction == Direction::Received && is_seen(act)).collect()
}

/// Told twice, it is one: the same kind of help with the same person on the same day, the same way.
fn same(act: &ActOfHelp) -> (HelpKind, PersonId, Option<Date>, Direction) {
    (act.kind, act.person, act.on, act.direction)
}

fn as_written(book: &Book) -> impl Iterator<Item = ActOfHelp> {
    book.facts.help.iter().map(written)
}

fn written(help: &Help) -> ActOfHelp {
    let &Help { id: fact, person, kind, on, direction, .. } = help;
    ActOfHelp { fact, person, kind, on, direction }
}

fn introductions(book: &Book) -> impl Iterator<Item = ActOfHelp> {
    book.facts.introductions.iter().flat_map(made_known)
}

/// An introduction helps both whom the owner made known; one made for the owner comes from whoever made it.
fn made_known(made: &Introduction) -> impl Iterator<Item = ActOfHelp> + use<> {
    let (parties, by) = ([made.person_a, made.person_b], made.introduced_by);
    let helped: Vec<(PersonId, Direction)> = match by {
        Party::Me => parties.iter().filter_map(|p| Some((p.person()?, Direction::Given))).collect(),
        Party::Person(by) if parties.contains(&Party::Me) => vec![(by, Direction::Received)],
        Party::Person(_) => Vec::new(),
    };
    let (fact, on, kind) = (made.id, made.on, HelpKind::Introduction);
    let act = move |(person, direction)| ActOfHelp { fact, person, kind, on, direction };
    helped.into_iter().map(act)
}

/// Work that the owner passed on.
fn referred_on(book: &Book) -> impl Iterator<Item = ActOfHelp> {
    let given = book.facts.referrals.iter().filter(|r| r.direction == Direction::Given);
    given.map(|referral| ActOfHelp {
        fact: referral.id,
        person: referral.person,
        kind: HelpKind::Referral,
        on: referral.on,
        direction: Direction::Given,
    })
}

fn referred(&PassedOn { on, fact, by: person, .. }: &PassedOn) -> ActOfHelp {
    ActOfHelp { fact, person, kind: HelpKind::Referral, on, direction: Direction::Received }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{Person, Referral};
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
        let of: Vec<_> = introductions_of(&book, DAY).iter().map(|act| act.fact).collect();
        assert_eq!(of, [fact(11), fact(12)], "the introduction of Ada is told twice");
    }

    #[test]
    fn an_introduction_told_only_as_help_counts_among_introductions() {
        let ada = person(1);
        let help = [HelpKind::Introduction, HelpKind::Advice].map(|kind| Help {
            id: fact(15 + u128::from(kind == HelpKind::Advice)),
            on: Some(DAY),
            direction: Direction::Received,
            person: ada,
            kind,
            asked: None,
            about: None,
            outcome: None,
        });
        let people = vec![Person::named(ada, "Ada Abbot")];
        let book = Book::new(Facts { people, help: help.to_vec(), ..Facts::default() }, &[]);
        let of: Vec<_> = introductions_of(&book, DAY).iter().map(|act| act.fact).collect();
        assert_eq!(of, [fact(15)]);
    }
}
