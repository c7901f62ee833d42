//! What the owner puts right about rooms that only the calendar named.

use crate::book::{TestBook, entry, meeting, now, series};
use kithwork_core::facts::Meaning;
use kithwork_core::handover::{
    VerdictError, is_only_in_the_calendar, not_a_group, reconcile, same_group,
};
use kithwork_core::id::RoomId;

fn calendar() -> Vec<kithwork_core::handover::Record> {
    vec![
        series("w", "2026-01-08", ("07:00:00", 90), "Riverside Network", "FREQ=WEEKLY"),
        series("s", "2026-01-06", ("12:00:00", 90), "Project Steering Group", "FREQ=WEEKLY"),
        entry("x", "2026-03-05", "Riverside Network", &[]),
    ]
}

fn id(book: &TestBook, name: &str) -> RoomId {
    let room = book.facts.rooms.iter().find(|room| room.name == name);
    room.expect("a room of that name").id
}

fn names(book: &TestBook) -> Vec<String> {
    let mut names: Vec<String> = book.facts.rooms.iter().map(|room| room.name.clone()).collect();
    names.sort();
    names
}

#[test]
fn what_is_no_group_goes_and_stays_away() {
    let mut book = TestBook::new();
    book.import(&[("calendar.ics", calendar())]);
    assert_eq!(names(&book), ["Project Steering Group", "Riverside Network"]);
    let facts = book.facts.clone();
    let band = id(&book, "Project Steering Group");
    assert!(is_only_in_the_calendar(&facts, band));
    let outcome = not_a_group(&facts, band, now(), &mut book.ids()).expect("a verdict");
    book.apply(&outcome.edits);
    assert_eq!(names(&book), ["Riverside Network"]);
    assert_eq!(book.facts.entries.iter().filter(|e| e.meaning == Meaning::Private).count(), 1);
    // The same calendar, read again under another name, changes nothing of it.
    book.import(&[("calendar (1).ics", calendar())]);
    assert_eq!(names(&book), ["Riverside Network"]);
    let facts = book.facts.clone();
    assert_eq!(
        not_a_group(&facts, band, now(), &mut book.ids()),
        Err(VerdictError::NoSuchRoom),
        "it is gone"
    );
}

#[test]
fn two_names_of_one_group_are_one_and_stay_one() {
    let mut book = TestBook::new();
    let sheet = || vec![meeting("2026-03-12", "Quayside Chapter", &["Priya Shah"])];
    book.import(&[("calendar.ics", calendar()), ("meetings.csv", sheet())]);
    let (keep, lose) = (id(&book, "Quayside Chapter"), id(&book, "Riverside Network"));
    let facts = book.facts.clone();
    assert_eq!(
        same_group(&facts, lose, keep, now(), &mut book.ids()),
        Err(VerdictError::NamedElsewhere),
        "a sheet names it"
    );
    assert_eq!(same_group(&facts, keep, keep, now(), &mut book.ids()), Err(VerdictError::OneRoom));
    let outcome = same_group(&facts, keep, lose, now(), &mut book.ids()).expect("a verdict");
    book.apply(&outcome.edits);
    let is_one = |book: &TestBook| {
        assert_eq!(names(book), ["Project Steering Group", "Quayside Chapter"]);
        assert_eq!(book.facts.meetings.iter().filter(|m| m.room == keep).count(), 2);
        let its = book.facts.entries.iter().filter(|e| e.meaning == Meaning::Room(keep));
        assert_eq!(its.count(), 2);
    };
    is_one(&book);
    book.import(&[("calendar.ics", calendar())]);
    book.import(&[("later.ics", {
        let mut later = calendar();
        later.push(entry("y", "2026-03-26", "Riverside network", &[]));
        later
    })]);
    assert_eq!(names(&book), ["Project Steering Group", "Quayside Chapter"]);
    let settled = book.facts.clone();
    let again = reconcile(&settled, Vec::new(), now(), &mut book.ids());
    assert!(again.edits.is_empty(), "{:?}", again.edits);
}

#[test]
fn what_the_calendar_alone_named_may_be_the_one_that_is_kept() {
    let mut book = TestBook::new();
    let other = series("o", "2026-02-05", ("07:00:00", 90), "Harbour Network", "FREQ=MONTHLY");
    let mut all = calendar();
    all.push(other);
    book.import(&[("calendar.ics", all)]);
    let (keep, lose) = (id(&book, "Riverside Network"), id(&book, "Harbour Network"));
    let facts = book.facts.clone();
    let outcome = same_group(&facts, keep, lose, now(), &mut book.ids()).expect("a verdict");
    book.apply(&outcome.edits);
    assert_eq!(names(&book), ["Project Steering Group", "Riverside Network"]);
    let its = book.facts.entries.iter().filter(|e| e.meaning == Meaning::Room(keep));
    assert_eq!(its.count(), 3);
}
