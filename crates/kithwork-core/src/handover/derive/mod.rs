//! Rows out of statements: each field from the greatest source that says something.

mod card;
mod conversation;
mod meeting;
mod person;
mod rating;
mod referral;
mod room;
mod row;

use super::cast::{Cast, Meant};
use super::edits::Edits;
use super::ledger::Told;
use super::occasion::Occasions;
use super::people::{People, Who};
use super::rooms::Rooms;
use crate::fact::{FactKind, Facts};
use crate::id::{FactId, Ids, PersonId};
use std::collections::HashMap;

pub(super) use conversation::derive_conversations;
pub(super) use meeting::derive_meetings;
pub(super) use row::derive_rows;

/// Why a record cannot be a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// A referral that no person gave or received.
    ReferralNeedsAPerson,
    /// Help, a promise or an introduction with a room or the owner alone.
    NeedsAPerson,
    /// A name that could be several people: it waits for the answer.
    Waits,
}

/// What rows are derived from.
pub(super) struct Ground<'g, 'a> {
    pub(super) facts: &'a Facts,
    pub(super) told: &'g mut Vec<Told<'a>>,
    pub(super) people: &'g People,
    pub(super) rooms: &'g Rooms,
    pub(super) cast: &'g Cast,
    pub(super) edits: &'g mut Edits,
    pub(super) unfit: &'g mut HashMap<usize, Unfit>,
    pub(super) now: jiff::Timestamp,
    pub(super) ids: Ids<'g>,
}

impl Ground<'_, '_> {
    /// The row of someone.
    pub(super) fn id_of(&self, who: Who) -> PersonId {
        person_id(self.people, who)
    }

    /// The person a row's name means.
    fn person(&self, name: &str) -> Result<PersonId, Unfit> {
        match self.cast.of(name) {
            Some(Meant::Person(who)) => Ok(self.id_of(*who)),
            Some(Meant::Unclear(_)) => Err(Unfit::Waits),
            Some(Meant::Owner | Meant::Room) | None => Err(Unfit::NeedsAPerson),
        }
    }
}

/// The row of someone; everyone has one once people are identified.
pub(super) fn person_id(people: &People, who: Who) -> PersonId {
    people.get(who).id.unwrap_or(PersonId(uuid::Uuid::nil()))
}

/// Derives the rows that need no pairing: people, rooms, ratings, cards.
pub(super) fn derive_lasting(ground: &mut Ground<'_, '_>) {
    room::derive_rooms(ground);
    person::derive_people(ground);
    rating::derive_ratings(ground);
    card::derive_cards(ground);
}

/// Ids of occasions: what their statements were first written to, each taken once.
pub(super) fn claim_ids(
    occasions: &mut Occasions,
    told: &[Told<'_>],
    kind: FactKind,
    ids: Ids<'_>,
) {
    let mut claimed = std::collections::HashSet::new();
    for slot in &mut occasions.slots {
        let known = slot.told.iter().map(|&at| &told[at].statement);
        let known = known.filter(|s| s.about == kind && !s.subject.0.is_nil()).map(|s| s.subject);
        let mut known: Vec<FactId> = known.collect();
        known.sort_unstable();
        slot.id = known.into_iter().find(|id| claimed.insert(*id));
    }
    for slot in occasions.slots.iter_mut().filter(|slot| slot.id.is_none()) {
        slot.id = Some(FactId(ids()));
    }
}
