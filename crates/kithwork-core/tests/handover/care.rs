//! What the owner decided about people, and what files say of it.

use crate::book::{TestBook, card, day, named, now, person};
use kithwork_core::change::Edit;
use kithwork_core::fact::FactKind;
use kithwork_core::facts::{Care, Person, Statement};
use kithwork_core::handover::{Said, SaidPerson};
use kithwork_core::id::FactId;
use kithwork_core::source::Source;
use uuid::Uuid;

/// The owner's own word on the only person of a book, as the application writes it.
fn decide(book: &mut TestBook, care: Care) {
    let before = book.facts.people[0].clone();
    let on = Some(day("2026-11-15"));
    let said = SaidPerson { care: Some(care), care_on: on, ..named(&before.name) };
    let statement = Statement {
        id: FactId(Uuid::from_u128(7)),
        source: Source::Own,
        key: format!("own|person|{}", before.id),
        document: String::new(),
        about: FactKind::Person,
        subject: before.id.into(),
        written_under: before.id.into(),
        said: Said::Person(Box::new(said)),
        recorded_at: now(),
    };
    let after = Person { care: Some(care), care_on: on, ..before.clone() };
    let edits = [Edit::created(statement), Edit::changed(before, after).expect("a change")];
    book.apply(&edits);
}

fn decided(book: &TestBook) -> (Option<Care>, Option<String>) {
    let one = &book.facts.people[0];
    (one.care, one.care_on.map(|on| on.to_string()))
}

#[test]
fn the_owners_word_outlives_every_later_import() {
    let mut book = TestBook::new();
    let ana = |care| SaidPerson { care, care_on: Some(day("2026-01-02")), ..named("Ana Reyes") };
    book.import(&[("people.csv", vec![person(ana(None))])]);
    decide(&mut book, Care::LetGo);
    let own = (Some(Care::LetGo), Some("2026-11-15".to_owned()));

    let again = book.import(&[("people.csv", vec![person(ana(None))])]);
    assert!(again.edits.is_empty(), "{:#?}", again.edits);
    assert_eq!(decided(&book), own);
    book.import(&[("people.csv", vec![person(ana(Some(Care::Deepen)))])]);
    assert_eq!(decided(&book), own, "a sheet does not overrule the owner");
}

#[test]
fn a_sheets_word_is_taken_with_its_day_and_an_empty_cell_takes_nothing_back() {
    let mut book = TestBook::new();
    let ana = |care, on: Option<&str>| {
        person(SaidPerson { care, care_on: on.map(day), ..named("Ana Reyes") })
    };
    book.import(&[("people.csv", vec![ana(Some(Care::Light), Some("2026-03-04"))])]);
    let light = (Some(Care::Light), Some("2026-03-04".to_owned()));
    assert_eq!(decided(&book), light);
    book.import(&[("people.csv", vec![ana(None, None)])]);
    assert_eq!(decided(&book), light);
    book.import(&[("people.csv", vec![ana(Some(Care::Deepen), None)])]);
    assert_eq!(decided(&book), (Some(Care::Deepen), None), "a new word does not take an old day");
}

#[test]
fn letting_go_of_a_mere_contact_does_not_count_them_in() {
    let mut book = TestBook::new();
    let files = [("contacts.vcf", vec![card("1", named("Priya Shah"))])];
    book.import(&files);
    decide(&mut book, Care::LetGo);
    let again = book.import(&files);
    assert!(again.edits.is_empty(), "{:#?}", again.edits);
    assert!(book.network().is_empty());
}
