//! What calendars and sheets hold now and then: titles that fit several rooms, days without hours,
//! two meetings on one day, long chains, several currencies, one talk told twice.

use crate::book::{
    TestBook, card, day, entry, meeting, named, now, person, record, room, series, talk, with_email,
};
use kithwork_core::facts::ConversationKind::OneToOne;
use kithwork_core::facts::{Asks, Meaning};
use kithwork_core::handover::{A_NEW_GROUP, Record, Said, SaidBusiness, SaidPerson, answer};
use kithwork_core::money::{Amount, Currency};
use kithwork_core::source::Source;
use std::collections::BTreeMap;

fn at(mut entry: Record, time: Option<&str>, minutes: Option<u32>) -> Record {
    if let Said::Entry(said) = &mut entry.said {
        said.event.starts = time.map(|time| time.parse().expect("a time"));
        said.event.minutes = minutes;
    }
    entry
}

fn two_branches() -> TestBook {
    let mut book = TestBook::new();
    book.import(&[("groups.csv", vec![room("BNI Quayside"), room("BNI Castle")])]);
    book
}

fn answered(book: &mut TestBook, choice: &str) {
    let question = book.facts.questions.iter().find(|q| q.is_open()).expect("a question").id;
    let facts = book.facts.clone();
    let outcome = answer(&facts, question, choice, now(), &mut book.ids()).expect("a choice");
    book.apply(&outcome.edits);
}

#[test]
fn a_title_that_fits_several_rooms_asks_which_and_the_answer_counts_all() {
    let mut book = two_branches();
    let entries: Vec<Record> =
        ["2026-03-04", "2026-03-11"].iter().map(|on| entry(on, on, "BNI breakfast", &[])).collect();
    let outcome = book.import(&[("calendar.ics", entries.clone())]);
    assert_eq!(outcome.open_questions, 1);
    let question = book.facts.questions[0].clone();
    assert_eq!((question.asks, question.count), (Asks::WhichRoom, 2));
    assert_eq!(question.choices[..2], ["BNI Castle", "BNI Quayside"]);
    assert_eq!((book.facts.rooms.len(), book.facts.meetings.len()), (2, 0));

    answered(&mut book, "BNI Castle");
    assert_eq!(book.facts.meetings.len(), 2);
    let castle = book.facts.rooms.iter().find(|r| r.name == "BNI Castle").expect("a room").id;
    assert!(book.facts.meetings.iter().all(|m| m.room == castle));
    let again = book.import(&[("calendar.ics", entries)]);
    assert_eq!((again.edits.len(), again.open_questions), (0, 0), "the answer is remembered");
}

#[test]
fn none_of_several_rooms_is_a_room_of_its_own() {
    let mut book = two_branches();
    book.import(&[("calendar.ics", vec![entry("u", "2026-03-04", "BNI breakfast", &[])])]);
    answered(&mut book, A_NEW_GROUP);
    assert_eq!((book.facts.rooms.len(), book.facts.meetings.len()), (3, 1));
}

#[test]
fn an_initial_with_a_surname_that_is_a_private_word_is_a_person() {
    for (title, name) in [
        ("Coffee with J Holiday", "Jo Holiday"),
        ("1-2-1 J. Holiday", "Jo Holiday"),
        ("coffee with j holiday", "Jo Holiday"),
        ("Lunch with A Church", "Ann Church"),
    ] {
        let mut book = TestBook::new();
        let someone = card("1", with_email(name, "someone@there.example"));
        book.import(&[
            ("contacts.vcf", vec![someone]),
            ("calendar.ics", vec![entry("u", "2026-03-04", title, &[])]),
        ]);
        assert_eq!(book.network(), [name], "{title}");
        let mut stranger = TestBook::new();
        let outcome =
            stranger.import(&[("calendar.ics", vec![entry("u", "2026-03-04", title, &[])])]);
        assert_eq!(outcome.open_questions, 1, "{title}: a stranger is asked for");
    }
}

#[test]
fn a_conference_of_whole_days_is_a_room_whose_hours_are_unknown() {
    let mut book = TestBook::new();
    let title = "Northern Founders Conference";
    let entries = vec![
        at(entry("a", "2026-03-04", title, &[]), None, None),
        at(entry("b", "2026-03-05", title, &[]), None, None),
        // From nine in the morning to five in the afternoon of the day after.
        at(entry("c", "2026-06-04", title, &[]), Some("09:00:00"), Some(1920)),
    ];
    book.import(&[("calendar.ics", entries)]);
    assert_eq!(book.facts.rooms.len(), 1);
    assert_eq!(book.facts.meetings.len(), 3);
    assert!(book.facts.meetings.iter().all(|m| m.minutes.is_none()), "unknown is no number");
}

