//! A book in memory: all facts of one owner, joined up.

use crate::fact::Facts;
use crate::facts::{Conversation, Entry, Meaning, Meeting, Person, Room, Stage};
use crate::id::{FactId, PersonId, RoomId};
use jiff::civil::{Date, DateTime, Time};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// One past or coming occasion of a calendar series, as computed from its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The series' entry.
    pub entry: FactId,
    /// Local start (midnight for whole days).
    pub at: DateTime,
}

/// All facts of one owner, with series spelled out as meetings and conversations.
///
/// Invariants: every id that a fact refers to is found; nobody in `facts.people` is merged into
/// another; a meeting is one room and one local date (and its start, if there are two).
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// The facts; `meetings` and `conversations` are in the order of their dates.
    pub facts: Facts,
    person_at: HashMap<PersonId, usize>,
    room_at: HashMap<RoomId, usize>,
    conversations_of: HashMap<PersonId, Vec<usize>>,
    meetings_of: HashMap<PersonId, Vec<usize>>,
}

impl Book {
    /// Joins up the facts of one owner. `occurrences` are those of its series, computed by the
    /// formats up to whatever date is to be looked at.
    pub fn new(mut facts: Facts, occurrences: &[Occurrence]) -> Self {
        spell_out_series(&mut facts, occurrences);
        let moved: HashMap<PersonId, PersonId> =
            facts.people.iter().filter_map(|p| Some((p.id, p.merged_into?))).collect();
        facts.people.retain(|p| p.merged_into.is_none());
        if !moved.is_empty() {
            redirect(&mut facts, &moved);
        }
        facts.meetings.sort_by_key(|m| (m.on, m.starts, m.id));
        facts.conversations.sort_by_key(|c| (c.on, c.starts, c.id));
        let person_at = facts.people.iter().enumerate().map(|(i, p)| (p.id, i)).collect();
        let room_at = facts.rooms.iter().enumerate().map(|(i, r)| (r.id, i)).collect();
        let conversations_of = index(facts.conversations.iter().map(|c| &c.people[..]));
        let meetings_of = index(facts.meetings.iter().map(|m| &m.people[..]));
        Self { facts, person_at, room_at, conversations_of, meetings_of }
    }

    /// The person of that id.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.person_at.get(&id).and_then(|&i| self.facts.people.get(i))
    }

    /// The room of that id.
    pub fn room(&self, id: RoomId) -> Option<&Room> {
        self.room_at.get(&id).and_then(|&i| self.facts.rooms.get(i))
    }

    /// The person's conversations, oldest first.
    pub fn conversations_of(&self, id: PersonId) -> impl Iterator<Item = &Conversation> {
        let at = self.conversations_of.get(&id).map_or(&[][..], Vec::as_slice);
        at.iter().filter_map(|&i| self.facts.conversations.get(i))
    }

    /// The meetings at which the owner talked to the person, oldest first.
    pub fn meetings_of(&self, id: PersonId) -> impl Iterator<Item = &Meeting> {
        let at = self.meetings_of.get(&id).map_or(&[][..], Vec::as_slice);
        at.iter().filter_map(|&i| self.facts.meetings.get(i))
    }
}

fn index<'a>(people: impl Iterator<Item = &'a [PersonId]>) -> HashMap<PersonId, Vec<usize>> {
    let mut at: HashMap<PersonId, Vec<usize>> = HashMap::new();
    for (i, people) in people.enumerate() {
        for &person in people {
            at.entry(person).or_default().push(i);
        }
    }
    at
}

