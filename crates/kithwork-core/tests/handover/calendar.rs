//! The calendar in people's own words.

use crate::book::{TestBook, card, day, entry, named, now, person, room, series, talk, with_email};
use kithwork_core::facts::ConversationKind::{Call, OneToOne, SmallGroup, Video};
use kithwork_core::facts::{Asks, ConversationKind, Meaning, Stage};
use kithwork_core::handover::{PRIVATE, Record, answer};

fn cards() -> Vec<Record> {
    vec![
        card("1", with_email("Priya Shah", "priya@shah.example")),
        card("2", with_email("Tom O'Hara", "tom@hill.example")),
        card("3", named("Mum")),
        card("4", named("Laura Church")),
        card("5", with_email("Gwendolyn Abara", "gwen@abara.example")),
    ]
}

/// A book with these contacts and this one entry.
fn book_with(title: &str, with: &[&str]) -> TestBook {
    let mut book = TestBook::new();
    book.import(&[
        ("contacts.vcf", cards()),
        ("calendar.ics", vec![entry("u", "2026-03-04", title, with)]),
    ]);
    book
}

fn talks(book: &TestBook) -> Vec<(ConversationKind, Vec<String>)> {
    let name = |id| {
        book.facts.people.iter().find(|p| p.id == id).map(|p| p.name.clone()).unwrap_or_default()
    };
    let read = |c: &kithwork_core::facts::Conversation| {
        (c.kind, c.people.iter().map(|id| name(*id)).collect())
    };
    book.facts.conversations.iter().map(read).collect()
}

#[test]
fn titles_in_many_words_are_time_with_people() {
    for (title, kind, name) in [
        ("121 with Priya", OneToOne, "Priya Shah"),
        ("1-2-1 Priya Shah", OneToOne, "Priya Shah"),
        ("1:1 Tom", OneToOne, "Tom O'Hara"),
        ("One to one - Tom O’Hara", OneToOne, "Tom O'Hara"),
        ("COFFEE W/ PRIYA SHAH", OneToOne, "Priya Shah"),
        ("☕ with Priya Shah", OneToOne, "Priya Shah"),
        ("Priya Shah / me - catch up", OneToOne, "Priya Shah"),
        ("Breakfast: Priya", OneToOne, "Priya Shah"),
        ("Lunch Priya Shah @ the Ivy", OneToOne, "Priya Shah"),
        ("Meet Pryia Shah", OneToOne, "Priya Shah"),
        ("coffee with Laura Church", OneToOne, "Laura Church"),
        ("Cuppa w Gwen", OneToOne, "Gwendolyn Abara"),
        ("Zoom Priya Shah", Video, "Priya Shah"),
        ("Teams call – Tom", Video, "Tom O'Hara"),
        ("Google Meet: Priya S", Video, "Priya Shah"),
        ("Call with Priya re pricing", Call, "Priya Shah"),
        ("Ring Tom O'Hara", Call, "Tom O'Hara"),
        ("Priya Shah", OneToOne, "Priya Shah"),
    ] {
        let book = book_with(title, &[]);
        assert_eq!(talks(&book), [(kind, vec![name.to_owned()])], "{title}");
        assert_eq!(book.network(), [name], "{title}");
    }
    let both = book_with("Lunch with Priya & Tom", &[]);
    assert_eq!(talks(&both)[0].0, SmallGroup);
    assert_eq!(talks(&both)[0].1.len(), 2);
}

#[test]
fn a_private_life_stays_private_and_supports_nobody() {
    for title in [
        "Dentist",
        "School run",
        "Lunch with Mum",
        "Mum's birthday",
        "VAT return",
        "Train to Leeds",
        "Haircut",
        "Gym",
        "Payroll",
        "Parents evening",
        "Dinner - anniversary",
        "Golf club",
        "Write proposal",
        "Boiler service",
        "Flight to Malaga",
        "Team meeting",
        "MOT",
        "Book club",
        "Kids swimming",
        "Pick up Priya's parcel",
        "Focus time",
        "Christmas party",
    ] {
        let book = book_with(title, &[]);
        assert_eq!(talks(&book), [], "{title}");
        assert!(book.network().is_empty() && book.facts.rooms.is_empty(), "{title}");
        assert_eq!(book.facts.questions, [], "{title}");
    }
}

#[test]
fn an_invitation_decides_over_the_title() {
    let book = book_with("Coffee with Tom", &["priya@shah.example"]);
    assert_eq!(talks(&book), [(OneToOne, vec!["Priya Shah".to_owned()])]);
    let stranger = book_with("Intro", &["new.face@acme.example"]);
    assert_eq!(talks(&stranger), [(OneToOne, vec!["New Face".to_owned()])]);
    assert_eq!(stranger.network(), ["New Face"]);
}

#[test]
fn rooms_are_told_by_their_words_or_by_how_they_come_round() {
    for (title, at, rule) in [
        ("BNI Phoenix", ("06:45:00", 90), "FREQ=WEEKLY;BYDAY=WE"),
        ("Early Risers", ("07:00:00", 90), "FREQ=DAILY;INTERVAL=7"),
        ("The Exchange", ("12:00:00", 120), "FREQ=MONTHLY;BYDAY=1WE"),
        ("Women in Property", ("12:00:00", 120), "FREQ=DAILY;INTERVAL=28"),
        ("Institute Branch Night", ("18:30:00", 120), "FREQ=MONTHLY"),
        ("Chamber networking lunch", ("12:00:00", 90), "FREQ=MONTHLY"),
    ] {
        let mut book = TestBook::new();
        let file = vec![series("s", "2026-03-04", at, title, rule)];
        book.import(&[("contacts.vcf", cards()), ("calendar.ics", file)]);
        assert_eq!(book.facts.rooms.len(), 1, "{title}");
        assert!(matches!(book.facts.entries[0].meaning, Meaning::Room(_)), "{title}");
    }
    for (title, at, rule) in [
        ("Choir", ("19:00:00", 120), "FREQ=WEEKLY"),
        ("Gym class", ("07:00:00", 60), "FREQ=WEEKLY"),
        ("Team meeting", ("09:00:00", 60), "FREQ=WEEKLY"),
        ("Sunday lunch", ("12:00:00", 120), "FREQ=WEEKLY"),
    ] {
        let mut book = TestBook::new();
        book.import(&[("calendar.ics", vec![series("s", "2026-03-04", at, title, rule)])]);
        assert!(book.facts.rooms.is_empty(), "{title}");
    }
}

