//! Help given and received, by kind and by person: a balance, never a debt (row 58, §3.8).

use crate::book::Book;
use crate::days::days_before;
use crate::facts::{Direction, HelpKind};
use crate::id::PersonId;
use crate::models::reciprocity::{GivingShare, giving_share};
use crate::review::{ActOfHelp, acts_of_help, help_entries};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// The balance of some days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Balance {
    /// By kind, in the order of [`KINDS`]; a kind that never occurred is absent.
    pub kinds: Vec<KindBalance>,
    /// By what is shared: all five, in the order of [`Shared::ALL`]; empty where there was no help.
    pub ways: Vec<WayBalance>,
    /// By person, most help first.
    pub people: Vec<PersonBalance>,
}

/// Help of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct KindBalance {
    /// Which kind.
    pub kind: HelpKind,
    /// Acts of help that the owner gave.
    pub given: u64,
    /// Acts of help that the owner received.
    pub received: u64,
}

/// What people share so that each achieves more (row 58).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Shared {
    Expertise,
    Experience,
    Ideas,
    Support,
    Contacts,
}

impl Shared {
    /// All five.
    pub const ALL: [Self; 5] =
        [Self::Expertise, Self::Experience, Self::Ideas, Self::Support, Self::Contacts];

    /// What is shared by help of a kind. A testimonial is support; a resource is somebody's expertise.
    pub fn by(kind: HelpKind) -> Self {
        match kind {
            HelpKind::Advice | HelpKind::Resource => Self::Expertise,
            HelpKind::Experience => Self::Experience,
            HelpKind::Idea => Self::Ideas,
            HelpKind::Support | HelpKind::Testimonial => Self::Support,
            HelpKind::Introduction | HelpKind::Referral | HelpKind::Invitation => Self::Contacts,
        }
    }
}

/// What was shared in one of the five ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WayBalance {
    /// Which.
    pub way: Shared,
    /// Acts of help that the owner gave.
    pub given: u64,
    /// Acts of help that the owner received.
    pub received: u64,
}

/// Help between the owner and one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersonBalance {
    /// With whom.
    pub person: PersonId,
    /// Acts of help that the owner gave.
    pub given: u64,
    /// Acts of help that the owner received.
    pub received: u64,
    /// The share that the owner gave, with its middle 90 %.
    pub share: GivingShare,
}

/// Every kind of help, those that widen a network first.
pub const KINDS: [HelpKind; 9] = [
    HelpKind::Introduction,
    HelpKind::Referral,
    HelpKind::Advice,
    HelpKind::Experience,
    HelpKind::Idea,
    HelpKind::Resource,
    HelpKind::Support,
    HelpKind::Testimonial,
    HelpKind::Invitation,
];

/// The confidence of a share's interval. A judgement.
const CONFIDENCE: f64 = 0.9;

/// The balance of so many days up to a date, that day included; undated help has no place in it.
pub fn balance(book: &Book, as_of: Date, days: i32) -> Balance {
    let mut people = BTreeMap::<PersonId, (u64, u64)>::new();
    for help in lately(book, as_of, days) {
        count(help, people.entry(help.person).or_default());
    }
    let mut people: Vec<PersonBalance> = people
        .into_iter()
        .map(|(person, (given, received))| {
            let share = giving_share(given, received, CONFIDENCE);
            PersonBalance { person, given, received, share }
        })
        .collect();
    people.sort_by_key(|one| (std::cmp::Reverse(one.given + one.received), one.person));
    let kinds = by_kind(book, as_of, days);
    Balance { ways: ways(&kinds), kinds, people }
}

/// The same by kind alone: an introduction helps two, and is one.
pub(super) fn by_kind(book: &Book, as_of: Date, days: i32) -> Vec<KindBalance> {
    let mut acts: Vec<ActOfHelp> = lately(book, as_of, days).collect();
    let kinds = KINDS.into_iter().filter_map(|kind| {
        let of_kind: Vec<ActOfHelp> = acts.extract_if(.., |act| act.kind == kind).collect();
        let count = |direction| help_entries(&of_kind, direction).len() as u64;
        let (given, received) = (count(Direction::Given), count(Direction::Received));
        (!of_kind.is_empty()).then_some(KindBalance { kind, given, received })
    });
    kinds.collect()
}

/// Help as the ledger counts it, work passed on and people made known included.
fn lately(book: &Book, as_of: Date, days: i32) -> impl Iterator<Item = ActOfHelp> {
    let since = days_before(as_of, days);
    acts_of_help(book, as_of).into_iter().filter(move |help| help.on.is_some_and(|on| on > since))
}

fn count(help: ActOfHelp, (given, received): &mut (u64, u64)) {
    match help.direction {
        Direction::Given => *given += 1,
        Direction::Received => *received += 1,
    }
}

/// The kinds of help by what they share.
pub(super) fn ways(kinds: &[KindBalance]) -> Vec<WayBalance> {
    let sum = |way: Shared, of: fn(&KindBalance) -> u64| {
        kinds.iter().filter(|kind| Shared::by(kind.kind) == way).map(of).sum()
    };
    let ways = Shared::ALL.iter().filter(|_| !kinds.is_empty());
    ways.map(|&way| WayBalance {
        way,
        given: sum(way, |k| k.given),
        received: sum(way, |k| k.received),
    })
    .collect()
}
