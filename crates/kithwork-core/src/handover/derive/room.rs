//! The rows of rooms.

use super::super::ledger::Told;
use super::super::record::{Said, SaidRoom};
use super::super::rooms::room_memory;
use super::super::said::{known, ranked, with_columns};
use super::Ground;
use crate::fact::FactKind;
use crate::facts::{Room, Statement};
use crate::id::{FactId, RoomId};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Writes the rooms' rows, remembers those that only a mention knows, and lets go of those that
/// nothing mentions any more.
pub(super) fn derive_rooms(ground: &mut Ground<'_, '_>) {
    let before: HashMap<RoomId, &Room> = ground.facts.rooms.iter().map(|r| (r.id, r)).collect();
    let mut memories: HashMap<String, usize> = HashMap::new();
    for (at, told) in ground.told.iter().enumerate().filter(|(_, told)| told.is_derived()) {
        if matches!(told.said(), Said::Room(_)) {
            memories.insert(told.statement.key.clone(), at);
        }
    }
    let mut standing: HashSet<RoomId> = HashSet::new();
    let rooms = ground.rooms;
    for here in &rooms.all {
        let id = here.id.unwrap_or(RoomId(uuid::Uuid::nil()));
        standing.insert(id);
        ground.edits.put(before.get(&id).copied(), read(ground.told, &here.told, id, &here.name));
        for &told in &here.told {
            ground.told[told].settle_on(FactKind::Room, id.into());
        }
        let Some((source, document)) = &here.mention else { continue };
        let key = room_memory(&here.folded);
        if let Some(at) = memories.remove(&key) {
            ground.told[at].settle_on(FactKind::Room, id.into());
            continue;
        }
        let said = Said::Room(SaidRoom { name: here.name.clone(), ..SaidRoom::default() });
        let statement = Statement {
            id: FactId((ground.ids)()),
            source: *source,
            key,
            document: document.clone(),
            about: FactKind::Room,
            subject: id.into(),
            written_under: id.into(),
            said,
            recorded_at: ground.now,
        };
        ground.told.push(Told::new(Cow::Owned(statement)));
    }
    for at in memories.into_values() {
        ground.told[at].withdrawn = true;
    }
    for row in ground.facts.rooms.iter().filter(|row| !standing.contains(&row.id)) {
        ground.edits.remove(row);
    }
}

fn read(told: &[Told<'_>], of_room: &[usize], id: RoomId, name: &str) -> Room {
    let said = ranked(told, of_room, |said| match said {
        Said::Room(said) => Some(said),
        _ => None,
    });
    let mut room = Room::named(id, name);
    room.kind = known!(&said, kind);
    room.cadence = known!(&said, cadence);
    room.meeting_minutes = known!(&said, meeting_minutes);
    room.travel_minutes = known!(&said, travel_minutes);
    room.annual_fee = known!(&said, annual_fee);
    room.fee_per_meeting = known!(&said, fee_per_meeting);
    room.joined_on = known!(&said, joined_on);
    room.left_on = known!(&said, left_on);
    room.absences_allowed = known!(&said, absences_allowed);
    room.absence_window_days = known!(&said, absence_window_days);
    room.substitute_allowed = known!(&said, substitute_allowed);
    let columns = said.iter().find(|s| !s.extra.is_empty());
    let notes = known!(&said, notes);
    room.notes = columns.map_or(notes.clone(), |s| with_columns(notes, &s.extra));
    room
}
