//! Books are apart.

use super::{book_of, new_book};
use crate::sample::{self, DAY};
use kithwork_core::fact::FactKind;
use kithwork_core::id::BookId;
use kithwork_store::{PeopleQuery, Scope, Store, StoreError};
use std::sync::Arc;

pub(crate) async fn two_books_never_see_each_other(store: Arc<dyn Store>) {
    let ann = sample::person("Ann");
    let note = sample::note(DAY, "a plumber", &[ann.id]);
    let full = book_of(&*store, [ann.clone().into(), note.clone().into()]).await;
    let empty = new_book(&*store).await;

    assert_eq!(store.load(empty, Scope::Whole).await.unwrap().len(), 1);
    assert_eq!(store.fact(empty, FactKind::Person, ann.id.into()).await.unwrap(), None);
    assert!(store.all(empty, FactKind::Note).await.unwrap().is_empty());
    assert!(store.names(empty).await.unwrap().is_empty());
    assert!(store.timeline(empty, ann.id).await.unwrap().is_empty());
    assert!(store.changes_touching(empty, ann.id.into()).await.unwrap().is_empty());
    assert_eq!(store.latest_change(empty, "owner").await.unwrap(), None);
    for text in [None, Some("plumber".to_owned())] {
        let query = PeopleQuery { text, ..PeopleQuery::default() };
        assert!(store.people(empty, &query).await.unwrap().is_empty());
        assert_eq!(store.people(full, &query).await.unwrap().len(), 1);
    }

    // The same ids in another book are other facts, and a list may not reach across.
    store.commit(empty, &sample::adding([ann.into(), note.into()])).await.unwrap();
    let bob = sample::person("Bob");
    store.commit(full, &sample::adding([bob.clone().into()])).await.unwrap();
    let across = sample::adding([sample::conversation(DAY, &[bob.id]).into()]);
    let result = store.commit(empty, &across).await;
    assert!(matches!(result, Err(StoreError::Conflict { .. })), "{result:?}");
}

pub(crate) async fn an_unknown_book_is_not_found(store: Arc<dyn Store>) {
    let nowhere = BookId(sample::uuid());
    assert!(matches!(store.seq(nowhere).await, Err(StoreError::NotFound)));
    assert!(matches!(store.load(nowhere, Scope::Mind).await, Err(StoreError::NotFound)));
    let change = sample::adding([]);
    assert!(matches!(store.commit(nowhere, &change).await, Err(StoreError::NotFound)));
}
