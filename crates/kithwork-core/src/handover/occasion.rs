//! One occasion is one fact: the n-th of one source is the n-th of another.

use super::people::Who;
use super::rooms::Where;
use crate::facts::ConversationKind;
use crate::id::FactId;
use crate::source::Source;
use jiff::civil::{Date, Time};
use std::collections::HashMap;
use std::hash::Hash;

/// What one statement says took place.
#[derive(Clone, Debug)]
pub(super) struct Sighting<K> {
    /// Its statement.
    pub(super) told: usize,
    pub(super) source: Source,
    /// Date and people, or date and room: what makes it one occasion.
    pub(super) same: K,
    /// What kind of conversation; none for meetings.
    pub(super) kind: Option<ConversationKind>,
    /// Its length, minutes.
    pub(super) minutes: Option<u32>,
    pub(super) starts: Option<Time>,
    /// The row on which the owner wrote it: all that is written on one row is one occasion.
    pub(super) row: Option<FactId>,
}

/// Where a conversation takes place in time and company.
pub(super) type Company = (Date, Vec<Who>);
/// Where a meeting takes place.
pub(super) type Gathering = (Date, Where);

/// One occasion, with all the statements that speak of it.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) told: Vec<usize>,
    pub(super) people: Vec<Who>,
    pub(super) room: Option<Where>,
    pub(super) on: Date,
    pub(super) kind: Option<ConversationKind>,
    pub(super) minutes: Option<u32>,
    pub(super) starts: Option<Time>,
    pub(super) id: Option<FactId>,
    sources: Vec<Source>,
    row: Option<FactId>,
}

/// All occasions of one kind of fact.
#[derive(Debug, Default)]
pub(super) struct Occasions {
    pub(super) slots: Vec<Slot>,
}

/// Pairs sightings of conversations.
pub(super) fn pair_conversations(sightings: Vec<Sighting<Company>>) -> Occasions {
    pair(sightings, |(on, people)| (on, people, None))
}

/// Pairs sightings of meetings.
pub(super) fn pair_meetings(sightings: Vec<Sighting<Gathering>>) -> Occasions {
    pair(sightings, |(on, room)| (on, Vec::new(), Some(room)))
}

/// `sightings` come in an order that does not depend on arrival, the greatest source first.
fn pair<K: Eq + Hash + Clone>(
    sightings: Vec<Sighting<K>>,
    place: impl Fn(K) -> (Date, Vec<Who>, Option<Where>),
) -> Occasions {
    let mut order: Vec<K> = Vec::new();
    let mut by_place: HashMap<K, Vec<Sighting<K>>> = HashMap::with_capacity(sightings.len());
    for sighting in sightings {
        if let Some(all) = by_place.get_mut(&sighting.same) {
            all.push(sighting);
        } else {
            order.push(sighting.same.clone());
            by_place.insert(sighting.same.clone(), vec![sighting]);
        }
    }
    let mut occasions = Occasions::default();
    for key in order {
        let Some(all) = by_place.remove(&key) else { continue };
        let (on, people, room) = place(key);
        let from = occasions.slots.len();
        // Exact kinds meet first, so that a call stays a call where a one-to-one stands beside it.
        let mut left = Vec::new();
        for sighting in &all {
            if !join_slot(&mut occasions.slots[from..], sighting, true) {
                if has_foreign_slot(&occasions.slots[from..], sighting) {
                    left.push(sighting);
                } else {
                    occasions.slots.push(open(sighting, on, &people, room));
                }
            }
        }
        for sighting in left {
            if !join_slot(&mut occasions.slots[from..], sighting, false) {
                occasions.slots.push(open(sighting, on, &people, room));
            }
        }
    }
    occasions
}

fn open<K>(sighting: &Sighting<K>, on: Date, people: &[Who], room: Option<Where>) -> Slot {
    Slot {
        told: vec![sighting.told],
        people: people.to_vec(),
        room,
        on,
        kind: sighting.kind,
        minutes: sighting.minutes,
        starts: sighting.starts,
        id: None,
        sources: vec![sighting.source],
        row: sighting.row,
    }
}

/// Whether a slot that its source has not spoken of yet could still be meant.
fn has_foreign_slot<K>(slots: &[Slot], sighting: &Sighting<K>) -> bool {
    slots.iter().any(|slot| !slot.sources.contains(&sighting.source))
}

fn join_slot<K>(slots: &mut [Slot], sighting: &Sighting<K>, exactly: bool) -> bool {
    let fits = |slot: &&mut Slot| {
        let is_of_row = sighting.row.is_some() && slot.row == sighting.row;
        (is_of_row || !slot.sources.contains(&sighting.source))
            && match (slot.kind, sighting.kind) {
                (Some(a), Some(b)) if exactly => a == b,
                (Some(a), Some(b)) => a.may_be(slot.minutes, b, sighting.minutes),
                _ => true,
            }
    };
    let Some(slot) = slots.iter_mut().find(fits) else { return false };
    slot.told.push(sighting.told);
    slot.sources.push(sighting.source);
    slot.minutes = slot.minutes.or(sighting.minutes);
    slot.starts = slot.starts.or(sighting.starts);
    slot.row = slot.row.or(sighting.row);
    true
}
