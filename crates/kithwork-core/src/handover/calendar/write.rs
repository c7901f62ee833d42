//! The rows of entries, and what single ones stand for.

use super::super::derive::Ground;
use super::super::occasion::{Company, Gathering, Sighting};
use super::super::record::Said;
use super::{Calendar, Sense};
use crate::fact::FactKind;
use crate::facts::{Entry, Meaning};
use crate::id::FactId;
use crate::source::Source;
use jiff::civil::DateTime;
use std::collections::HashMap;

/// What single entries stand for: conversations and meetings, to be paired with the sheets'.
pub(crate) type Seen = (Vec<Sighting<Company>>, Vec<Sighting<Gathering>>);

/// Writes all entries with their meanings. A series stays one row; a single entry is a sighting of a
/// meeting or a conversation besides.
pub(crate) fn derive_entries(ground: &mut Ground<'_, '_>, calendar: &Calendar) -> Seen {
    let before: HashMap<(&str, Option<DateTime>), &Entry> =
        ground.facts.entries.iter().map(|e| ((e.uid.as_str(), e.recurrence_id), e)).collect();
    let (mut talks, mut gatherings) = (Vec::new(), Vec::new());
    for (at, sense) in &calendar.senses {
        let Said::Entry(said) = ground.told[*at].said() else { continue };
        let row = before.get(&(said.uid.as_str(), said.recurrence_id)).copied();
        let is_single = said.event.rrule.is_none() && said.event.rdates.is_empty();
        let (on, starts) = (said.event.on, said.event.starts);
        let meaning = meaning(ground, sense);
        let id = row.map_or_else(|| FactId((ground.ids)()), |row| row.id);
        let is_same = |row: &Entry| row.event == said.event && row.meaning == meaning;
        if !row.is_some_and(is_same) {
            let (uid, event) = (said.uid.clone(), said.event.clone());
            let recurrence_id = said.recurrence_id;
            ground.edits.put(row, Entry { id, uid, recurrence_id, event, meaning });
        }
        match (sense, on.filter(|_| is_single)) {
            (Sense::Talk(kind, people), Some(on)) => talks.push(Sighting {
                told: *at,
                source: Source::Calendar,
                same: (on, people.clone()),
                kind: Some(*kind),
                minutes: said.event.minutes,
                starts,
                row: None,
            }),
            (Sense::Room(room), Some(on)) => gatherings.push(Sighting {
                told: *at,
                source: Source::Calendar,
                same: (on, *room),
                kind: None,
                minutes: None,
                starts,
                row: None,
            }),
            _ => ground.told[*at].settle_on(FactKind::Entry, id),
        }
    }
    talks.sort_by_key(|seen| seen.starts);
    gatherings.sort_by_key(|seen| seen.starts);
    (talks, gatherings)
}

fn meaning(ground: &Ground<'_, '_>, sense: &Sense) -> Meaning {
    match sense {
        Sense::Undecided => Meaning::Undecided,
        Sense::Private => Meaning::Private,
        Sense::Room(room) => Meaning::Room(ground.rooms.id(*room)),
        Sense::Talk(kind, people) => Meaning::Conversation {
            kind: *kind,
            people: people.iter().map(|&who| ground.id_of(who)).collect(),
        },
    }
}
