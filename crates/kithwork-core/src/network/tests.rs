//! What a book's entries say of who knows whom and whose help came round.

use super::*;
use crate::book::Book;
use crate::fact::Facts;
use crate::facts::{
    Conversation, ConversationKind, Direction, Help, HelpKind, Introduction, Meeting, Party, Person,
};
use crate::id::{FactId, PersonId, RoomId};
use crate::params::Params;
use jiff::civil::{Date, date};
use uuid::Uuid;

const TODAY: Date = date(2026, 9, 7);

fn id(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn fact(n: u128) -> FactId {
    FactId(Uuid::from_u128(1000 + n))
}

fn people(count: u128) -> Vec<Person> {
    (1..=count).map(|n| Person::named(id(n), format!("P{n}"))).collect()
}

fn party(n: u128) -> Party {
    if n == 0 { Party::Me } else { Party::Person(id(n)) }
}

fn introduction(n: u128, by: u128, a: u128, b: u128) -> Introduction {
    Introduction {
        id: fact(n),
        on: Some(date(2026, 3, 1)),
        introduced_by: party(by),
        person_a: party(a),
        person_b: party(b),
        outcome: None,
    }
}

fn help(n: u128, direction: Direction, person: u128) -> Help {
    Help {
        id: fact(n),
        on: Some(date(2026, 4, 1)),
        direction,
        person: id(person),
        kind: HelpKind::Advice,
        asked: None,
        about: None,
        outcome: None,
    }
}

fn web(facts: Facts) -> Web {
    Web::of(&Book::new(facts, &[]), TODAY, &Params::default().network)
}

/// Row 37: I helped Ana, Ana brought Ben, Ben helped me; and three who brought each other along. Each
/// comes round once.
#[test]
fn help_that_comes_round_is_counted_once() {
    let facts = Facts {
        people: people(5),
        help: vec![help(1, Direction::Given, 1), help(2, Direction::Received, 2)],
        introductions: vec![
            introduction(3, 1, 2, 5),
            introduction(4, 3, 4, 0),
            introduction(5, 4, 5, 0),
            introduction(6, 5, 3, 0),
        ],
        ..Facts::default()
    };
    let book = Book::new(facts.clone(), &[]);
    assert_eq!(introductions_among(&book, TODAY), 1);
    assert_eq!(introductions_among(&book, date(2026, 1, 1)), 0);
    let circles = web(facts).circles();
    let mine = [party(0), party(1), party(2)];
    assert!(circles.contains(&mine), "{circles:?}");
    assert!(circles.contains(&[party(3), party(4), party(5)]), "{circles:?}");
    assert_eq!(circles.iter().filter(|circle| **circle == mine).count(), 1);
}

#[test]
fn help_yet_to_come_and_a_pair_make_no_circle() {
    let mut later = help(2, Direction::Received, 2);
    later.on = Some(date(2027, 1, 1));
    let facts = Facts {
        people: people(2),
        help: vec![help(1, Direction::Given, 1), later, help(3, Direction::Received, 1)],
        introductions: vec![introduction(4, 1, 2, 0)],
        ..Facts::default()
    };
    assert!(web(facts).circles().is_empty());
}

fn talk(n: u128, with: &[u128], on: Date) -> Conversation {
    let people = with.iter().map(|&n| id(n)).collect();
    Conversation::happened(fact(n), ConversationKind::SmallGroup, on, people)
}

/// Unknown is not absent: of four people seen, two of six pairs are known to know each other.
#[test]
fn a_position_is_shown_only_where_enough_is_known() {
    let on = date(2026, 8, 1);
    let mut facts = Facts {
        people: people(4),
        conversations: vec![talk(1, &[1, 2], on), talk(2, &[3, 4], on)],
        ..Facts::default()
    };
    let position = web(facts.clone()).owners_position();
    assert_eq!(position, Some(Known::TooLittle { known: 2, pairs: 6 }));
    facts.conversations.push(talk(3, &[1, 3], on));
    facts.conversations.push(talk(4, &[1, 4], on));
    let Some(Known::Shown(position)) = web(facts).owners_position() else { panic!("not shown") };
    assert_eq!(position.neighbours, 4);
    // Four ties among four: 4 − 2·4/4.
    assert!((position.plain_effective_size - 2.0).abs() < 1e-12);
    assert!(position.constraint > 0.0);
}

#[test]
fn an_empty_book_and_one_person_have_no_position() {
    assert_eq!(web(Facts::default()).owners_position(), None);
    assert!(web(Facts::default()).circles().is_empty());
    let facts = Facts {
        people: people(1),
        conversations: vec![talk(1, &[1], date(2026, 8, 1))],
        ..Facts::default()
    };
    assert_eq!(web(facts).owners_position(), None);
}

#[test]
fn sitting_in_one_room_often_enough_makes_two_acquainted() {
    let room = RoomId(Uuid::from_u128(900));
    let meeting = |n: u128| {
        let on = date(2026, 5, i8::try_from(n).unwrap());
        Meeting { people: vec![id(1), id(2)], ..Meeting::held(fact(n), room, on) }
    };
    let knows = |meetings: u128| {
        let facts = Facts {
            people: people(2),
            rooms: vec![crate::facts::Room::named(room, "Lunch")],
            meetings: (1..=meetings).map(meeting).collect(),
            ..Facts::default()
        };
        web(facts).acquainted().has(1, 2)
    };
    assert!(!knows(2) && knows(3));
}

/// Through the one I sat down with lately to somebody they know; not through whoever asked for peace.
#[test]
fn the_way_in_leads_through_whom_one_knows_best() {
    let near = date(2026, 9, 1);
    let one_to_one = |n: u128, with: u128, on: Date| {
        Conversation::happened(fact(n), ConversationKind::OneToOne, on, vec![id(with)])
    };
    let mut facts = Facts {
        people: people(4),
        conversations: vec![
            one_to_one(1, 1, date(2026, 8, 1)),
            one_to_one(2, 1, near),
            one_to_one(3, 2, date(2024, 1, 1)),
        ],
        introductions: vec![introduction(4, 1, 3, 4), introduction(5, 2, 3, 4)],
        ..Facts::default()
    };
    let params = Params::default();
    let found = |facts: &Facts, to: u128| {
        let book = Book::new(facts.clone(), &[]);
        way_in(&book, &Web::of(&book, TODAY, &params.network), id(to), TODAY, &params)
    };
    let way = found(&facts, 3).unwrap();
    assert_eq!(way.through, [id(1)]);
    assert_eq!(way.says, ["Ask P1 to introduce you to P3."]);
    assert!(way.chance > 0.0 && way.chance < 1.0);
    assert_eq!(found(&facts, 1).unwrap().says, ["You know P1 yourself: ask."]);
    facts.people[0].do_not_contact = true;
    assert_eq!(found(&facts, 3).unwrap().through, [id(2)]);
    facts.introductions.clear();
    assert_eq!(found(&facts, 3), None);
    assert_eq!(found(&facts, 9), None);
}

/// Row 58: each kind can be given and received, and appears in the balance.
#[test]
fn every_kind_of_help_counts_both_ways() {
    let of = |n: u128, kind: HelpKind, direction| Help { kind, ..help(n, direction, 1 + n % 2) };
    let both = |(n, kind): (u128, HelpKind)| {
        [of(n, kind, Direction::Given), of(n + 100, kind, Direction::Received)]
    };
    let mut acts: Vec<Help> = (0..).zip(KINDS).flat_map(both).collect();
    acts.push(of(50, HelpKind::Advice, Direction::Given));
    let count = acts.len() as u64;
    let mut undated = of(51, HelpKind::Support, Direction::Given);
    undated.on = None;
    let mut old = of(52, HelpKind::Support, Direction::Given);
    old.on = Some(date(2025, 9, 7));
    acts.extend([undated, old]);
    let facts = Facts { people: people(2), help: acts, ..Facts::default() };
    let found = super::balance(&Book::new(facts, &[]), TODAY, 365);
    assert_eq!(found.kinds.len(), KINDS.len());
    let ways: Vec<_> = found.ways.iter().map(|way| (way.way, way.given, way.received)).collect();
    let expected = [
        (Shared::Expertise, 3, 2),
        (Shared::Experience, 1, 1),
        (Shared::Ideas, 1, 1),
        (Shared::Support, 2, 2),
        (Shared::Contacts, 3, 3),
    ];
    assert_eq!(ways, expected, "every kind is in one of the five ways");
    for kind in &found.kinds {
        let given = if kind.kind == HelpKind::Advice { 2 } else { 1 };
        assert_eq!((kind.given, kind.received), (given, 1), "{:?}", kind.kind);
    }
    assert_eq!(found.people.iter().map(|one| one.given + one.received).sum::<u64>(), count);
    assert!(found.people.iter().all(|one| one.share.low < 0.5 && one.share.high > 0.5));
    assert_eq!(super::balance(&Book::new(Facts::default(), &[]), TODAY, 365), Balance::default());
}

#[test]
fn a_circle_is_told_with_names() {
    let facts = Facts {
        people: people(2),
        help: vec![help(1, Direction::Given, 1), help(2, Direction::Received, 2)],
        introductions: vec![introduction(3, 1, 2, 0)],
        ..Facts::default()
    };
    let told = giving_told(&Book::new(facts, &[]), TODAY, &Params::default());
    let says: Vec<&str> = told.circles.iter().map(|circle| circle.says.as_str()).collect();
    assert_eq!(says, ["You helped P1, P1 helped P2, P2 helped you."]);
    assert_eq!(told.circles[0].people, [id(1), id(2)]);
    assert_eq!(told.position, PositionTold::TooFew);
    let share = told.giving_share.unwrap();
    let was_received = "the introduction by P1 is help too, as the ledger counts it";
    assert!(share[0] < share[1] && share[1] < 0.5 && share[2] > 0.5, "{was_received}");
    let nothing = giving_told(&Book::new(Facts::default(), &[]), TODAY, &Params::default());
    assert!(nothing.circles.is_empty() && nothing.giving_share.is_none());
}
