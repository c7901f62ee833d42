//! What is kept beside the facts.

use super::new_book;
use crate::sample;
use kithwork_core::id::BookId;
use kithwork_store::{Keepsake, Store, StoreError};
use std::sync::Arc;

fn named(name: &str, value: &str) -> Keepsake {
    Keepsake { name: name.to_owned(), value: value.to_owned() }
}

pub(crate) async fn what_is_kept_is_replaced_and_gone_when_dropped(store: Arc<dyn Store>) {
    let (book, other) = (new_book(&*store).await, new_book(&*store).await);
    let (one, two) = (named("b", "first ☕"), named("a", "second"));
    store.keep(book, "link", &one).await.unwrap();
    store.keep(book, "link", &two).await.unwrap();
    store.keep(book, "hour", &named("b", "third")).await.unwrap();
    assert_eq!(store.kept(book, "link").await.unwrap(), [two.clone(), one]);
    assert!(store.kept(other, "link").await.unwrap().is_empty(), "books are apart");
    store.keep(book, "link", &named("b", "later")).await.unwrap();
    assert_eq!(store.kept(book, "link").await.unwrap(), [two.clone(), named("b", "later")]);
    assert_eq!(store.seq(book).await.unwrap(), 0, "it is no change of the book");
    assert!(store.let_go(book, "link", "b").await.unwrap());
    assert!(!store.let_go(book, "link", "b").await.unwrap());
    assert_eq!(store.kept(book, "link").await.unwrap(), [two]);
    assert_eq!(store.kept(book, "hour").await.unwrap(), [named("b", "third")]);
    let nowhere = BookId(sample::uuid());
    let refused = store.keep(nowhere, "link", &named("a", "x")).await;
    assert!(matches!(refused, Err(StoreError::Conflict { .. })), "{refused:?}");
}
