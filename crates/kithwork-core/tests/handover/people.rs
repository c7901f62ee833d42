//! Who is who (design.md §5, Identity).

use crate::book::{TestBook, card, named, now, person, talk, with_email, with_phone};
use kithwork_core::facts::Asks;
use kithwork_core::facts::ConversationKind::OneToOne;
use kithwork_core::handover::{DIFFERENT, SAME, SaidPerson, answer, merge, not_the_same, unmerge};

#[test]
fn a_card_and_a_row_with_one_address_are_one_person() {
    let mut book = TestBook::new();
    book.import(&[("people.csv", vec![person(with_email("Priya Shah", "priya@shah.example"))])]);
    let outcome = book.import(&[(
        "contacts.vcf",
        vec![card("1", with_email("Priya Shah", "priya@shah.example"))],
    )]);
    assert_eq!(book.facts.people.len(), 1);
    assert_eq!((outcome.documents[0].created, outcome.documents[0].updated), (0, 1));
}

#[test]
fn a_shared_phone_with_differing_names_is_a_question_and_stays_two_people() {
    let mut book = TestBook::new();
    let outcome = book.import(&[(
        "people.csv",
        vec![
            person(with_phone("Jane Smith", "+447700900001")),
            person(with_phone("Tom Brown", "+447700900001")),
        ],
    )]);
    assert_eq!(book.network(), ["Jane Smith", "Tom Brown"]);
    assert_eq!(outcome.open_questions, 1);
    assert_eq!(book.facts.questions[0].asks, Asks::SamePerson);
}

#[test]
fn the_answer_joins_or_parts_and_is_remembered() {
    for (choice, people) in [(SAME, 1), (DIFFERENT, 2), ("1", 1)] {
        let mut book = TestBook::new();
        let file = [(
            "people.csv",
            vec![
                person(with_phone("Jane Smith", "+447700900001")),
                person(with_phone("Tom Brown", "+447700900001")),
            ],
        )];
        book.import(&file);
        let question = book.facts.questions[0].id;
        let facts = book.facts.clone();
        let outcome = answer(&facts, question, choice, now(), &mut book.ids()).expect("a choice");
        book.apply(&outcome.edits);
        assert_eq!(book.network().len(), people, "{choice}");
        assert_eq!(outcome.open_questions, 0);
        assert!(book.import(&file).edits.is_empty(), "{choice}");
    }
}

#[test]
fn a_record_with_nothing_but_a_name_is_taken_over_by_the_one_that_fits() {
    let mut book = TestBook::new();
    book.import(&[("people.csv", vec![person(named("Priya Shah"))])]);
    book.import(&[("contacts.vcf", vec![card("1", with_phone("Priya Shah", "+447700900001"))])]);
    assert_eq!(book.network(), ["Priya Shah"]);
    assert_eq!(book.facts.people.len(), 1);
    assert_eq!(book.facts.people[0].phones, ["+447700900001"]);
}

#[test]
fn a_record_that_matches_two_joins_them_and_the_loser_redirects() {
    let mut book = TestBook::new();
    book.import(&[("a.vcf", vec![card("1", with_email("Priya Shah", "p@shah.example"))])]);
    book.import(&[("b.vcf", vec![card("2", with_phone("Priya Shah", "+447700900001"))])]);
    assert_eq!(book.facts.people.iter().filter(|p| p.merged_into.is_none()).count(), 2);
    let both = SaidPerson {
        phones: vec!["+447700900001".to_owned()],
        ..with_email("Priya Shah", "p@shah.example")
    };
    book.import(&[("people.csv", vec![person(both)])]);
    assert_eq!(book.network(), ["Priya Shah"]);
    let merged = book.facts.people.iter().filter(|p| p.merged_into.is_some()).count();
    assert_eq!((book.facts.people.len(), merged), (2, 1));
}

#[test]
fn contacts_that_nothing_supports_are_set_aside_until_something_does() {
    let mut book = TestBook::new();
    let outcome = book.import(&[("contacts.vcf", vec![card("1", named("Priya Shah"))])]);
    assert!(book.network().is_empty());
    assert_eq!(outcome.documents[0].set_aside, 1);
    book.import(&[("interactions.csv", vec![talk("2026-03-01", OneToOne, &["Priya Shah"])])]);
    assert_eq!(book.network(), ["Priya Shah"]);
    assert_eq!(book.facts.people.len(), 1);
}

#[test]
fn merging_and_parting_again_restores_the_book() {
    let mut book = TestBook::new();
    book.import(&[
        ("people.csv", vec![person(with_email("Sam Jones", "sam@jones.example"))]),
        ("interactions.csv", vec![talk("2026-03-01", OneToOne, &["Samuel Jones"])]),
    ]);
    let before = book.facts.clone();
    let id = |name: &str| before.people.iter().find(|p| p.name == name).expect("known").id;
    let (winner, loser) = (id("Sam Jones"), id("Samuel Jones"));

    let outcome = merge(&before, winner, loser, now(), &mut book.ids()).expect("two people");
    book.apply(&outcome.edits);
    assert_eq!(book.network(), ["Sam Jones"]);
    assert_eq!(book.facts.conversations[0].people, [winner]);

    let joined = book.facts.clone();
    let outcome = unmerge(&joined, loser, now(), &mut book.ids()).expect("a merged person");
    book.apply(&outcome.edits);
    assert_eq!(book.facts.people, before.people);
    assert_eq!(book.facts.conversations, before.conversations);
    assert!(unmerge(&book.facts.clone(), loser, now(), &mut book.ids()).is_err());
}

#[test]
fn not_the_same_outlives_every_key() {
    let mut book = TestBook::new();
    book.import(&[("a.vcf", vec![card("1", with_email("Priya Shah", "p@shah.example"))])]);
    book.import(&[("b.vcf", vec![card("2", with_email("Priya Shah", "q@shah.example"))])]);
    let facts = book.facts.clone();
    let (a, b) = (facts.people[0].id, facts.people[1].id);
    let outcome = not_the_same(&facts, a, b, now(), &mut book.ids()).expect("two people");
    book.apply(&outcome.edits);
    let both = SaidPerson {
        emails: vec!["p@shah.example".to_owned(), "q@shah.example".to_owned()],
        ..named("Priya Shah")
    };
    book.import(&[("people.csv", vec![person(both)])]);
    assert_eq!(book.facts.people.iter().filter(|p| p.merged_into.is_none()).count(), 2);
}
