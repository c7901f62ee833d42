//! Calendar series, spelled out as the meetings and conversations they stand for.

use crate::fact::Facts;
use crate::facts::{Conversation, ConversationKind, Entry, Meaning, Meeting, Stage};
use crate::id::{FactId, PersonId, RoomId};
use jiff::civil::{Date, DateTime};
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

/// A time that a series of the owner's own life takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Engagement {
    /// Local start (midnight for whole days).
    pub at: DateTime,
    /// Minutes, where they are known.
    pub minutes: Option<u32>,
    /// Whether it takes the whole day.
    pub is_whole_day: bool,
}

/// The times that series take which are neither meetings nor conversations, or not yet known to be.
pub(super) fn engagements(facts: &Facts, occurrences: &[Occurrence]) -> Vec<Engagement> {
    let own = |e: &&Entry| matches!(e.meaning, Meaning::Private | Meaning::Undecided);
    let entries: HashMap<FactId, &Entry> =
        facts.entries.iter().filter(own).map(|e| (e.id, e)).collect();
    let of_own = occurrences.iter().filter_map(|o| Some((o.at, &entries.get(&o.entry)?.event)));
    of_own
        .map(|(at, event)| Engagement {
            at,
            minutes: event.minutes,
            is_whole_day: event.starts.is_none(),
        })
        .collect()
}

/// The same occasion of the same series has the same id each time the book is read.
pub fn occasion_id(entry: FactId, on: Date) -> FactId {
    FactId(Uuid::new_v5(&entry.0, on.to_string().as_bytes()))
}

/// Adds a meeting or conversation for each occasion of a series that no row speaks of yet – none of a
/// group that was left – and fills
/// in the start and length that a row leaves open. An entry with a `RECURRENCE-ID` stands for its
/// occasion and takes it out of the series.
pub(super) fn spell_out(facts: &mut Facts, occurrences: &[Occurrence]) {
    if occurrences.is_empty() {
        return;
    }
    let overridden: HashSet<(&str, DateTime)> =
        facts.entries.iter().filter_map(|e| Some((e.uid.as_str(), e.recurrence_id?))).collect();
    let entries: HashMap<FactId, &Entry> = facts.entries.iter().map(|e| (e.id, e)).collect();
    let left: HashMap<RoomId, Date> =
        facts.rooms.iter().filter_map(|room| Some((room.id, room.left_on?))).collect();
    let mut held = Held::of(std::mem::take(&mut facts.meetings));
    let dates: HashSet<Date> = occurrences.iter().map(|o| o.at.date()).collect();
    let mut talked = Talked::of(std::mem::take(&mut facts.conversations), &dates);
    for occurrence in occurrences {
        let Some(&entry) = entries.get(&occurrence.entry) else { continue };
        if overridden.contains(&(entry.uid.as_str(), occurrence.at)) {
            continue;
        }
        let on = occurrence.at.date();
        match &entry.meaning {
            Meaning::Room(room) if left.get(room).is_some_and(|left| *left < on) => {}
            Meaning::Room(room) => held.add(entry, *room, on),
            Meaning::Conversation { kind, people } if !people.is_empty() => {
                talked.add(entry, *kind, people, on);
            }
            Meaning::Conversation { .. } | Meaning::Private | Meaning::Undecided => {}
        }
    }
    facts.meetings = held.meetings;
    facts.conversations = talked.conversations;
}

/// Meetings by room and date.
struct Held {
    meetings: Vec<Meeting>,
    at: HashMap<(RoomId, Date), Vec<usize>>,
}

impl Held {
    fn of(meetings: Vec<Meeting>) -> Self {
        let mut at: HashMap<_, Vec<usize>> = HashMap::new();
        for (i, meeting) in meetings.iter().enumerate() {
            at.entry((meeting.room, meeting.on)).or_default().push(i);
        }
        Self { meetings, at }
    }

    /// A meeting is one room and one date, and its start if two are known that day.
    fn add(&mut self, entry: &Entry, room: RoomId, on: Date) {
        let starts = entry.event.starts;
        let known = self.at.entry((room, on)).or_default();
        let same = known.iter().copied().find(|&i| {
            self.meetings
                .get(i)
                .is_some_and(|m| m.starts.is_none() || starts.is_none() || m.starts == starts)
        });
        if let Some(meeting) = same.and_then(|i| self.meetings.get_mut(i)) {
            meeting.starts = meeting.starts.or(starts);
            meeting.minutes = meeting.minutes.or(entry.event.minutes);
            return;
        }
        known.push(self.meetings.len());
        let mut meeting = Meeting::held(occasion_id(entry.id, on), room, on);
        meeting.starts = starts;
        meeting.minutes = entry.event.minutes;
        self.meetings.push(meeting);
    }
}

/// Conversations by date and people.
struct Talked {
    conversations: Vec<Conversation>,
    at: HashMap<(Date, Vec<PersonId>), Vec<usize>>,
}

impl Talked {
    /// Only the dates of series matter; indexing every conversation would cost more than reading.
    fn of(conversations: Vec<Conversation>, dates: &HashSet<Date>) -> Self {
        let mut at: HashMap<_, Vec<usize>> = HashMap::new();
        for (i, conversation) in conversations.iter().enumerate() {
            if !dates.contains(&conversation.on) {
                continue;
            }
            at.entry((conversation.on, sorted(&conversation.people))).or_default().push(i);
        }
        Self { conversations, at }
    }

    /// A conversation is one date, its people, and a compatible kind.
    fn add(&mut self, entry: &Entry, kind: ConversationKind, people: &[PersonId], on: Date) {
        let known = self.at.entry((on, sorted(people))).or_default();
        let same = known.iter().copied().find(|&i| {
            let is_it = |c: &Conversation| c.kind.may_be(c.minutes, kind, entry.event.minutes);
            self.conversations.get(i).is_some_and(is_it)
        });
        if let Some(conversation) = same.and_then(|i| self.conversations.get_mut(i)) {
            conversation.starts = conversation.starts.or(entry.event.starts);
            conversation.minutes = conversation.minutes.or(entry.event.minutes);
            return;
        }
        known.push(self.conversations.len());
        let id = occasion_id(entry.id, on);
        let mut conversation = Conversation::happened(id, kind, on, people.to_vec());
        conversation.starts = entry.event.starts;
        conversation.minutes = entry.event.minutes;
        conversation.stage = Stage::Agreed;
        self.conversations.push(conversation);
    }
}

fn sorted(people: &[PersonId]) -> Vec<PersonId> {
    let mut people = people.to_vec();
    people.sort_unstable();
    people
}