/// Rows written before two people were joined still name the one who is no more.
fn redirect(facts: &mut Facts, moved: &HashMap<PersonId, PersonId>) {
    let follow = |id: PersonId| {
        let mut at = id;
        // A chain is as long as its merges; the bound only guards against a damaged book.
        for _ in 0..moved.len() {
            match moved.get(&at) {
                Some(&next) => at = next,
                None => break,
            }
        }
        at
    };
    for conversation in &mut facts.conversations {
        conversation.people.iter_mut().for_each(|p| *p = follow(*p));
    }
    for meeting in &mut facts.meetings {
        meeting.people.iter_mut().for_each(|p| *p = follow(*p));
    }
    facts.promises.iter_mut().for_each(|f| f.person = follow(f.person));
    facts.help.iter_mut().for_each(|f| f.person = follow(f.person));
    facts.referrals.iter_mut().for_each(|f| f.person = follow(f.person));
    facts.ratings.iter_mut().for_each(|f| f.person = follow(f.person));
    facts.mentions.iter_mut().for_each(|f| f.person = follow(f.person));
    facts.needs.iter_mut().for_each(|f| f.person = follow(f.person));
    facts.business.iter_mut().for_each(|f| f.referrer = f.referrer.map(follow));
    facts.people.iter_mut().for_each(|f| f.introduced_by = f.introduced_by.map(follow));
    for introduction in &mut facts.introductions {
        for party in [
            &mut introduction.introduced_by,
            &mut introduction.person_a,
            &mut introduction.person_b,
        ] {
            if let crate::facts::Party::Person(id) = party {
                *id = follow(*id);
            }
        }
    }
}

/// Adds a meeting or conversation for each occasion of a series that no row speaks of yet. An entry
/// with a `RECURRENCE-ID` stands for its occasion and takes it out of the series.
fn spell_out_series(facts: &mut Facts, occurrences: &[Occurrence]) {
    let overridden: HashSet<(&str, DateTime)> =
        facts.entries.iter().filter_map(|e| Some((e.uid.as_str(), e.recurrence_id?))).collect();
    let entries: HashMap<FactId, &Entry> = facts.entries.iter().map(|e| (e.id, e)).collect();
    let mut held: HashMap<(RoomId, Date), Vec<Option<Time>>> = HashMap::new();
    for meeting in &facts.meetings {
        held.entry((meeting.room, meeting.on)).or_default().push(meeting.starts);
    }
    let mut talked: HashSet<(Date, Vec<PersonId>)> =
        facts.conversations.iter().map(|c| (c.on, sorted(&c.people))).collect();
    let (mut meetings, mut conversations) = (Vec::new(), Vec::new());
    for occurrence in occurrences {
        let Some(entry) = entries.get(&occurrence.entry) else { continue };
        if overridden.contains(&(entry.uid.as_str(), occurrence.at)) {
            continue;
        }
        let (on, starts) = (occurrence.at.date(), entry.event.starts);
        let id = occasion_id(entry.id, on);
        match &entry.meaning {
            Meaning::Room(room) => {
                let known = held.entry((*room, on)).or_default();
                if known.is_empty() {
                    known.push(starts);
                    let mut meeting = Meeting::held(id, *room, on);
                    meeting.starts = starts;
                    meeting.minutes = entry.event.minutes;
                    meetings.push(meeting);
                }
            }
            Meaning::Conversation { kind, people } if !people.is_empty() => {
                if talked.insert((on, sorted(people))) {
                    let mut conversation = Conversation::happened(id, *kind, on, people.clone());
                    conversation.starts = starts;
                    conversation.minutes = entry.event.minutes;
                    conversation.stage = Stage::Agreed;
                    conversations.push(conversation);
                }
            }
            Meaning::Conversation { .. } | Meaning::Private | Meaning::Undecided => {}
        }
    }
    facts.meetings.append(&mut meetings);
    facts.conversations.append(&mut conversations);
}

fn sorted(people: &[PersonId]) -> Vec<PersonId> {
    let mut people = people.to_vec();
    people.sort_unstable();
    people
}

/// The same occasion of the same series has the same id each time the book is read.
pub fn occasion_id(entry: FactId, on: Date) -> FactId {
    FactId(Uuid::new_v5(&entry.0, on.to_string().as_bytes()))
}
