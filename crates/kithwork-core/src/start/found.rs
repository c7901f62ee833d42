//! What was found in what the owner brought: counts they can check against what they remember.

use crate::book::Book;
use crate::fact::Facts;
use crate::facts::{Meeting, Person, Room, Stage};
use crate::handover::is_only_in_the_calendar;
use crate::id::RoomId;
use jiff::civil::{Date, Weekday};

/// Of ten meetings so many fall on one weekday where a room has a day of its own (judgement).
const OF_TEN: usize = 8;

/// What was found, up to a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Groups and events, the most visited first.
    pub groups: Vec<FoundGroup>,
    /// People of the network.
    pub people: u64,
    /// Of those, sat down with one to one.
    pub sat_with: u64,
    /// Contacts that nothing but an address book knows.
    pub set_aside: u64,
}

/// A group or event that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundGroup {
    /// Which.
    pub room: RoomId,
    /// Its name.
    pub name: String,
    /// Meetings up to that date.
    pub meetings: u64,
    /// The first of them.
    pub since: Option<Date>,
    /// The day of the week on which most are.
    pub weekday: Option<Weekday>,
    /// Whether the calendar alone knows it, so that it may have been misread.
    pub may_be_misread: bool,
}

impl Found {
    /// What a book holds. `facts` are all of its facts, statements included; `book` the same with its
    /// series spelled out up to `today`.
    pub fn of(facts: &Facts, book: &Book, today: Date) -> Self {
        let people = || book.facts.people.iter().filter(|person| person.counts());
        let mut groups: Vec<FoundGroup> =
            facts.rooms.iter().map(|room| group(facts, book, room, today)).collect();
        groups.sort_by(|a, b| b.meetings.cmp(&a.meetings).then_with(|| a.name.cmp(&b.name)));
        Self {
            groups,
            people: people().count() as u64,
            sat_with: people().filter(|person| was_sat_with(book, person, today)).count() as u64,
            set_aside: book.facts.people.iter().filter(|person| person.set_aside).count() as u64,
        }
    }

    /// Whether there is nothing to put right.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.people == 0
    }
}

fn was_sat_with(book: &Book, person: &Person, today: Date) -> bool {
    book.conversations_of(person.id)
        .any(|c| c.kind.is_one_to_one() && c.stage == Stage::Happened && c.on <= today)
}

fn group(facts: &Facts, book: &Book, room: &Room, today: Date) -> FoundGroup {
    let of_room = |m: &&Meeting| m.room == room.id && m.on <= today;
    let meetings: Vec<Date> = book.facts.meetings.iter().filter(of_room).map(|m| m.on).collect();
    FoundGroup {
        room: room.id,
        name: room.name.clone(),
        meetings: meetings.len() as u64,
        since: meetings.iter().min().copied(),
        weekday: weekday(&meetings),
        may_be_misread: is_only_in_the_calendar(facts, room.id),
    }
}

/// The weekday of eight meetings in ten, where there are three and more.
fn weekday(meetings: &[Date]) -> Option<Weekday> {
    let on = |day: Weekday| meetings.iter().filter(|on| on.weekday() == day).count();
    let (days, most) =
        Weekday::Sunday.cycle_forward().take(7).map(|d| (d, on(d))).max_by_key(|d| d.1)?;
    (meetings.len() > 2 && most * 10 >= meetings.len() * OF_TEN).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Conversation, ConversationKind};
    use crate::id::{FactId, PersonId};
    use jiff::ToSpan;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 18);

    #[test]
    fn groups_and_people_are_counted_as_their_owner_would_count_them() {
        let mut facts = Facts::default();
        let id = |n| FactId(Uuid::from_u128(n));
        for (n, name) in [(1, "Thursday Table"), (2, "Spring Fair")] {
            facts.rooms.push(Room::named(RoomId(Uuid::from_u128(n)), name));
        }
        let thursday = date(2026, 11, 12);
        for (week, n) in (0..10).zip(100_u128..) {
            let on = thursday.saturating_sub((7 * week).days());
            facts.meetings.push(Meeting::held(id(n), facts.rooms[0].id, on));
        }
        // One more lies ahead, and one fell on a Friday.
        facts.meetings.push(Meeting::held(id(110), facts.rooms[0].id, date(2026, 11, 19)));
        facts.meetings.push(Meeting::held(id(111), facts.rooms[0].id, date(2026, 8, 7)));
        facts.meetings.push(Meeting::held(id(112), facts.rooms[1].id, date(2026, 4, 7)));
        for (n, name) in [(20, "Ann Bell"), (21, "Ben Cole"), (22, "Cy Dunn")] {
            facts.people.push(Person::named(PersonId(Uuid::from_u128(n)), name));
        }
        facts.people[2].set_aside = true;
        let ann = vec![facts.people[0].id];
        let talk = Conversation::happened(id(200), ConversationKind::OneToOne, thursday, ann);
        facts.conversations.push(talk);
        let book = Book::new(facts.clone(), &[]);
        let found = Found::of(&facts, &book, TODAY);
        assert_eq!((found.people, found.sat_with, found.set_aside), (2, 1, 1));
        let names: Vec<(&str, u64)> =
            found.groups.iter().map(|g| (g.name.as_str(), g.meetings)).collect();
        assert_eq!(names, [("Thursday Table", 11), ("Spring Fair", 1)]);
        assert_eq!(found.groups[0].weekday, Some(Weekday::Thursday), "ten of eleven");
        assert_eq!(found.groups[0].since, Some(date(2026, 8, 7)));
        assert_eq!(found.groups[1].weekday, None, "one is no rhythm");
        assert!(found.groups.iter().all(|g| !g.may_be_misread), "the owner wrote them");
        assert!(Found::of(&Facts::default(), &Book::new(Facts::default(), &[]), TODAY).is_empty());
    }
}
