use super::*;
use crate::book::Occurrence;
use crate::fact::Facts;
use crate::facts::{
    Care, Conversation, ConversationKind, Entry, Event, Meaning, Need, Person, Room, Settings,
};
use crate::id::{BookId, PersonId};
use jiff::civil::{date, datetime, time};
use uuid::Uuid;

const EVENING: Date = date(2026, 11, 16);

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn room() -> RoomId {
    RoomId(id(900))
}

fn person(n: u128) -> PersonId {
    PersonId(id(n))
}

/// A room with an evening at half past six today, and one a week before for each of `weeks`.
fn facts(weeks: i32, talked_to: &[u128]) -> Facts {
    let mut facts = Facts::default();
    facts.rooms.push(Room { meeting_minutes: Some(120), ..Room::named(room(), "Harbour Mixer") });
    for week in 1..=weeks {
        let on = EVENING.saturating_sub(jiff::ToSpan::weeks(week));
        let people = talked_to.iter().map(|&n| person(n)).collect();
        let at = FactId(id(1000 + u128::from(week.unsigned_abs())));
        facts.meetings.push(Meeting { people, ..Meeting::held(at, room(), on) });
    }
    let starts = Some(time(18, 30, 0, 0));
    facts.meetings.push(Meeting { starts, ..Meeting::held(FactId(id(1)), room(), EVENING) });
    facts
}

fn named<'f>(facts: &'f mut Facts, n: u128, name: &str) -> &'f mut Person {
    facts.people.push(Person::named(person(n), name));
    facts.people.last_mut().unwrap()
}

fn need(facts: &mut Facts, n: u128, of: u128, what: &str, on: Date) {
    let (id, on) = (FactId(id(n)), Some(on));
    facts.needs.push(Need { id, person: person(of), on, what: what.to_owned(), met_on: None });
}

fn tonight(facts: &mut Facts) -> &mut Meeting {
    facts.meetings.iter_mut().find(|m| m.on == EVENING).unwrap()
}

fn evening(facts: Facts, now: DateTime) -> Evening {
    let book = Book::new(facts, &[]);
    let meeting = meeting_of(&book, FactId(id(1))).unwrap();
    Evening::of(&book, meeting, now, &Params::default())
}

#[test]
fn what_ended_in_the_last_three_hours_is_meant_and_nothing_older() {
    let book = Book::new(facts(2, &[]), &[]);
    let meant = |now| chosen(&book, now).map(|m| m.on);
    assert_eq!(meant(datetime(2026, 11, 16, 17, 29, 0, 0)), None, "an hour before it is");
    for (h, m) in [(17, 30), (18, 30), (20, 30), (23, 30)] {
        assert_eq!(meant(datetime(2026, 11, 16, h, m, 0, 0)), Some(EVENING), "{h}:{m}");
    }
    assert_eq!(meant(datetime(2026, 11, 16, 23, 31, 0, 0)), None);
}

#[test]
fn of_two_meetings_the_one_that_began_last_is_meant() {
    let mut facts = facts(0, &[]);
    let other = RoomId(id(901));
    facts.rooms.push(Room::named(other, "Late Drinks"));
    let late = Meeting::held(FactId(id(2)), other, EVENING);
    facts.meetings.push(Meeting { starts: Some(time(21, 0, 0, 0)), ..late });
    let book = Book::new(facts, &[]);
    let meant = |now| chosen(&book, now).map(|m| m.id);
    assert_eq!(meant(datetime(2026, 11, 16, 20, 30, 0, 0)), Some(FactId(id(1))), "not begun yet");
    assert_eq!(meant(datetime(2026, 11, 16, 21, 10, 0, 0)), Some(FactId(id(2))));
}

#[test]
fn a_meeting_without_a_time_is_meant_all_day_and_into_the_night() {
    let mut facts = facts(0, &[]);
    tonight(&mut facts).starts = None;
    let book = Book::new(facts, &[]);
    assert!(chosen(&book, datetime(2026, 11, 16, 7, 0, 0, 0)).is_some());
    assert!(chosen(&book, datetime(2026, 11, 17, 2, 59, 0, 0)).is_some());
    assert!(chosen(&book, datetime(2026, 11, 17, 3, 1, 0, 0)).is_none());
}

#[test]
fn the_agenda_names_what_comes_and_what_waits_to_be_looked_back_on() {
    let mut facts = facts(3, &[]);
    facts.meetings[0].debriefed_on = Some(EVENING);
    let book = Book::new(facts, &[]);
    let agenda = agenda(&book, datetime(2026, 11, 16, 9, 0, 0, 0));
    assert_eq!(agenda.now, None);
    assert_eq!(agenda.coming.iter().map(|s| s.on).collect::<Vec<_>>(), [EVENING]);
    let waiting: Vec<Date> = agenda.waiting.iter().map(|s| s.on).collect();
    assert_eq!(waiting, [date(2026, 11, 2)], "a week ago is done, three weeks ago is past it");
}

