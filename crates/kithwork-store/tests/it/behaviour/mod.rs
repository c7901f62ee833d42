//! What every store must do, each as a function of an open one.

use crate::sample;
use kithwork_core::fact::Fact;
use kithwork_core::facts::Settings;
use kithwork_core::id::BookId;
use kithwork_store::Store;

pub(crate) mod changes;
pub(crate) mod check;
pub(crate) mod directory;
pub(crate) mod erase;
pub(crate) mod keepsakes;
pub(crate) mod people;
pub(crate) mod rows;
pub(crate) mod tenants;
pub(crate) mod text;

/// An empty book.
async fn new_book(store: &dyn Store) -> BookId {
    let book = BookId(sample::uuid());
    store.create_book(&Settings::new(book)).await.unwrap();
    book
}

/// A book that holds these facts.
async fn book_of(store: &dyn Store, facts: impl IntoIterator<Item = Fact>) -> BookId {
    let book = new_book(store).await;
    store.commit(book, &sample::adding(facts)).await.unwrap();
    book
}
