//! The rows of meetings.

use super::super::ledger::Told;
use super::super::occasion::{Gathering, Sighting, Slot, pair_meetings};
use super::super::record::{Said, SaidMeeting};
use super::super::said::{first, is_forgotten, known, ranked, with_columns};
use super::{Ground, Meant, claim_ids};
use crate::fact::FactKind;
use crate::facts::{Event, Meeting};
use crate::id::{FactId, PersonId};
use std::collections::{HashMap, HashSet};

/// The longest entry whose length is taken for hours spent, minutes. A conference entered from one
/// morning to the next evening is no two days and a night of meeting people (judgement).
const LONGEST: u32 = 12 * 60;

/// Pairs what sheets, the calendar and the owner say about meetings, and writes them.
pub(crate) fn derive_meetings(ground: &mut Ground<'_, '_>, calendar: Vec<Sighting<Gathering>>) {
    let before: HashMap<FactId, &Meeting> =
        ground.facts.meetings.iter().map(|m| (m.id, m)).collect();
    let mut sightings = sight(ground, &before);
    sightings.extend(calendar);
    let mut occasions = pair_meetings(sightings);
    claim_ids(&mut occasions, ground.told, FactKind::Meeting, &mut *ground.ids);
    let mut standing: HashSet<FactId> = HashSet::new();
    for slot in &occasions.slots {
        let (Some(id), Some(_)) = (slot.id, slot.room) else { continue };
        standing.insert(id);
        let row = before.get(&id).copied();
        let is_row_alone = slot.told.iter().all(|&at| ground.told[at].provisional);
        if !is_row_alone && let Some(meeting) = read(ground, slot, id, row) {
            ground.edits.put(row, meeting);
        }
        for &at in &slot.told {
            ground.told[at].provisional &= is_row_alone;
            ground.told[at].settle_on(FactKind::Meeting, id);
        }
    }
    for row in ground.facts.meetings.iter().filter(|row| !standing.contains(&row.id)) {
        ground.edits.remove(row);
    }
}

fn sight(ground: &Ground<'_, '_>, before: &HashMap<FactId, &Meeting>) -> Vec<Sighting<Gathering>> {
    let mut sightings: Vec<Sighting<Gathering>> = Vec::new();
    for (at, told) in ground.told.iter().enumerate() {
        let Said::Meeting(said) = told.said() else { continue };
        let Some(room) = ground.rooms.named(&said.room) else { continue };
        let row = before.get(&told.statement.subject).filter(|_| told.provisional);
        sightings.push(Sighting {
            told: at,
            source: told.statement.source,
            same: (said.on, room),
            kind: None,
            minutes: None,
            starts: said.starts.or(row.and_then(|row| row.starts)),
            row: told.row(),
        });
    }
    sightings.sort_by(|a, b| {
        let key = |s: &Sighting<Gathering>| &ground.told[s.told].statement.key;
        b.source.cmp(&a.source).then_with(|| key(a).cmp(key(b)))
    });
    sightings
}

fn read(
    ground: &Ground<'_, '_>,
    slot: &Slot,
    id: FactId,
    row: Option<&Meeting>,
) -> Option<Meeting> {
    let said = ranked(ground.told, &slot.told, |said| match said {
        Said::Meeting(said) => Some(said),
        _ => None,
    });
    let event = events(ground.told, slot).next();
    let mut meeting = Meeting::held(id, ground.rooms.id(slot.room?), slot.on);
    let starts = first(&said, |s| s.starts).or(slot.starts);
    meeting.starts = starts.or_else(|| row.and_then(|r| r.starts));
    let lasted = event.and_then(|e| e.minutes).filter(|minutes| *minutes <= LONGEST);
    let lasted = lasted.filter(|_| !is_forgotten(&said, "minutes"));
    meeting.minutes = known!(&said, minutes).or(lasted);
    meeting.travel_minutes = known!(&said, travel_minutes);
    meeting.prep_minutes = known!(&said, prep_minutes);
    meeting.cost = known!(&said, cost);
    meeting.people = talked_to(ground, &said);
    meeting.pitch = known!(&said, pitch);
    meeting.pitch_prepared = known!(&said, pitch_prepared);
    meeting.pitch_changed = known!(&said, pitch_changed);
    meeting.pitch_skipped = known!(&said, pitch_skipped);
    let why = known!(&said, pitch_changed_why);
    let differs = meeting.pitch_changed == Some(true) || meeting.pitch_skipped == Some(true);
    meeting.pitch_changed_why = why.filter(|_| differs);
    meeting.energy = known!(&said, energy);
    meeting.goal = known!(&said, goal);
    meeting.goal_met = known!(&said, goal_met);
    meeting.first_time = known!(&said, first_time);
    meeting.nerves_before = known!(&said, nerves_before);
    meeting.nerves_after = known!(&said, nerves_after);
    meeting.debriefed_on = known!(&said, debriefed_on);
    meeting.missed = known!(&said, missed);
    let columns = said.iter().find(|s| !s.extra.is_empty());
    let notes = known!(&said, notes);
    meeting.notes = columns.map_or(notes.clone(), |s| with_columns(notes, &s.extra));
    Some(meeting)
}

/// Whom the owner talked to: the word of the greatest source that names anyone. A name that is not
/// clear yet is left out till it is.
fn talked_to(ground: &Ground<'_, '_>, said: &[&SaidMeeting]) -> Vec<PersonId> {
    let names = said.iter().find(|s| !s.people.is_empty()).map_or(&[][..], |s| &s.people);
    let mut people = Vec::with_capacity(names.len());
    for name in names {
        if let Some(Meant::Person(who)) = ground.cast.of(name) {
            let id = ground.id_of(*who);
            if !people.contains(&id) {
                people.push(id);
            }
        }
    }
    people
}

fn events<'t>(told: &'t [Told<'_>], slot: &'t Slot) -> impl Iterator<Item = &'t Event> {
    slot.told.iter().filter_map(|&at| match told[at].said() {
        Said::Entry(entry) => Some(&entry.event),
        _ => None,
    })
}
