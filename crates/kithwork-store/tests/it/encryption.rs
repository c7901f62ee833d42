//! Books encrypted at rest, with the cargo feature `encryption`.

use crate::sample;
use kithwork_core::facts::Settings;
use kithwork_core::id::BookId;
use kithwork_store::{FileOptions, Passphrase, Scope, StoreError, open_file_with, restore_with};

fn with(passphrase: &str) -> FileOptions {
    let mut options = FileOptions::default();
    options.passphrase = Some(Passphrase(passphrase.to_owned()));
    options
}

#[tokio::test]
async fn an_encrypted_book_shows_no_name_and_opens_only_with_its_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.kithwork");
    let store = open_file_with(&path, &with("it's ours")).await.unwrap();
    let book = BookId(sample::uuid());
    store.create_book(&Settings::new(book)).await.unwrap();
    store.commit(book, &sample::adding([sample::person("Priya Shah").into()])).await.unwrap();
    assert_eq!(store.load(book, Scope::Whole).await.unwrap().people.len(), 1);
    let copy = folder.path().join("copy.kithwork");
    store.backup(&copy).await.unwrap();
    drop(store);

    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let octets = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!octets.windows(5).any(|w| w == b"Priya" || w == b"priya" || w == b"SQLit"));
    }
    for wrong in [with("guess"), FileOptions::default()] {
        let result = open_file_with(&path, &wrong).await;
        assert!(matches!(result, Err(StoreError::Foreign(_))), "{result:?}");
    }
    assert!(!format!("{:?}", with("it's ours")).contains("ours"), "a passphrase is never shown");
    let restored = folder.path().join("restored.kithwork");
    restore_with(&copy, &restored, &with("it's ours")).await.unwrap();
    let store = open_file_with(&restored, &with("it's ours")).await.unwrap();
    assert_eq!(store.names(book).await.unwrap().len(), 1);
}
