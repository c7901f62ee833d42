//! Who is near: whom a note of this moment is most likely about.

use super::agenda::{AFTERWARDS_MINUTES, chosen};
use crate::book::Book;
use crate::facts::{Conversation, Meeting, Person};
use crate::id::{FactId, PersonId};
use crate::ladder::took_place;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::cmp::Reverse;

/// So many are offered at most; judgement: more are read no quicker than a name is typed.
const OFFERED: usize = 8;
/// A conversation of unknown length is taken to last so long.
const USUAL_MINUTES: u32 = 60;
/// No conversation lasts longer: what says so is a slip of the pen.
const LONGEST_MINUTES: u32 = 24 * 60;

/// Whom a note of this moment is most likely about, and where it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Near {
    /// The meeting that a note may be of.
    pub meeting: Option<Offered>,
    /// At most eight: those of what has just been, those of the meeting's room, then those talked with
    /// last.
    pub people: Vec<PersonId>,
}

/// A meeting that is offered for a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The meeting.
    pub id: FactId,
    /// Its room's name.
    pub name: String,
    /// Whether a note is taken to be of it unless its writer says otherwise: only from its start until
    /// three hours after its end. Of one without a time nobody knows when that is.
    pub is_likely: bool,
}

/// Who is near at a moment, in local time.
pub fn near(book: &Book, now: DateTime) -> Near {
    let meeting = chosen(book, now);
    let mut people: Vec<PersonId> = Vec::with_capacity(OFFERED);
    let mut offer = |who: &[PersonId]| {
        for id in who {
            let counts = book.person(*id).is_some_and(Person::counts);
            if counts && people.len() < OFFERED && !people.contains(id) {
                people.push(*id);
            }
        }
    };
    // None lasts longer than a day: those that began before yesterday's eve are long over.
    let since = now.date().saturating_sub(2.days());
    let talks = book.facts.conversations.iter().rev().take_while(|talk| talk.on >= since);
    talks.filter(|talk| has_just_been(talk, now)).for_each(|talk| offer(&talk.people));
    if let Some(meeting) = meeting {
        offer(&meeting.people);
        of_room(book, meeting).for_each(|held| offer(&held.people));
    }
    for (_, who) in latest(book, now.date()) {
        offer(who);
    }
    let offered = |meeting: &Meeting| {
        let name = book.room(meeting.room)?.name.clone();
        let begins = meeting.starts.map(|at| meeting.on.to_datetime(at));
        let is_likely = begins.is_some_and(|begins| begins <= now);
        Some(Offered { id: meeting.id, name, is_likely })
    };
    Near { meeting: meeting.and_then(offered), people }
}

/// Whether a conversation goes on or ended in the last three hours.
fn has_just_been(talk: &Conversation, now: DateTime) -> bool {
    let Some(starts) = talk.starts else { return false };
    let begins = talk.on.to_datetime(starts);
    let minutes = i64::from(talk.minutes.unwrap_or(USUAL_MINUTES).min(LONGEST_MINUTES));
    let until = begins.saturating_add(minutes.saturating_add(AFTERWARDS_MINUTES).minutes());
    took_place(talk, now.date()) && begins <= now && now <= until
}

/// The other meetings of a meeting's room, the latest first.
fn of_room<'b>(book: &'b Book, meeting: &Meeting) -> impl Iterator<Item = &'b Meeting> {
    let (room, on) = (meeting.room, meeting.on);
    book.facts.meetings.iter().rev().filter(move |held| held.room == room && held.on <= on)
}

