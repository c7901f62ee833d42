//! Changes: numbers, staleness, conflicts and undo.

use super::{book_of, new_book};
use crate::sample::{self, DAY};
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;
use kithwork_store::{Scope, Store, StoreError};
use std::sync::Arc;

pub(crate) async fn each_change_raises_the_number(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    for expected in 1..4 {
        let change = sample::adding([sample::person("Ann").into()]);
        assert_eq!(store.commit(book, &change).await.unwrap(), expected);
        assert_eq!(store.seq(book).await.unwrap(), expected);
    }
}

pub(crate) async fn a_row_that_has_changed_since_is_stale_and_nothing_is_written(
    store: Arc<dyn Store>,
) {
    let ann = sample::person("Ann");
    let book = book_of(&*store, [ann.clone().into()]).await;
    let renamed = |name: &str| Person { name: name.to_owned(), ..ann.clone() };
    let edit = |name: &str| Edit::changed(ann.clone(), renamed(name)).unwrap();
    store.commit(book, &sample::change("edit", vec![edit("Anne")])).await.unwrap();

    let bob = sample::person("Bob");
    let late = sample::change("edit", vec![Edit::created(bob.clone()), edit("Anna")]);
    match store.commit(book, &late).await {
        Err(StoreError::Stale(ids)) => assert_eq!(ids, [ann.id.into()]),
        other => panic!("{other:?}"),
    }
    let gone = sample::change("delete", vec![Edit::removed(sample::person("Nobody"))]);
    assert!(matches!(store.commit(book, &gone).await, Err(StoreError::Stale(_))));
    assert_eq!(store.seq(book).await.unwrap(), 2);
    assert_eq!(store.load(book, Scope::Mind).await.unwrap().people, [renamed("Anne")]);
}

pub(crate) async fn a_change_from_an_earlier_number_is_not_kept_on_top_of_a_later_one(
    store: Arc<dyn Store>,
) {
    let book = new_book(&*store).await;
    let from =
        |seq, name| Change { from: Some(seq), ..sample::adding([sample::person(name).into()]) };
    assert_eq!(store.commit(book, &from(0, "Ann")).await.unwrap(), 1);
    for seq in [0, 2, i64::MAX, -1] {
        let late = store.commit(book, &from(seq, "Bob")).await;
        assert!(matches!(late, Err(StoreError::Moved)), "{seq}: {late:?}");
    }
    // Of two that saw the same book, whichever comes second, exactly one is kept.
    let (one, other) = (from(1, "Cat"), from(1, "Dan"));
    let (one, other) = tokio::join!(store.commit(book, &one), store.commit(book, &other));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    assert_eq!(store.seq(book).await.unwrap(), 2);
    assert_eq!(store.load(book, Scope::Mind).await.unwrap().people.len(), 2);
}