#[test]
fn other_spellings_of_a_rooms_name_are_its_meetings() {
    let mut book = TestBook::new();
    let mut file =
        vec![series("s", "2026-03-05", ("07:00:00", 90), "Thursday Chapter", "FREQ=WEEKLY")];
    for (at, title) in
        ["Thurs chapter", "THURSDAY CHAPTER mtg", "The Thursday chapter"].iter().enumerate()
    {
        file.push(entry(&format!("o{at}"), &format!("2026-06-0{}", at + 1), title, &[]));
    }
    book.import(&[("calendar.ics", file)]);
    assert_eq!(book.facts.rooms.len(), 1);
    assert_eq!(book.facts.rooms[0].name, "Thursday Chapter");
    assert_eq!(book.facts.meetings.len(), 3);
    book.import(&[("groups.csv", vec![room("Thursday chapter")])]);
    assert_eq!(book.facts.rooms.len(), 1);
}

#[test]
fn a_first_name_of_several_is_one_question_and_its_answer_counts_all() {
    let mut book = TestBook::new();
    let people = vec![
        card("1", with_email("Sam Jones", "sam@jones.example")),
        card("2", with_email("Sam Lee", "sam@lee.example")),
    ];
    let dates = ["2026-03-02", "2026-03-09", "2026-03-16"];
    let entries = dates.iter().map(|on| entry(on, on, "Coffee with Sam", &[])).collect();
    let outcome = book.import(&[("contacts.vcf", people), ("calendar.ics", entries)]);
    assert_eq!(outcome.open_questions, 1);
    let question = book.facts.questions[0].clone();
    assert_eq!((question.asks, question.count), (Asks::WhoIsThis, 3));
    assert!(talks(&book).is_empty());

    let facts = book.facts.clone();
    let choice = question.choices.iter().find(|c| c.starts_with("Sam Lee")).expect("a choice");
    let outcome = answer(&facts, question.id, choice, now(), &mut book.ids()).expect("a choice");
    book.apply(&outcome.edits);
    assert_eq!(talks(&book), vec![(OneToOne, vec!["Sam Lee".to_owned()]); 3]);
    assert_eq!(book.network(), ["Sam Lee"]);

    let mut private = TestBook { facts, next: 5000 };
    let before = private.facts.clone();
    let outcome =
        answer(&before, question.id, PRIVATE, now(), &mut private.ids()).expect("a choice");
    private.apply(&outcome.edits);
    assert!(private.facts.entries.iter().all(|e| e.meaning == Meaning::Private));
}

#[test]
fn a_later_file_closes_the_question_it_answers() {
    let mut book = TestBook::new();
    book.import(&[("calendar.ics", vec![entry("u", "2026-03-02", "Coffee with Sam", &[])])]);
    assert_eq!(book.facts.questions.iter().filter(|q| q.is_open()).count(), 1);
    let outcome = book.import(&[("people.csv", vec![person(named("Sam Jones"))])]);
    assert_eq!(outcome.open_questions, 0);
    assert_eq!(talks(&book), [(OneToOne, vec!["Sam Jones".to_owned()])]);
}

#[test]
fn the_calendar_and_the_sheet_tell_one_occasion_once() {
    for swapped in [false, true] {
        let mut book = TestBook::new();
        let mut files = vec![
            ("calendar.ics", vec![entry("u", "2026-03-02", "Call with Priya Shah", &[])]),
            (
                "interactions.csv",
                vec![
                    talk("2026-03-02", OneToOne, &["Priya Shah"]),
                    talk("2026-03-02", ConversationKind::Email, &["Priya Shah"]),
                ],
            ),
        ];
        if swapped {
            files.reverse();
        }
        for file in files {
            book.import(&[file]);
        }
        let mut kinds: Vec<_> = talks(&book).into_iter().map(|(kind, _)| kind).collect();
        kinds.sort_by_key(|kind| format!("{kind:?}"));
        assert_eq!(kinds, [ConversationKind::Email, OneToOne]);
    }
}

#[test]
fn what_lies_ahead_is_agreed_and_what_was_cancelled_never_was() {
    let ahead = {
        let mut book = TestBook::new();
        let file = vec![entry("u", "2026-12-24", "121 with Priya Shah", &[])];
        book.import(&[("contacts.vcf", cards()), ("calendar.ics", file)]);
        book
    };
    let talk = &ahead.facts.conversations[0];
    assert_eq!((talk.stage, talk.on), (Stage::Agreed, day("2026-12-24")));
    let mut cancelled = entry("u", "2026-03-02", "121 with Priya Shah", &[]);
    if let kithwork_core::handover::Said::Entry(said) = &mut cancelled.said {
        said.event.cancelled = true;
    }
    let mut book = TestBook::new();
    book.import(&[("contacts.vcf", cards()), ("calendar.ics", vec![cancelled])]);
    assert!(book.facts.conversations.is_empty());
}