/// The latest occasions on which people were talked with.
fn latest(book: &Book, today: Date) -> Vec<(Date, &[PersonId])> {
    let talks = book.facts.conversations.iter().rev().filter(|talk| took_place(talk, today));
    let talks = talks.map(|talk| (talk.on, &talk.people[..])).take(OFFERED);
    let held = book.facts.meetings.iter().rev();
    let held = held.filter(|held| held.on <= today && !held.people.is_empty());
    let mut all: Vec<_> =
        talks.chain(held.map(|held| (held.on, &held.people[..])).take(OFFERED)).collect();
    all.sort_by_key(|(on, _)| Reverse(*on));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{ConversationKind, Room};
    use crate::id::RoomId;
    use jiff::civil::{date, time};
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    /// Ten people: the first was called last week, the second sat down with this morning, the third and
    /// fourth were talked to in the room of tonight, the others long ago.
    fn book() -> Book {
        let mut facts = Facts::default();
        let fact = |n: u128| FactId(Uuid::from_u128(100 + n));
        let room = RoomId(Uuid::from_u128(200));
        facts.rooms.push(Room::named(room, "Chamber Lunch"));
        facts.people = (1..=10).map(|n| Person::named(person(n), format!("P{n}"))).collect();
        let talk = |n: u128, on, kind| Conversation::happened(fact(n), kind, on, vec![person(n)]);
        let call = ConversationKind::Call;
        facts.conversations.push(talk(1, date(2026, 11, 9), call));
        let sat = talk(2, date(2026, 11, 16), ConversationKind::OneToOne);
        facts.conversations.push(Conversation { starts: Some(time(9, 0, 0, 0)), ..sat });
        for n in 5..=10 {
            facts.conversations.push(talk(n, date(2025, 1, 1), call));
        }
        let held = |n: u128, on, who: &[u128]| {
            let people = who.iter().map(|n| person(*n)).collect();
            Meeting { people, ..Meeting::held(fact(20 + n), room, on) }
        };
        facts.meetings.push(held(1, date(2026, 9, 1), &[3, 4]));
        let tonight = held(2, date(2026, 11, 16), &[]);
        facts.meetings.push(Meeting { starts: Some(time(19, 0, 0, 0)), ..tonight });
        Book::new(facts, &[])
    }

    #[test]
    fn those_of_what_has_just_been_come_first_then_those_talked_with_last() {
        let near = near(&book(), date(2026, 11, 16).at(11, 30, 0, 0));
        assert_eq!(near.meeting, None);
        assert_eq!(near.people[..3], [person(2), person(1), person(3)]);
        assert_eq!(near.people.len(), 8);
    }

    #[test]
    fn at_a_meeting_its_room_s_people_come_first() {
        let near = near(&book(), date(2026, 11, 16).at(20, 0, 0, 0));
        let offered = near.meeting.unwrap();
        assert_eq!((offered.name.as_str(), offered.is_likely), ("Chamber Lunch", true));
        assert_eq!(near.people[..4], [person(3), person(4), person(2), person(1)]);
    }

    #[test]
    fn a_meeting_is_likely_from_its_start_until_three_hours_after_its_end() {
        let likely = |book: &Book, hour, minute| {
            let now = date(2026, 11, 16).at(hour, minute, 0, 0);
            near(book, now).meeting.map(|offered| offered.is_likely)
        };
        // It begins at seven and takes an hour and a half as most do.
        let timed = book();
        for (hour, minute, meant) in [
            (17, 59, None),
            (18, 0, Some(false)),
            (18, 59, Some(false)),
            (19, 0, Some(true)),
            (23, 30, Some(true)),
            (23, 31, None),
        ] {
            assert_eq!(likely(&timed, hour, minute), meant, "{hour}:{minute}");
        }
        let mut facts = timed.facts.clone();
        facts.meetings.iter_mut().for_each(|meeting| meeting.starts = None);
        let untimed = Book::new(facts, &[]);
        for hour in [8, 12, 20, 23] {
            assert_eq!(likely(&untimed, hour, 0), Some(false), "{hour}");
        }
    }

    #[test]
    fn an_empty_book_offers_nobody() {
        let near = near(&Book::new(Facts::default(), &[]), date(2026, 11, 16).at(9, 0, 0, 0));
        assert_eq!(near, Near::default());
    }
}
