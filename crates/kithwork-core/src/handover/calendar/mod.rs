//! The calendar in people's own words.

use super::derive::Ground;
use super::ledger::Told;
use super::occasion::{Company, Gathering, Sighting};
use super::owner::Owner;
use super::people::People;
use super::question::{Answers, Raised};
use super::record::Said;
use super::rooms::Rooms;
use crate::fact::FactKind;
use crate::facts::{Entry, Meaning};
use crate::id::FactId;
use jiff::civil::DateTime;
use std::collections::HashMap;

/// What the entries mean.
pub(super) struct Calendar;

impl Calendar {
    /// Reads all entries.
    pub(super) fn read(
        _told: &[Told<'_>],
        _people: &mut People,
        _rooms: &mut Rooms,
        _owner: &Owner,
        _answers: &Answers<'_>,
    ) -> Self {
        Self
    }

    pub(super) fn questions(&self, _people: &People, _told: &[Told<'_>]) -> Vec<Raised> {
        Vec::new()
    }
}

/// Writes the entries.
pub(super) fn derive_entries(
    ground: &mut Ground<'_, '_>,
    _calendar: &Calendar,
) -> (Vec<Sighting<Company>>, Vec<Sighting<Gathering>>) {
    let before: HashMap<(&str, Option<DateTime>), &Entry> =
        ground.facts.entries.iter().map(|e| ((e.uid.as_str(), e.recurrence_id), e)).collect();
    for at in 0..ground.told.len() {
        let Said::Entry(said) = ground.told[at].said() else { continue };
        let row = before.get(&(said.uid.as_str(), said.recurrence_id)).copied();
        let id = row.map_or_else(|| FactId((ground.ids)()), |row| row.id);
        let entry = Entry {
            id,
            uid: said.uid.clone(),
            recurrence_id: said.recurrence_id,
            event: said.event.clone(),
            meaning: Meaning::Undecided,
        };
        ground.edits.put(row, entry);
        ground.told[at].settle_on(FactKind::Entry, id);
    }
    (Vec::new(), Vec::new())
}
