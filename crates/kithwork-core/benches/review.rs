//! How long the mind takes with ten years of a busy networker. Run with `cargo bench -p kithwork-core`.

use divan::Bencher;
use jiff::civil::{Date, date};
use kithwork_core::book::Book;
use kithwork_core::days::days_before;
use kithwork_core::fact::Facts;
use kithwork_core::facts::{
    Conversation, ConversationKind, Direction, Help, HelpKind, Meeting, Person, Room,
};
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_core::params::Params;
use kithwork_core::review::Review;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 16);
const DAYS: usize = 3650;

fn main() {
    divan::main();
}

/// A small generator of numbers that look like chance (Knuth's multiplier), the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound.max(1)
    }

    fn id(&mut self) -> Uuid {
        let high = self.below(usize::MAX) as u64;
        Uuid::from_u64_pair(high, self.0)
    }

    fn day(&mut self) -> Date {
        days_before(TODAY, i32::try_from(self.below(DAYS)).unwrap_or(0))
    }

    /// Few people are seen often, many hardly ever.
    fn person(&mut self, people: &[PersonId]) -> PersonId {
        let bound = 1 + self.below(people.len());
        people[self.below(bound)]
    }
}

/// A book of so many people, with twelve conversations each and ten years of weekly rooms.
fn facts(count: usize) -> Facts {
    let mut chance = Chance(7);
    let mut facts = Facts::default();
    let rooms: Vec<RoomId> = (0..5).map(|_| RoomId(chance.id())).collect();
    facts.rooms.extend(rooms.iter().map(|&id| Room::named(id, "A room")));
    let people: Vec<PersonId> = (0..count).map(|_| PersonId(chance.id())).collect();
    for &id in &people {
        let mut person = Person::named(id, "A person");
        person.met_on = Some(chance.day());
        person.met_at = Some(rooms[chance.below(rooms.len())]);
        person.sector = Some(format!("sector {}", chance.below(30)));
        facts.people.push(person);
    }
    let kinds = [ConversationKind::OneToOne, ConversationKind::Email, ConversationKind::Call];
    for n in 0..count * 12 {
        let with = vec![chance.person(&people)];
        let id = FactId(chance.id());
        let mut talk = Conversation::happened(id, kinds[n % 3], chance.day(), with);
        talk.minutes = Some(45);
        facts.conversations.push(talk);
    }
    for n in 0..2500 {
        let mut meeting = Meeting::held(FactId(chance.id()), rooms[n % rooms.len()], chance.day());
        meeting.minutes = Some(90);
        meeting.people = (0..3).map(|_| chance.person(&people)).collect();
        facts.meetings.push(meeting);
    }
    for n in 0..count {
        let direction = if n % 3 == 0 { Direction::Received } else { Direction::Given };
        facts.help.push(Help {
            id: FactId(chance.id()),
            on: Some(chance.day()),
            direction,
            person: chance.person(&people),
            kind: HelpKind::Advice,
            asked: None,
            about: None,
            outcome: None,
        });
    }
    facts
}

#[divan::bench(args = [1_000, 10_000, 50_000], sample_count = 20)]
fn review(bencher: Bencher<'_, '_>, people: usize) {
    let book = Book::new(facts(people), &[]);
    bencher.bench(|| Review::of(divan::black_box(&book), TODAY, &Params::default()));
}

#[divan::bench(args = [1_000, 10_000, 50_000], sample_count = 5)]
fn join_up(bencher: Bencher<'_, '_>, people: usize) {
    bencher.with_inputs(|| facts(people)).bench_values(|facts| Book::new(facts, &[]));
}
