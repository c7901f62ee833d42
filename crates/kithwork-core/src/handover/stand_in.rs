//! Rows that the owner wrote without a statement, as statements of the owner: so that a file which
//! speaks of the same person, room or occasion finds them, and never overrules them.

use super::ledger::{Ledger, OWN};
use super::record::{Said, SaidConversation, SaidMeeting, SaidPerson, SaidRoom};
use crate::fact::{FactKind, Facts};
use crate::facts::{Conversation, Meeting, Person, Room, Statement};
use crate::id::{FactId, PersonId, RoomId};
use crate::source::Source;
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};

/// Adds a provisional statement for each row that no statement speaks of.
pub(super) fn stand_in(ledger: &mut Ledger<'_>, facts: &Facts) {
    let spoken_of: HashSet<FactId> =
        facts.statements.iter().flat_map(|s| [s.subject, s.written_under]).collect();
    let names = Names::of(facts);
    for row in facts.people.iter().filter(|row| row.merged_into.is_none()) {
        if !spoken_of.contains(&row.id.into()) {
            let said = Said::Person(Box::new(names.person(row)));
            add(ledger, FactKind::Person, row.id.into(), said);
        }
    }
    for row in facts.rooms.iter().filter(|row| !spoken_of.contains(&row.id.into())) {
        add(ledger, FactKind::Room, row.id.into(), Said::Room(room(row)));
    }
    for row in facts.meetings.iter().filter(|row| !spoken_of.contains(&row.id)) {
        if let Some(said) = names.meeting(row) {
            add(ledger, FactKind::Meeting, row.id, Said::Meeting(said));
        }
    }
    for row in facts.conversations.iter().filter(|row| !spoken_of.contains(&row.id)) {
        add(ledger, FactKind::Conversation, row.id, Said::Conversation(names.conversation(row)));
    }
}

fn add(ledger: &mut Ledger<'_>, about: FactKind, subject: FactId, said: Said) {
    let statement = Statement {
        id: subject,
        source: Source::Own,
        key: format!("{OWN}{}|{subject}", about.name()),
        document: String::new(),
        about,
        subject,
        written_under: subject,
        said,
        recorded_at: Timestamp::UNIX_EPOCH,
    };
    ledger.add(statement, true);
}

struct Names<'f> {
    people: HashMap<PersonId, &'f Person>,
    rooms: HashMap<RoomId, &'f str>,
}

impl<'f> Names<'f> {
    fn of(facts: &'f Facts) -> Self {
        Self {
            people: facts.people.iter().map(|p| (p.id, p)).collect(),
            rooms: facts.rooms.iter().map(|r| (r.id, r.name.as_str())).collect(),
        }
    }

    fn name(&self, mut id: PersonId) -> Option<String> {
        // A chain of merges is short; the bound only guards against a damaged book.
        for _ in 0..64 {
            let person = self.people.get(&id)?;
            match person.merged_into {
                Some(next) => id = next,
                None => return Some(person.name.clone()),
            }
        }
        None
    }

    fn person(&self, row: &Person) -> SaidPerson {
        let room = |id| self.rooms.get(&id).map(|name| (*name).to_owned());
        SaidPerson {
            name: Some(row.name.clone()),
            emails: row.emails.clone(),
            phones: row.phones.clone(),
            urls: row.urls.clone(),
            organisation: row.organisation.clone(),
            role: row.role.clone(),
            sector: row.sector.clone(),
            city: row.city.clone(),
            met_on: row.met_on,
            met_at: row.met_at.and_then(room),
            introduced_by: row.introduced_by.and_then(|id| self.name(id)),
            what_they_do: row.what_they_do.clone(),
            who_they_serve: row.who_they_serve.clone(),
            looking_for: row.looking_for.clone(),
            care: row.care,
            care_on: row.care_on,
            notes: row.notes.clone(),
            ..SaidPerson::default()
        }
    }

    fn meeting(&self, row: &Meeting) -> Option<SaidMeeting> {
        let people = row.people.iter().filter_map(|id| self.name(*id)).collect();
        Some(SaidMeeting::of(row, *self.rooms.get(&row.room)?, people))
    }

    fn conversation(&self, row: &Conversation) -> SaidConversation {
        SaidConversation {
            on: row.on,
            kind: row.kind,
            people: row.people.iter().filter_map(|id| self.name(*id)).collect(),
            minutes: row.minutes,
            travel_minutes: row.travel_minutes,
            prep_minutes: row.prep_minutes,
            cost: row.cost,
            objective: row.objective.clone(),
            objective_met: row.objective_met,
            they_know_me: row.they_know_me,
            they_learned: row.they_learned.clone(),
            i_learned: row.i_learned.clone(),
            energy: row.energy,
            notes: row.notes.clone(),
            extra: std::collections::BTreeMap::default(),
        }
    }
}

fn room(row: &Room) -> SaidRoom {
    SaidRoom {
        name: row.name.clone(),
        kind: row.kind,
        cadence: row.cadence,
        meeting_minutes: row.meeting_minutes,
        travel_minutes: row.travel_minutes,
        annual_fee: row.annual_fee,
        fee_per_meeting: row.fee_per_meeting,
        joined_on: row.joined_on,
        left_on: row.left_on,
        absences_allowed: row.absences_allowed,
        absence_window_days: row.absence_window_days,
        substitute_allowed: row.substitute_allowed,
        forgotten: std::collections::BTreeSet::default(),
        notes: row.notes.clone(),
        extra: std::collections::BTreeMap::default(),
    }
}