pub(crate) async fn two_rows_of_one_id_are_a_conflict(store: Arc<dyn Store>) {
    let ann = sample::person("Ann");
    let book = book_of(&*store, [ann.clone().into()]).await;
    match store.commit(book, &sample::adding([ann.into()])).await {
        Err(StoreError::Conflict { constraint }) => assert_eq!(constraint, "person_pkey"),
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn a_row_that_refers_to_nobody_is_a_conflict(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let lost = sample::conversation(DAY, &[PersonId(sample::uuid())]);
    let result = store.commit(book, &sample::adding([lost.into()])).await;
    assert!(matches!(result, Err(StoreError::Conflict { .. })), "{result:?}");
    assert_eq!(store.seq(book).await.unwrap(), 0);
    assert!(store.all(book, FactKind::Conversation).await.unwrap().is_empty());
}

pub(crate) async fn the_latest_change_is_the_one_to_take_back(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let (ann, bob) = (sample::person("Ann"), sample::person("Bob"));
    let first = sample::adding([ann.clone().into()]);
    let talk = sample::conversation(DAY, &[ann.id, bob.id]);
    let second = sample::adding([talk.into(), bob.into()]);
    store.commit(book, &first).await.unwrap();
    store.commit(book, &second).await.unwrap();
    assert_eq!(store.latest_change(book, "someone else").await.unwrap(), None);

    for expected in [second, first] {
        let latest = store.latest_change(book, "owner").await.unwrap().unwrap();
        assert_eq!(latest, expected);
        store.commit(book, &sample::undoing(latest)).await.unwrap();
    }
    assert_eq!(store.latest_change(book, "owner").await.unwrap(), None);
    assert_eq!(store.load(book, Scope::Whole).await.unwrap().len(), 1, "only settings are left");
    assert!(store.timeline(book, ann.id).await.unwrap().is_empty());
}

pub(crate) async fn the_edits_of_one_row_are_joined(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let ann = sample::person("Ann");
    let anne = Person { name: "Anne".to_owned(), ..ann.clone() };
    let brief = sample::person("Brief");
    let edits = vec![
        Edit::created(ann.clone()),
        Edit::created(brief.clone()),
        Edit::changed(ann, anne.clone()).unwrap(),
        Edit::removed(brief),
    ];
    store.commit(book, &sample::change("import", edits)).await.unwrap();
    let people = store.load(book, Scope::Mind).await.unwrap().people;
    assert_eq!(people, [anne]);
    let latest = store.latest_change(book, "owner").await.unwrap().unwrap();
    store.commit(book, &sample::undoing(latest)).await.unwrap();
    assert!(store.names(book).await.unwrap().is_empty());
}

pub(crate) async fn changes_that_touched_a_fact_are_told(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let ann = sample::person("Ann");
    let first = sample::adding([ann.clone().into()]);
    let other = sample::adding([sample::person("Bob").into()]);
    let last = sample::change("delete", vec![Edit::removed(ann.clone())]);
    for change in [&first, &other, &last] {
        store.commit(book, change).await.unwrap();
    }
    let touching = store.changes_touching(book, ann.id.into()).await.unwrap();
    let expected = [(1, first.id, "import".to_owned()), (3, last.id, "delete".to_owned())];
    assert_eq!(touching, expected);
}

pub(crate) async fn many_writers_at_once_lose_nothing(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let writers: Vec<_> = (0..20)
        .map(|n| {
            let store = Arc::clone(&store);
            let person = Fact::from(sample::person(&format!("Person {n}")));
            tokio::spawn(async move { store.commit(book, &sample::adding([person])).await })
        })
        .collect();
    let mut numbers = Vec::new();
    for writer in writers {
        numbers.push(writer.await.unwrap().unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=20).collect::<Vec<_>>());
    assert_eq!(store.names(book).await.unwrap().len(), 20);
}

pub(crate) async fn past_changes_are_listed_latest_first_and_found_by_id(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let first = sample::adding([sample::person("Ann").into()]);
    let second = sample::adding([sample::person("Bob").into(), sample::person("Cy").into()]);
    for change in [&first, &second] {
        store.commit(book, change).await.unwrap();
    }
    let back = sample::undoing(second.clone());
    store.commit(book, &back).await.unwrap();

    let past = store.changes(book, None, 10).await.unwrap();
    assert_eq!(past.iter().map(|p| p.id).collect::<Vec<_>>(), [back.id, second.id, first.id]);
    assert_eq!(past.iter().map(|p| p.rows).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(past.iter().map(|p| p.is_undone).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(past[0].undoes, Some(second.id));
    let earlier = store.changes(book, Some(past[1].seq), 1).await.unwrap();
    assert_eq!(earlier, past[2..]);

    assert_eq!(store.change(book, second.id).await.unwrap(), Some(second));
    let elsewhere = new_book(&*store).await;
    assert_eq!(store.change(elsewhere, first.id).await.unwrap(), None);
    assert!(store.changes(elsewhere, None, 10).await.unwrap().is_empty());
}

pub(crate) async fn a_change_is_written_once(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let change = sample::adding([sample::person("Ann").into()]);
    store.commit(book, &change).await.unwrap();
    let again = Change { edits: vec![Edit::created(sample::person("Ann"))], ..change };
    let result = store.commit(book, &again).await;
    assert!(matches!(result, Err(StoreError::Conflict { .. })), "{result:?}");
    assert_eq!(store.seq(book).await.unwrap(), 1);
}