#[test]
fn the_usual_goal_is_two_people_to_help_and_it_is_counted_from_what_was_heard() {
    let mut facts = facts(0, &[]);
    for n in [10, 11] {
        named(&mut facts, n, "Somebody");
        tonight(&mut facts).people.push(person(n));
    }
    need(&mut facts, 20, 10, "a printer", EVENING);
    need(&mut facts, 21, 10, "a baker", EVENING);
    let at = datetime(2026, 11, 16, 22, 0, 0, 0);
    let before = evening(facts.clone(), at);
    assert_eq!((before.goal.says.as_str(), before.goal.met), ("Find 2 people I can help", None));

    tonight(&mut facts).debriefed_on = Some(EVENING);
    assert_eq!(evening(facts.clone(), at).goal.met, Some(false), "two needs of one are one person");
    need(&mut facts, 22, 11, "a lawyer", EVENING);
    assert_eq!(evening(facts.clone(), at).goal.met, Some(true));

    tonight(&mut facts).goal = Some("Speak to the host".to_owned());
    assert_eq!(evening(facts.clone(), at).goal.met, None, "nobody can count that");
    tonight(&mut facts).goal_met = Some(ObjectiveMet::Partly);
    assert_eq!(evening(facts, at).goal.met, Some(false));
}

#[test]
fn a_need_of_another_day_or_of_somebody_else_was_not_heard_there() {
    let mut facts = facts(0, &[]);
    named(&mut facts, 10, "Ana");
    named(&mut facts, 11, "Ben");
    tonight(&mut facts).people.push(person(10));
    need(&mut facts, 20, 10, "a printer", date(2026, 11, 15));
    need(&mut facts, 21, 11, "a baker", EVENING);
    let evening = evening(facts, datetime(2026, 11, 16, 22, 0, 0, 0));
    assert_eq!(evening.needs_heard(), 0);
}

#[test]
fn who_was_met_in_that_room_may_be_there_and_whom_one_let_go_is_not_named() {
    let mut facts = facts(4, &[10, 11]);
    named(&mut facts, 10, "Ana");
    named(&mut facts, 11, "Ben").care = Some(Care::LetGo);
    named(&mut facts, 12, "Cyd").met_at = Some(room());
    named(&mut facts, 13, "Dov").do_not_contact = true;
    facts.people.last_mut().unwrap().met_at = Some(room());
    named(&mut facts, 14, "Eve");
    let one = evening(facts.clone(), datetime(2026, 11, 16, 9, 0, 0, 0));
    let names: Vec<(&str, u64)> = one.there.iter().map(|o| (o.name.as_str(), o.times)).collect();
    assert_eq!(names, [("Ana", 4), ("Cyd", 0)]);
    assert_eq!(one.to_meet.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(), ["Ana"]);

    let talk = ConversationKind::OneToOne;
    let talk = Conversation::happened(FactId(id(50)), talk, date(2026, 11, 3), vec![person(10)]);
    facts.conversations.push(talk);
    let met = evening(facts, datetime(2026, 11, 16, 9, 0, 0, 0));
    assert!(met.to_meet.is_empty(), "they sat down together since");
}

#[test]
fn two_people_one_could_help_are_named_with_what() {
    let mut facts = facts(1, &[10, 11, 12]);
    named(&mut facts, 10, "Ana Ruiz").looking_for = Some("a bookkeeper".to_owned());
    named(&mut facts, 11, "Ben Okri").what_they_do = Some("bookkeeper for shops".to_owned());
    named(&mut facts, 12, "Cyd Lane");
    let one = evening(facts, datetime(2026, 11, 16, 9, 0, 0, 0));
    let could: Vec<&str> = one.could_help.iter().map(|o| o.says.as_str()).collect();
    assert_eq!(could, ["Ana is looking for a bookkeeper: you could introduce Ben Okri."]);
}

#[test]
fn who_is_new_to_it_gets_a_sheet_until_the_third_meeting_or_as_they_say() {
    let new = |weeks, said| {
        let mut facts = facts(weeks, &[]);
        tonight(&mut facts).first_time = said;
        evening(facts, datetime(2026, 11, 16, 9, 0, 0, 0)).first_time.map(|sheet| sheet.is_said)
    };
    assert_eq!((new(0, None), new(2, None), new(3, None)), (Some(false), Some(false), None));
    assert_eq!((new(9, Some(true)), new(0, Some(false))), (Some(true), None));
    let mut own = facts(0, &[]);
    own.settings.push(Settings {
        helps: Some("I help shops keep their books.".to_owned()),
        ..Settings::new(BookId(id(99)))
    });
    let sheet = evening(own, datetime(2026, 11, 16, 9, 0, 0, 0)).first_time.unwrap();
    assert!(sheet.checklist[0].contains("“I help shops keep their books.”"), "{sheet:?}");
    assert_eq!(sheet.openers.len(), 2);
}

#[test]
fn an_occasion_of_a_series_is_found_by_its_id_before_and_after_it_has_a_row() {
    let mut facts = facts(0, &[]);
    facts.meetings.clear();
    let (starts, minutes) = (Some(time(18, 30, 0, 0)), Some(120));
    let event = Event { on: Some(EVENING), starts, minutes, ..Event::default() };
    let (entry, meaning) = (FactId(id(70)), Meaning::Room(room()));
    facts.entries.push(Entry {
        id: entry,
        uid: "mixer".to_owned(),
        recurrence_id: None,
        event,
        meaning,
    });
    let occurrence = Occurrence { entry, at: datetime(2026, 11, 16, 18, 30, 0, 0) };
    let book = Book::new(facts.clone(), &[occurrence]);
    let first = book.facts.meetings[0].id;
    assert_eq!(meeting_of(&book, first).map(|m| m.id), Some(first));
    facts.meetings.push(Meeting::held(FactId(id(5)), room(), EVENING));
    let book = Book::new(facts, &[occurrence]);
    assert_eq!(meeting_of(&book, first).map(|m| m.id), Some(FactId(id(5))));
    assert_eq!(meeting_of(&book, FactId(id(6))).map(|m| m.id), None);
}
