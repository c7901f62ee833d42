//! The calendar, read as its owner wrote it: which entries are a room's meetings, which are time with
//! people, which are private life. Never a silent guess: what could be several things is asked, alike
//! ones together.

mod ask;
mod decide;
mod place;
mod rhythm;
mod sight;
mod title;
mod who;
mod words;
mod write;

use super::ledger::Told;
use super::owner::Owner;
use super::people::{People, Who};
use super::question::Answers;
use super::rooms::{Rooms, Where};
use crate::facts::ConversationKind;
use ask::Doubts;
use decide::Decider;
use std::collections::BTreeSet;
use title::Title;

pub(super) use write::derive_entries;

/// What an entry turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sense {
    Undecided,
    Private,
    Room(Where),
    Talk(ConversationKind, Vec<Who>),
}

/// All entries with what they mean, and what stays unclear.
pub(super) struct Calendar {
    /// Each entry's statement and sense, in an order that does not depend on arrival.
    senses: Vec<(usize, Sense)>,
    doubts: Doubts,
}

impl Calendar {
    /// Reads all entries of a book.
    pub(super) fn read(
        told: &[Told<'_>],
        people: &mut People,
        rooms: &mut Rooms,
        owner: &Owner,
        answers: &Answers<'_>,
    ) -> Self {
        let sights = sight::look(told, owner);
        let mut decider =
            Decider { told, people, rooms, owner, answers, doubts: Doubts::default() };
        let senses = decider.decide(&sights);
        let told = sights.iter().map(|sight| sight.told);
        Self { doubts: decider.doubts, senses: told.zip(senses).collect() }
    }
}

/// The key of the question what entries of a title are.
fn what_key(title: &Title) -> String {
    format!("what-is|{}", title.key())
}

/// The key of the question what entries of a title are, for whoever knows the title alone.
pub(super) fn what_title(title: &str) -> String {
    what_key(&Title::read(title, &BTreeSet::new()))
}

/// The key of the question which room a title means, for whoever knows the title alone.
pub(super) fn which_title(title: &str) -> String {
    place::which_key(&Title::read(title, &BTreeSet::new()).words)
}
