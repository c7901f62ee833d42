//! A made-up book: ten years of a networker with so many people, in four rooms.

use crate::draw::Draw;
use jiff::civil::{Date, date};
use kithwork_core::book::Book;
use kithwork_core::days::{days_after, days_before};
use kithwork_core::fact::Facts;
use kithwork_core::facts::{
    Cadence, Conversation, ConversationKind, Direction, Meeting, Need, Person, Promise, PromisedBy,
    Rated, Rating, Referral, Room, Stage,
};
use kithwork_core::id::{FactId, PersonId, RoomId};
use uuid::Uuid;

/// The Monday on which the ten years end.
pub(crate) const MONDAY: Date = date(2026, 11, 16);
/// Days of history.
const DAYS: usize = 3650;
/// Conversations for each person, over the ten years.
const TALKS: usize = 8;

const SECTORS: [&str; 6] = ["legal", "finance", "construction", "design", "health", "food"];
const KINDS: [ConversationKind; 4] = [
    ConversationKind::OneToOne,
    ConversationKind::Call,
    ConversationKind::Video,
    ConversationKind::Email,
];
const ROOMS: [(&str, Cadence, usize, i32); 4] = [
    ("Monday Table", Cadence::Weekly, 7, 0),
    ("Friday Seven", Cadence::Weekly, 7, 4),
    ("Noon Club", Cadence::Fortnightly, 14, 2),
    ("Quarter Forum", Cadence::Monthly, 28, 3),
];

/// The book.
pub(crate) fn made_up(draw: &mut Draw, people: usize) -> Book {
    let mut writing = Writing { draw, facts: Facts::default(), ids: 0 };
    let rooms: Vec<RoomId> = ROOMS.iter().map(|room| writing.room(room)).collect();
    let people: Vec<PersonId> = (0..people).map(|at| writing.person(at, &rooms)).collect();
    for (room, &(_, _, every, weekday)) in rooms.iter().zip(&ROOMS) {
        writing.meetings(*room, (every, weekday), &people);
    }
    for n in 0..people.len() * TALKS {
        writing.talk(KINDS[n % KINDS.len()], &people);
    }
    for (at, &who) in people.iter().enumerate() {
        writing.told(at, who);
    }
    for &who in people.iter().take(2) {
        writing.agreed(who);
    }
    Book::new(writing.facts, &[])
}

struct Writing<'a> {
    draw: &'a mut Draw,
    facts: Facts,
    ids: u128,
}

impl Writing<'_> {
    fn id(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    fn fact(&mut self) -> FactId {
        FactId(self.id())
    }

    /// A day of the ten years.
    fn day(&mut self) -> Date {
        days_before(MONDAY, i32::try_from(1 + self.draw.below(DAYS)).unwrap_or(1))
    }

    /// Few are seen often, most seldom.
    fn one_of(&mut self, people: &[PersonId]) -> Option<PersonId> {
        let bound = 1 + self.draw.below(people.len());
        people.get(self.draw.below(bound)).copied()
    }

    fn room(&mut self, &(name, cadence, ..): &(&str, Cadence, usize, i32)) -> RoomId {
        let id = RoomId(self.id());
        let mut room = Room::named(id, name);
        room.cadence = Some(cadence);
        room.meeting_minutes = Some(90);
        self.facts.rooms.push(room);
        id
    }

    fn person(&mut self, at: usize, rooms: &[RoomId]) -> PersonId {
        let id = PersonId(self.id());
        let mut person = Person::named(id, format!("Guest {at}"));
        person.met_on = Some(self.day());
        person.met_at = rooms.get(at % rooms.len().max(1)).copied();
        person.sector = SECTORS.get(self.draw.below(SECTORS.len())).map(|&s| s.to_owned());
        person.what_they_do.clone_from(&person.sector);
        self.facts.people.push(person);
        id
    }

    fn meetings(&mut self, room: RoomId, (every, weekday): (usize, i32), people: &[PersonId]) {
        for back in (every..DAYS).step_by(every) {
            let monday = days_before(MONDAY, i32::try_from(back).unwrap_or(0));
            let mut meeting = Meeting::held(self.fact(), room, days_after(monday, weekday));
            meeting.minutes = Some(90);
            meeting.people = (0..3).filter_map(|_| self.one_of(people)).collect();
            self.facts.meetings.push(meeting);
        }
    }

    fn talk(&mut self, kind: ConversationKind, people: &[PersonId]) {
        let Some(who) = self.one_of(people) else { return };
        let (id, on) = (self.fact(), self.day());
        let mut talk = Conversation::happened(id, kind, on, vec![who]);
        talk.minutes = Some(self.draw.between(2, 7) * 15);
        self.facts.conversations.push(talk);
    }

    /// An hour that stands in the last week's calendar.
    fn agreed(&mut self, who: PersonId) {
        let (id, on) = (self.fact(), days_after(MONDAY, 1));
        let kind = ConversationKind::OneToOne;
        let mut talk = Conversation::happened(id, kind, on, vec![who]);
        (talk.minutes, talk.stage) = (Some(60), Stage::Agreed);
        self.facts.conversations.push(talk);
    }

    /// What is known of somebody beside when they were seen.
    fn told(&mut self, at: usize, person: PersonId) {
        let (id, on) = (self.fact(), Some(self.day()));
        if at.is_multiple_of(3) {
            let score = u8::try_from(self.draw.below(5)).unwrap_or(0);
            self.facts.ratings.push(Rating { id, person, what: Rated::Access, score, on });
        } else if at % 3 == 1 {
            let sector = SECTORS.get(self.draw.below(SECTORS.len())).copied().unwrap_or_default();
            let what = format!("clients in {sector}");
            self.facts.needs.push(Need { id, person, on, what, met_on: None });
        } else if at % 7 == 2 {
            self.facts.referrals.push(referral(id, person, on));
        } else if at % 31 == 5 {
            let (direction, what) = (PromisedBy::Mine, "send the article".to_owned());
            let (made_on, due_on) = (Some(days_before(MONDAY, 9)), Some(days_after(MONDAY, 2)));
            let promise = Promise { id, person, direction, what, made_on, due_on, done_on: None };
            self.facts.promises.push(promise);
        }
    }
}

fn referral(id: FactId, person: PersonId, on: Option<Date>) -> Referral {
    Referral::passed_on(id, Direction::Received, person, on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_writes_the_same_book() {
        let made = |seed| made_up(&mut Draw::new(seed), 60).facts;
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        assert_eq!(made(1).people.len(), 60);
        assert!(made(1).conversations.iter().filter(|c| c.stage == Stage::Agreed).count() == 2);
        assert!(made(1).meetings.len() > 1000);
        for is_empty in [made(1).needs.is_empty(), made(1).referrals.is_empty()] {
            assert!(!is_empty);
        }
    }
}
