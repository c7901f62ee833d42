//! Erasing a person.

use super::{book_of, new_book};
use crate::sample::{self, DAY};
use kithwork_core::change::Edit;
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Business, Card, Meeting, Need, Octets, Person, Room, Statement};
use kithwork_core::handover::{Said, SaidMeeting, SaidPerson};
use kithwork_core::id::{BookId, PersonId, RoomId};
use kithwork_core::money::Amount;
use kithwork_core::source::Source;
use kithwork_store::{PeopleQuery, Scope, Store, StoreError};
use std::sync::Arc;

fn priya() -> Person {
    Person {
        emails: vec!["priya@shah.example".to_owned()],
        phones: vec!["+447700900123".to_owned()],
        organisation: Some("Shah Ledgers".to_owned()),
        ..sample::person("Priya Shah")
    }
}

fn statement(subject: &Fact, said: Said) -> Statement {
    Statement {
        id: sample::fact_id(),
        source: Source::Sheet,
        key: "people|priya shah".to_owned(),
        document: "people.csv".to_owned(),
        about: subject.kind(),
        subject: subject.id(),
        written_under: subject.id(),
        said,
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn said_person(name: &str) -> Said {
    Said::Person(Box::new(SaidPerson { name: Some(name.to_owned()), ..SaidPerson::default() }))
}

fn said_meeting(people: &[&str]) -> Said {
    Said::Meeting(SaidMeeting {
        people: people.iter().map(|&name| name.to_owned()).collect(),
        ..SaidMeeting::held(DAY, "Chapter")
    })
}

/// A book in which a person stands in every corner, and who it is.
pub(crate) async fn crowded_book(store: &dyn Store) -> (BookId, PersonId) {
    let (priya, tom, room) =
        (priya(), sample::person("Tom Vane"), Room::named(RoomId(sample::uuid()), "Chapter"));
    let id = priya.id;
    let meeting = Meeting {
        people: vec![id, tom.id],
        goal: Some("Thank Priya for the printer".to_owned()),
        notes: Some("Priya was early, Tom late".to_owned()),
        ..Meeting::held(sample::fact_id(), room.id, DAY)
    };
    let need = Need {
        id: sample::fact_id(),
        person: id,
        on: None,
        what: "a courier".to_owned(),
        met_on: None,
    };
    let business = Business {
        id: sample::fact_id(),
        won_on: Some(DAY),
        client: "Mills".to_owned(),
        source_kind: None,
        source: Some("PRIYA SHAH".to_owned()),
        referrer: Some(id),
        room: None,
        value: "12000".parse().ok().map(|minor| Amount { currency: None, minor }),
        notes: None,
    };
    let card = Card {
        id: sample::fact_id(),
        uid: "c1".to_owned(),
        person: id,
        octets: Octets(b"FN:Priya Shah".to_vec()),
    };
    let said = statement(&priya.clone().into(), said_person("Priya Shah"));
    let said_of_meeting =
        statement(&meeting.clone().into(), said_meeting(&["Priya Shah", "Tom Vane"]));
    let tom = Person { introduced_by: Some(id), ..tom };
    let both = sample::conversation(DAY, &[tom.id, id]);
    let note = sample::note(DAY, "Priya's sister Ruth, ask Tom", &[id, tom.id]);
    let facts: Vec<Fact> = vec![
        room.into(),
        priya.clone().into(),
        tom.into(),
        meeting.into(),
        need.into(),
        business.into(),
        card.into(),
        said.into(),
        said_of_meeting.into(),
        sample::conversation(DAY, &[id]).into(),
        both.into(),
        note.into(),
    ];
    let book = book_of(store, facts).await;
    let later = Person { city: Some("Leeds".to_owned()), ..priya.clone() };
    let edit = Edit::changed(priya, later).unwrap();
    store.commit(book, &sample::change("edit", vec![edit])).await.unwrap();
    (book, id)
}

pub(crate) async fn an_erased_person_is_in_no_row_no_change_and_no_search(store: Arc<dyn Store>) {
    let (book, priya) = crowded_book(&*store).await;
    let erased = store.erase(book, priya, &sample::change("erase", vec![])).await.unwrap();
    assert_eq!(
        (erased.rows, erased.changes),
        (5, 2),
        "person, card, need, statement, conversation"
    );

    let facts = store.load(book, Scope::Whole).await.unwrap();
    let latest = store.latest_change(book, "owner").await.unwrap();
    let told = format!("{:?} {:?}", serde_json::to_string(&facts).unwrap(), latest);
    for trace in ["Priya", "PRIYA", "Shah", "priya@", "7700900123", &priya.to_string()] {
        assert!(!told.contains(trace), "{trace} in {told}");
    }
    for text in ["priya", "shah", "courier", "ledgers"] {
        let query = PeopleQuery { text: Some(text.to_owned()), ..PeopleQuery::default() };
        assert_eq!(store.people(book, &query).await.unwrap(), [], "{text}");
    }
    assert_eq!(store.seq(book).await.unwrap(), 3);
    assert_eq!(store.check(book).await.unwrap(), [], "the chain still holds");
}

pub(crate) async fn facts_shared_with_others_live_on_without_them(store: Arc<dyn Store>) {
    let (book, priya) = crowded_book(&*store).await;
    store.erase(book, priya, &sample::change("erase", vec![])).await.unwrap();
    let facts = store.load(book, Scope::Whole).await.unwrap();
    let tom = facts.people[0].id;
    assert_eq!(facts.people[0].introduced_by, None);
    assert_eq!(facts.meetings[0].people, [tom]);
    assert_eq!(facts.meetings[0].notes.as_deref(), Some("(erased) was early, Tom late"));
    assert_eq!(facts.meetings[0].goal.as_deref(), Some("Thank (erased) for the printer"));
    assert_eq!(facts.conversations.len(), 1);
    assert_eq!(facts.conversations[0].people, [tom]);
    assert_eq!(facts.notes[0].text, "(erased)'s sister Ruth, ask Tom");
    assert_eq!(facts.business[0].value.unwrap().minor, 12_000, "money totals stay");
    assert_eq!(facts.business[0].referrer, None);
    assert_eq!(facts.statements[0].said, said_meeting(&["(erased)", "Tom Vane"]));
}

pub(crate) async fn a_name_that_two_people_share_stays_with_the_other(store: Arc<dyn Store>) {
    let (one, other) = (sample::person("John Smith"), sample::person("John Smith"));
    let note = sample::note(DAY, "John Smith plays the cello", &[other.id]);
    let facts: [Fact; 3] = [one.clone().into(), other.clone().into(), note.clone().into()];
    let book = book_of(&*store, facts).await;
    store.erase(book, one.id, &sample::change("erase", vec![])).await.unwrap();
    let facts = store.load(book, Scope::Whole).await.unwrap();
    assert_eq!(facts.people, [other]);
    assert_eq!(facts.notes, [note]);
}

pub(crate) async fn someone_unknown_is_not_erased(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let nobody = PersonId(sample::uuid());
    let result = store.erase(book, nobody, &sample::change("erase", vec![])).await;
    assert!(matches!(result, Err(StoreError::NotFound)), "{result:?}");
    assert_eq!(store.seq(book).await.unwrap(), 0);
}
