//! Titles in unusual words: names that are words, groups that sound like meals, friends in the phone.

use crate::book::{TestBook, applied, card, entry, named, now, series, with_email, with_phone};
use kithwork_core::change::Edit;
use kithwork_core::facts::{Asks, Meaning, Question};
use kithwork_core::handover::{
    GROUP_OR_EVENT, PRIVATE, Record, SaidPerson, TIME_WITH_PEOPLE, answer,
};

fn at_work(name: &str) -> SaidPerson {
    SaidPerson { organisation: Some("Field Foods".to_owned()), ..named(name) }
}

fn cards() -> Vec<Record> {
    let people = [
        at_work("Anna Kowalska"),
        at_work("Jean-Luc Vaughan"),
        at_work("Olive Bank"),
        at_work("Will Breakfast"),
        at_work("Penny van der Berg"),
        at_work("Penny Nowak"),
        at_work("Chidi Okonkwo"),
        with_phone("Steve Evans", "+447900900001"),
        with_phone("Biscuit Vet", "+447900900002"),
        with_email("Sandra Hair", "sandra@home.example"),
    ];
    people.into_iter().zip(1..).map(|(said, uid)| card(&uid.to_string(), said)).collect()
}

fn book_with(entries: Vec<Record>) -> TestBook {
    let mut book = TestBook::new();
    book.import(&[("contacts.vcf", cards()), ("calendar.ics", entries)]);
    book
}

fn open(book: &TestBook) -> Vec<&Question> {
    book.facts.questions.iter().filter(|q| q.is_open()).collect()
}

#[test]
fn names_that_are_words_initials_and_double_names_are_found() {
    for (title, name) in [
        ("A. Kowalska <> me", "Anna Kowalska"),
        ("Anna K - coffee", "Anna Kowalska"),
        ("Coffee with Kowalska", "Anna Kowalska"),
        ("call w/ Jean-Luc", "Jean-Luc Vaughan"),
        ("Olive Bank", "Olive Bank"),
        ("me/Olive Bank", "Olive Bank"),
        ("Lunch – Will Breakfast", "Will Breakfast"),
        ("Penny N - coffee", "Penny Nowak"),
        ("Penny v catch up", "Penny van der Berg"),
        ("Coffee with Chidi Okonkwo re VAT return", "Chidi Okonkwo"),
    ] {
        let book = book_with(vec![entry("u", "2026-03-04", title, &[])]);
        assert_eq!(book.network(), [name], "{title}");
        assert_eq!(book.facts.conversations.len(), 1, "{title}");
        assert!(open(&book).is_empty(), "{title}");
    }
}

#[test]
fn private_life_in_other_words_is_no_networking() {
    for title in [
        "Lunch with Auntie Jean",
        "Call Biscuit Vet",
        "Haircut with Sandra",
        "Staff 1:1s",
        "Call HMRC",
        "5 a side",
        "Beers with the lads",
        "Supplier meeting",
    ] {
        let book = book_with(vec![entry("u", "2026-03-04", title, &[])]);
        assert!(book.network().is_empty() && book.facts.rooms.is_empty(), "{title}");
        assert!(open(&book).is_empty(), "{title}");
    }
}

#[test]
fn a_first_name_with_nothing_but_a_number_is_asked_unless_the_full_name_is_met_elsewhere() {
    let once = book_with(vec![entry("a", "2026-03-04", "Beers with Steve", &[])]);
    assert!(once.network().is_empty());
    assert_eq!(open(&once).len(), 1);
    let twice = book_with(vec![
        entry("a", "2026-03-04", "Coffee with Steve", &[]),
        entry("b", "2026-04-04", "121 Steve Evans", &[]),
    ]);
    assert_eq!(twice.facts.conversations.len(), 2);
    assert!(open(&twice).is_empty());
}

#[test]
fn a_series_that_sounds_like_a_meal_is_a_group_unless_someone_is_called_so() {
    for title in ["Harbour Lunch", "Pitch & Pint", "The Supper Set", "Ladies who Latte"] {
        let rule = "FREQ=WEEKLY;INTERVAL=2";
        let book = book_with(vec![series("s", "2026-03-04", ("07:30:00", 90), title, rule)]);
        assert_eq!(book.facts.rooms.len(), 1, "{title}");
        assert!(book.network().is_empty(), "{title}");
    }
    let rule = "FREQ=WEEKLY;INTERVAL=2";
    let lunch = book_with(vec![series("s", "2026-03-04", ("12:00:00", 60), "Anna lunch", rule)]);
    assert!(lunch.facts.rooms.is_empty());
}

#[test]
fn single_entries_that_come_round_like_a_room_are_its_meetings() {
    let days = ["2026-03-04", "2026-03-18", "2026-04-01", "2026-04-29", "2026-05-13"];
    let single = |on: &&str| {
        let mut one = entry(on, on, "The Good Table", &[]);
        if let kithwork_core::handover::Said::Entry(said) = &mut one.said {
            said.event.starts = "07:00:00".parse().ok();
            said.event.minutes = Some(90);
        }
        one
    };
    let book = book_with(days.iter().map(single).collect());
    assert_eq!((book.facts.rooms.len(), book.facts.meetings.len()), (1, 5));
    let few = book_with(days.iter().take(2).map(single).collect());
    assert!(few.facts.rooms.is_empty());
}

#[test]
fn an_answer_to_what_entries_are_settles_all_of_them_and_can_be_undone() {
    let weekly = |uid: &str, on: &str| {
        series(uid, on, ("19:00:00", 120), "Slow Spoons", "FREQ=WEEKLY;COUNT=9")
    };
    for choice in [GROUP_OR_EVENT, PRIVATE, TIME_WITH_PEOPLE] {
        let mut book = book_with(vec![weekly("a", "2026-01-07"), weekly("b", "2026-04-08")]);
        let question = open(&book)[0].clone();
        assert_eq!((question.asks, question.count), (Asks::WhatIsThis, 2));
        assert!(book.facts.entries.iter().all(|e| e.meaning == Meaning::Undecided));
        let before = applied(book.facts.clone(), &[]);
        let outcome =
            answer(&before, question.id, choice, now(), &mut book.ids()).expect("a choice");
        book.apply(&outcome.edits);
        let fits = |meaning: &Meaning| match choice {
            GROUP_OR_EVENT => matches!(meaning, Meaning::Room(_)),
            PRIVATE => *meaning == Meaning::Private,
            _ => matches!(meaning, Meaning::Conversation { .. }),
        };
        assert!(book.facts.entries.iter().all(|e| fits(&e.meaning)), "{choice}");
        assert!(open(&book).is_empty(), "{choice}");

        let undo: Vec<Edit> = outcome.edits.into_iter().rev().map(Edit::inverse).collect();
        assert_eq!(applied(book.facts.clone(), &undo), before, "{choice}");
    }
}

#[test]
fn seven_questions_are_asked_at_a_time_and_the_others_wait() {
    let names = ["Ana", "Bea", "Cai", "Dee", "Eva", "Fay", "Gus", "Hal", "Ira"];
    let ask = |name: &&str| entry(name, "2026-03-04", &format!("Coffee with {name}"), &[]);
    let mut book = TestBook::new();
    let outcome = book.import(&[("calendar.ics", names.iter().map(ask).collect())]);
    assert_eq!(outcome.open_questions, 7);
    assert_eq!(open(&book).len(), names.len());
    let again = book.import(&[("calendar.ics", names.iter().map(ask).collect())]);
    assert!(again.edits.is_empty());
}
