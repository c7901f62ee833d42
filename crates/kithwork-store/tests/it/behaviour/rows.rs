//! Facts come back as they went in.

use super::{book_of, new_book};
use crate::sample::{self, DAY};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind, Facts};
use kithwork_core::facts::Settings;
use kithwork_core::id::BookId;
use kithwork_store::{Scope, Store};
use std::sync::Arc;

pub(crate) async fn every_kind_of_fact_comes_back_as_it_was(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    let facts = sample::full(book);
    let edits = facts.iter().cloned().map(|fact| match fact {
        Fact::Settings(s) => Edit::changed(Settings::new(book), s).unwrap(),
        other => Edit::created(other),
    });
    store.commit(book, &sample::change("import", edits.collect())).await.unwrap();
    each_comes_back(&*store, book, &facts).await;
}

pub(crate) async fn facts_of_which_hardly_anything_is_known_come_back_too(store: Arc<dyn Store>) {
    let facts = sample::bare();
    let book = book_of(&*store, facts.clone()).await;
    each_comes_back(&*store, book, &facts).await;
}

async fn each_comes_back(store: &dyn Store, book: BookId, facts: &[Fact]) {
    for fact in facts {
        let stored = store.fact(book, fact.kind(), fact.id()).await.unwrap();
        assert_eq!(stored.as_ref(), Some(fact));
        assert!(store.all(book, fact.kind()).await.unwrap().contains(fact));
    }
    let mut whole: Vec<Fact> = store.load(book, Scope::Whole).await.unwrap().into_all().collect();
    whole.retain(|fact| facts.iter().any(|f| f.kind() == fact.kind()));
    let mut facts = facts.to_vec();
    facts.sort_by_key(|fact| (fact.kind(), fact.id()));
    assert_eq!(whole, facts);
}

pub(crate) async fn a_book_is_loaded_whole_or_for_the_mind(store: Arc<dyn Store>) {
    let book = book_of(&*store, sample::bare()).await;
    let whole = store.load(book, Scope::Whole).await.unwrap();
    let mind = store.load(book, Scope::Mind).await.unwrap();
    assert_eq!(whole.len(), FactKind::ALL.len());
    let expected = Facts {
        notes: vec![],
        cards: vec![],
        calendar_objects: vec![],
        statements: vec![],
        ..whole.clone()
    };
    assert_eq!(mind, expected);
}

pub(crate) async fn a_new_book_has_its_settings_and_no_changes(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    assert_eq!(store.seq(book).await.unwrap(), 0);
    let facts = store.load(book, Scope::Whole).await.unwrap();
    assert_eq!(facts, Facts { settings: vec![Settings::new(book)], ..Facts::default() });
    assert!(store.books().await.unwrap().contains(&book));
    assert_eq!(store.latest_change(book, "owner").await.unwrap(), None);
}

pub(crate) async fn the_people_of_a_list_keep_their_order(store: Arc<dyn Store>) {
    let (a, b, c) = (sample::person("A"), sample::person("B"), sample::person("C"));
    let one = sample::conversation(DAY, &[c.id, a.id, b.id]);
    let two = sample::conversation(DAY, &[b.id, c.id]);
    let facts: Vec<Fact> =
        vec![a.into(), b.into(), c.into(), one.clone().into(), two.clone().into()];
    let book = book_of(&*store, facts).await;
    let facts = store.load(book, Scope::Mind).await.unwrap();
    assert_eq!(facts.conversations, [one, two]);
}
