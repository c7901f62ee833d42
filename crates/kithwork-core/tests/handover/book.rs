//! A book to import into, and short ways to write records.

use jiff::Timestamp;
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::Facts;
use kithwork_core::facts::{Attendee, ConversationKind, Direction, Event, Octets, Settings};
use kithwork_core::handover::{
    Batch, Outcome, Record, Said, SaidConversation, SaidEntry, SaidMeeting, SaidPerson,
    SaidReferral, SaidRoom, fold, reconcile,
};
use kithwork_core::id::BookId;
use kithwork_core::source::Source;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A book and the counter its ids come from.
pub(crate) struct TestBook {
    pub(crate) facts: Facts,
    pub(crate) next: u128,
}

impl TestBook {
    pub(crate) fn new() -> Self {
        let settings = Settings::new(BookId(Uuid::from_u128(1)));
        Self { facts: Facts { settings: vec![settings], ..Facts::default() }, next: 1000 }
    }

    /// Imports files, one change each call.
    pub(crate) fn import(&mut self, files: &[(&str, Vec<Record>)]) -> Outcome {
        let batches = files
            .iter()
            .map(|(document, records)| Batch { document, records: records.clone() })
            .collect();
        let mut next = self.next;
        let outcome = reconcile(&self.facts, batches, now(), &mut || {
            next += 1;
            Uuid::from_u128(next)
        });
        self.next = next;
        self.apply(&outcome.edits);
        outcome
    }

    /// Writes edits as a store does: each row must be what its edit says it was.
    pub(crate) fn apply(&mut self, edits: &[Edit]) {
        let facts = std::mem::take(&mut self.facts);
        self.facts = facts.edited(edits).expect("no stale edit");
    }

    pub(crate) fn ids(&mut self) -> impl FnMut() -> Uuid + '_ {
        || {
            self.next += 1;
            Uuid::from_u128(self.next)
        }
    }

    /// Names of those who count, in order.
    pub(crate) fn network(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.facts.people.iter().filter(|p| p.counts()).map(|p| p.name.clone()).collect();
        names.sort();
        names
    }
}

pub(crate) fn now() -> Timestamp {
    "2026-11-16T09:00:00Z".parse().expect("a moment")
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

pub(crate) fn record(source: Source, key: String, said: Said) -> Record {
    Record { source, key, line: Some(2), number: 1, said }
}

/// A row of `people`.
pub(crate) fn person(said: SaidPerson) -> Record {
    let key = format!("people|{}", fold(said.name.as_deref().unwrap_or("")));
    record(Source::Sheet, key, Said::Person(Box::new(said)))
}

/// A card.
pub(crate) fn card(uid: &str, said: SaidPerson) -> Record {
    let said = SaidPerson { uid: Some(uid.to_owned()), ..said };
    record(Source::Card, format!("card|{uid}"), Said::Person(Box::new(said)))
}

pub(crate) fn named(name: &str) -> SaidPerson {
    SaidPerson { name: Some(name.to_owned()), ..SaidPerson::default() }
}

pub(crate) fn with_email(name: &str, email: &str) -> SaidPerson {
    SaidPerson { emails: vec![email.to_owned()], ..named(name) }
}

pub(crate) fn with_phone(name: &str, phone: &str) -> SaidPerson {
    SaidPerson { phones: vec![phone.to_owned()], ..named(name) }
}

pub(crate) fn room(name: &str) -> Record {
    let said = SaidRoom { name: name.to_owned(), ..SaidRoom::default() };
    record(Source::Sheet, format!("groups|{}", fold(name)), Said::Room(said))
}

pub(crate) fn talk(on: &str, kind: ConversationKind, people: &[&str]) -> Record {
    let key = format!("interactions|{on}|{kind:?}|{}", people.join(";"));
    let said = SaidConversation {
        on: day(on),
        kind,
        people: people.iter().map(|p| (*p).to_owned()).collect(),
        minutes: Some(60),
        travel_minutes: None,
        prep_minutes: None,
        cost: None,
        objective: None,
        objective_met: None,
        they_know_me: None,
        they_learned: None,
        i_learned: None,
        energy: None,
        notes: None,
        extra: BTreeMap::new(),
    };
    record(Source::Sheet, key, Said::Conversation(said))
}

pub(crate) fn meeting(on: &str, room: &str, people: &[&str]) -> Record {
    let said = SaidMeeting {
        minutes: Some(90),
        people: people.iter().map(|p| (*p).to_owned()).collect(),
        ..SaidMeeting::held(day(on), room)
    };
    record(Source::Sheet, format!("meetings|{on}|{}", fold(room)), Said::Meeting(said))
}

pub(crate) fn referral(on: &str, from: &str, to: &str, prospect: &str) -> Record {
    let said = SaidReferral {
        on: Some(day(on)),
        direction: if to == "me" { Direction::Received } else { Direction::Given },
        from: from.to_owned(),
        to: to.to_owned(),
        prospect: Some(prospect.to_owned()),
        effort: None,
        status: None,
        value: None,
        closed_on: None,
        thanked_on: None,
        extra: BTreeMap::new(),
    };
    record(Source::Sheet, format!("referrals|{on}|{from}|{to}|{prospect}"), Said::Referral(said))
}

/// A calendar entry of an hour at ten; `with` are addresses of those invited.
pub(crate) fn entry(uid: &str, on: &str, title: &str, with: &[&str]) -> Record {
    let invited = |email: &&str| Attendee { name: None, email: Some((*email).to_owned()) };
    let event = Event {
        title: title.to_owned(),
        on: Some(day(on)),
        starts: "10:00:00".parse().ok(),
        minutes: Some(60),
        attendees: with.iter().map(invited).collect(),
        ..Event::default()
    };
    said_entry(uid, event)
}

/// A series at a time of the day.
pub(crate) fn series(uid: &str, on: &str, at: (&str, u32), title: &str, rrule: &str) -> Record {
    let event = Event {
        title: title.to_owned(),
        on: Some(day(on)),
        starts: at.0.parse().ok(),
        minutes: Some(at.1),
        rrule: Some(rrule.to_owned()),
        ..Event::default()
    };
    said_entry(uid, event)
}

fn said_entry(uid: &str, event: Event) -> Record {
    let octets = Octets(format!("BEGIN:VEVENT {uid} {}", event.title).into_bytes());
    let said = SaidEntry { uid: uid.to_owned(), recurrence_id: None, event, octets };
    record(Source::Calendar, format!("event|{uid}|"), Said::Entry(Box::new(said)))
}
