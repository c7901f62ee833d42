//! Text of every kind.

use super::book_of;
use crate::sample::{self, DAY};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Note, Person};
use kithwork_store::Store;
use std::sync::Arc;

pub(crate) async fn strange_letters_come_back_as_they_were(store: Arc<dyn Store>) {
    let long = "ẞ€𝄞".repeat(3_334);
    for text in [
        "🎉👩‍👩‍👧",
        "מתן \u{202e}abc",
        "e\u{301}",
        "\u{feff}",
        "'; DROP TABLE person; --",
        "\r\n\t",
        &long,
    ] {
        let person = sample::person(text);
        let note = sample::note(DAY, text, &[person.id]);
        let facts: [Fact; 2] = [person.into(), note.into()];
        let book = book_of(&*store, facts.clone()).await;
        for fact in facts {
            assert_eq!(store.fact(book, fact.kind(), fact.id()).await.unwrap(), Some(fact));
        }
    }
}

pub(crate) async fn a_letter_that_no_database_holds_is_left_out(store: Arc<dyn Store>) {
    let note = sample::note(DAY, "before\0after", &[]);
    let book = book_of(&*store, [note.clone().into()]).await;
    let clean = Note { text: "beforeafter".to_owned(), ..note.clone() };
    let stored = store.fact(book, FactKind::Note, note.id).await.unwrap();
    assert_eq!(stored, Some(clean.into()));

    let later = Note { text: "later".to_owned(), ..note.clone() };
    let edit = Edit::changed(note, later).unwrap();
    store.commit(book, &sample::change("edit", vec![edit])).await.unwrap();

    let nul = Person { organisation: Some("\0".to_owned()), ..sample::person("\0Ann") };
    store.commit(book, &sample::adding([nul.into()])).await.unwrap();
    assert_eq!(store.names(book).await.unwrap()[0].1, "Ann");
}