#[test]
fn two_meetings_of_one_room_on_one_day_are_two() {
    let mut book = TestBook::new();
    let entries = vec![
        at(entry("a", "2026-03-04", "Thursday Chapter", &[]), Some("07:00:00"), Some(90)),
        at(entry("b", "2026-03-04", "Thursday Chapter", &[]), Some("18:00:00"), Some(60)),
    ];
    let sheet = vec![meeting("2026-03-04", "Thursday Chapter", &["Ann Lee"]), {
        let mut second = meeting("2026-03-04", "Thursday Chapter", &["Tom Vane"]);
        second.key.push_str("#2");
        second
    }];
    book.import(&[("meetings.csv", sheet.clone()), ("calendar.ics", entries.clone())]);
    assert_eq!(book.facts.meetings.len(), 2);
    let mut apart = TestBook::new();
    apart.import(&[("calendar.ics", entries)]);
    apart.import(&[("meetings.csv", sheet)]);
    assert_eq!(apart.facts.meetings.len(), 2);
    assert_eq!(apart.facts.rooms.len(), 1);
}

#[test]
fn introductions_three_deep_keep_their_chain_in_any_order() {
    let by = |name: &str, by: Option<&str>, at: Option<&str>| {
        person(SaidPerson {
            introduced_by: by.map(str::to_owned),
            met_at: at.map(str::to_owned),
            ..named(name)
        })
    };
    let mut rows = vec![
        by("Dee Four", Some("Cy Three"), None),
        by("Cy Three", Some("Bo Two"), None),
        by("Bo Two", Some("Al One"), None),
        by("Al One", None, Some("Harbour Club")),
    ];
    for _ in 0..2 {
        let mut book = TestBook::new();
        book.import(&[("people.csv", rows.clone())]);
        let of = |name: &str| book.facts.people.iter().find(|p| p.name == name).expect("a person");
        assert_eq!(of("Dee Four").introduced_by, Some(of("Cy Three").id));
        assert_eq!(of("Cy Three").introduced_by, Some(of("Bo Two").id));
        assert_eq!(of("Bo Two").introduced_by, Some(of("Al One").id));
        assert_eq!(of("Al One").met_at, Some(book.facts.rooms[0].id));
        assert_eq!(book.facts.introductions, [], "an origin is no introduction row");
        rows.reverse();
    }
}

#[test]
fn sums_of_several_currencies_stay_apart() {
    let sale = |client: &str, minor: i64, currency: Option<&str>| {
        let currency = currency.map(|code| Currency::parse(code).expect("a code"));
        record(
            Source::Sheet,
            format!("business|{client}"),
            Said::Business(SaidBusiness {
                won_on: Some(day("2026-03-04")),
                client: client.to_owned(),
                source_kind: None,
                source: None,
                value: Some(Amount { currency, minor }),
                notes: None,
                extra: BTreeMap::new(),
            }),
        )
    };
    let mut book = TestBook::new();
    book.import(&[(
        "business.csv",
        vec![sale("A", 100, Some("EUR")), sale("B", 200, Some("EUR")), sale("C", 50, None)],
    )]);
    let as_of = day("2026-11-16");
    let facts = kithwork_core::book::Book::new(book.facts, &[]);
    let params = kithwork_core::params::Params::default();
    let review = kithwork_core::review::Review::of(&facts, as_of, &params);
    let sums: Vec<(String, i64)> = review
        .totals
        .business
        .iter()
        .map(|money| (money.currency.to_string(), money.minor))
        .collect();
    assert_eq!(sums, [("EUR".to_owned(), 350)], "no currency is the most frequent one named");
}

#[test]
fn a_calendar_entry_and_a_row_that_tell_one_talk_are_one_however_they_arrive() {
    let row = || talk("2026-03-02", OneToOne, &["Priya Shah"]);
    let said = || entry("u", "2026-03-02", "Coffee with Priya Shah", &[]);
    for files in [
        [("calendar.ics", vec![said()]), ("interactions.csv", vec![row()])],
        [("interactions.csv", vec![row()]), ("calendar.ics", vec![said()])],
    ] {
        let mut together = TestBook::new();
        together.import(&files);
        let mut apart = TestBook::new();
        for file in files {
            apart.import(&[file]);
        }
        for book in [together, apart] {
            assert_eq!(book.facts.conversations.len(), 1);
            assert!(matches!(book.facts.entries[0].meaning, Meaning::Conversation { .. }));
            assert_eq!(book.facts.conversations[0].minutes, Some(60));
        }
    }
}

#[test]
fn what_a_note_asks_is_not_closed_by_a_file() {
    let mut book = TestBook::new();
    let question = kithwork_core::facts::Question {
        id: kithwork_core::id::FactId(uuid::Uuid::from_u128(9)),
        key: "note|x|who|0|2026-11-16".to_owned(),
        asks: Asks::WhoIsThis,
        about: vec!["Sam".to_owned()],
        count: 1,
        choices: vec!["Sam Lee".to_owned()],
        subjects: Vec::new(),
        answer: None,
        closed: false,
    };
    book.facts.questions.push(question);
    book.import(&[("people.csv", vec![person(named("Ann Lee"))])]);
    assert!(book.facts.questions[0].is_open());
}

#[test]
fn a_series_and_a_shorter_title_of_one_room_still_need_no_question() {
    let mut book = TestBook::new();
    book.import(&[(
        "calendar.ics",
        vec![
            series("s", "2026-03-05", ("07:00:00", 90), "BNI Quayside", "FREQ=WEEKLY"),
            entry("o", "2026-03-06", "BNI", &[]),
        ],
    )]);
    assert_eq!(book.facts.questions, []);
}
