//! Checking a sound book; damaged ones need a file to damage (`file.rs`).

use super::new_book;
use crate::sample;
use kithwork_core::change::Edit;
use kithwork_core::fact::Fact;
use kithwork_core::facts::Settings;
use kithwork_store::Store;
use std::sync::Arc;

pub(crate) async fn a_sound_book_has_no_problems(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    assert_eq!(store.check(book).await.unwrap(), []);
    let edits = sample::full(book).into_iter().map(|fact| match fact {
        Fact::Settings(s) => Edit::changed(Settings::new(book), s).unwrap(),
        other => Edit::created(other),
    });
    store.commit(book, &sample::change("import", edits.collect())).await.unwrap();
    let nul = sample::adding([sample::person("A\0b").into()]);
    store.commit(book, &nul).await.unwrap();
    assert_eq!(store.check(book).await.unwrap(), []);
    store.commit(book, &sample::undoing(nul)).await.unwrap();
    assert_eq!(store.check(book).await.unwrap(), []);
}
