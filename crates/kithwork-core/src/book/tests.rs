use super::*;
use crate::facts::{Conversation, ConversationKind, Entry, Event, Meaning, Stage};
use crate::id::FactId;
use jiff::civil::{Date, date, time};
use uuid::Uuid;

fn fact(n: u128) -> FactId {
    FactId(Uuid::from_u128(n))
}

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn room() -> RoomId {
    RoomId(Uuid::from_u128(900))
}

fn entry(n: u128, meaning: Meaning) -> Entry {
    let event = Event { starts: Some(time(7, 0, 0, 0)), minutes: Some(90), ..Event::default() };
    Entry { id: fact(n), uid: n.to_string(), recurrence_id: None, event, meaning }
}

fn at(entry: u128, on: Date) -> Occurrence {
    Occurrence { entry: fact(entry), at: on.at(7, 0, 0, 0) }
}

fn talk(n: u128, kind: ConversationKind, people: &[u128]) -> Conversation {
    let people = people.iter().map(|&p| person(p)).collect();
    Conversation::happened(fact(n), kind, date(2026, 3, 3), people)
}

fn conversation_series(people: &[u128]) -> Entry {
    let people = people.iter().map(|&p| person(p)).collect();
    entry(1, Meaning::Conversation { kind: ConversationKind::OneToOne, people })
}

fn with_people(count: u128) -> Facts {
    let mut facts = Facts::default();
    facts.people.extend((1..=count).map(|n| Person::named(person(n), format!("P{n}"))));
    facts.rooms.push(Room::named(room(), "Thursday"));
    facts
}

#[test]
fn a_series_spells_out_only_the_meetings_that_no_row_speaks_of() {
    let mut facts = with_people(0);
    facts.entries.push(entry(1, Meaning::Room(room())));
    facts.meetings.push(Meeting::held(fact(2), room(), date(2026, 3, 5)));
    let book = Book::new(facts, &[at(1, date(2026, 3, 5)), at(1, date(2026, 3, 12))]);
    let held: Vec<_> = book.facts.meetings.iter().map(|m| (m.on, m.minutes)).collect();
    assert_eq!(held, [(date(2026, 3, 5), Some(90)), (date(2026, 3, 12), Some(90))]);
    assert_eq!(book.facts.meetings[0].id, fact(2));
    assert_eq!(book.facts.meetings[1].id, occasion_id(fact(1), date(2026, 3, 12)));
}

#[test]
fn two_starts_on_one_day_are_two_meetings() {
    let mut facts = with_people(0);
    facts.entries.push(entry(1, Meaning::Room(room())));
    let mut evening = Meeting::held(fact(2), room(), date(2026, 3, 5));
    evening.starts = Some(time(18, 0, 0, 0));
    facts.meetings.push(evening);
    let book = Book::new(facts, &[at(1, date(2026, 3, 5))]);
    assert_eq!(book.facts.meetings.len(), 2);
}

#[test]
fn an_email_on_the_day_does_not_hide_the_one_to_one_of_a_series() {
    let on = date(2026, 3, 3);
    let mut facts = with_people(1);
    facts.entries.push(conversation_series(&[1]));
    facts.conversations.push(talk(5, ConversationKind::Email, &[1]));
    let book = Book::new(facts.clone(), &[at(1, on)]);
    assert_eq!(book.conversations_of(person(1)).count(), 2);
    facts.conversations.push(talk(6, ConversationKind::Video, &[1]));
    let book = Book::new(facts, &[at(1, on)]);
    assert_eq!(book.conversations_of(person(1)).count(), 2, "the video is the one-to-one");
}

#[test]
fn an_occasion_that_was_moved_leaves_its_series() {
    let mut facts = with_people(0);
    let mut moved = entry(2, Meaning::Private);
    moved.uid = "1".to_owned();
    moved.recurrence_id = Some(date(2026, 3, 5).at(7, 0, 0, 0));
    facts.entries.extend([entry(1, Meaning::Room(room())), moved]);
    let book = Book::new(facts, &[at(1, date(2026, 3, 5)), at(1, date(2026, 3, 12))]);
    assert_eq!(book.facts.meetings.len(), 1);
}

#[test]
fn what_was_written_under_a_joined_record_speaks_of_who_stands_for_it() {
    let on = date(2026, 3, 3);
    let mut facts = with_people(3);
    facts.people[1].merged_into = Some(person(1));
    facts.people[2].merged_into = Some(person(2));
    facts.conversations.push(talk(5, ConversationKind::OneToOne, &[3]));
    facts.entries.push(conversation_series(&[2]));
    let book = Book::new(facts, &[at(1, on)]);
    assert_eq!(book.facts.people.len(), 1);
    assert_eq!(book.conversations_of(person(1)).count(), 1, "the series is that conversation");
    assert_eq!(book.conversations_of(person(3)).count(), 0);
}

#[test]
fn two_records_of_one_person_in_one_conversation_are_that_person_once() {
    let mut facts = with_people(2);
    facts.people[1].merged_into = Some(person(1));
    facts.conversations.push(talk(5, ConversationKind::SmallGroup, &[1, 2]));
    let book = Book::new(facts, &[]);
    assert_eq!(book.facts.conversations[0].people, [person(1)]);
}

#[test]
fn the_book_s_currency_is_the_one_named_most_often() {
    let mut facts = with_people(0);
    assert_eq!(Book::new(facts.clone(), &[]).currency(), Currency::GBP);
    let amount = |code| Some(Amount { currency: Currency::parse(code).ok(), minor: 1 });
    for (n, code) in [(10, "EUR"), (11, "USD"), (12, "EUR")] {
        let mut meeting = Meeting::held(fact(n), room(), date(2026, 1, 1));
        meeting.cost = amount(code);
        facts.meetings.push(meeting);
    }
    assert_eq!(Book::new(facts, &[]).currency().code(), "EUR");
}

#[test]
fn what_is_only_agreed_keeps_its_stage() {
    let mut facts = with_people(1);
    facts.entries.push(conversation_series(&[1]));
    let book = Book::new(facts, &[at(1, date(2027, 1, 1))]);
    assert_eq!(book.facts.conversations[0].stage, Stage::Agreed);
}
