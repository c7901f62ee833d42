//! What only a file can suffer: strange ones, damaged ones, copies and what is left on the disk.

use crate::behaviour::erase::crowded_book;
use crate::sample::{self, DAY};
use kithwork_core::fact::Fact;
use kithwork_core::facts::Settings;
use kithwork_core::id::{AccountId, BookId};
use kithwork_store::{Account, FileOptions, Problem, Store, StoreError, open_file, open_file_with};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.kithwork");
    (folder, path)
}

async fn small_book(store: &dyn Store) -> BookId {
    let book = BookId(sample::uuid());
    store.create_book(&Settings::new(book)).await.unwrap();
    let ann = sample::person("Ann");
    let talk = sample::conversation(DAY, &[ann.id]);
    let facts: [Fact; 2] = [ann.into(), talk.into()];
    store.commit(book, &sample::adding(facts)).await.unwrap();
    store.commit(book, &sample::adding([sample::person("Bob").into()])).await.unwrap();
    book
}

#[tokio::test]
async fn a_file_that_is_no_book_is_refused_and_left_as_it_was() {
    let (_folder, path) = folder();
    fs::write(&path, "name,organisation\n".repeat(500)).unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(open_file(&path).await, Err(StoreError::Foreign(_))));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn another_programs_database_is_refused_and_left_as_it_was() {
    let (_folder, path) = folder();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE moz_places (id)").unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(open_file(&path).await, Err(StoreError::Foreign(_))));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_newer_versions_book_is_refused() {
    let (_folder, path) = folder();
    drop(open_file(&path).await.unwrap());
    let newer = "INSERT INTO _sqlx_migrations VALUES (9999, 'later', 'x', TRUE, x'00', 0)";
    Connection::open(&path).unwrap().execute(newer, []).unwrap();
    let Err(StoreError::Foreign(why)) = open_file(&path).await else { panic!() };
    assert!(why.contains("newer"), "{why}");
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_unavailable() {
    let (_folder, path) = folder();
    let error = open_file(&path.join("book.kithwork")).await.unwrap_err();
    assert!(matches!(error, StoreError::Unavailable(_)), "{error:?}");
}

#[tokio::test]
async fn a_book_that_another_program_holds_is_busy() {
    let (_folder, path) = folder();
    let store = open_file(&path).await.unwrap();
    let book = small_book(&*store).await;
    let holder = Connection::open(&path).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let change = sample::adding([sample::person("Carl").into()]);
    assert!(matches!(store.commit(book, &change).await, Err(StoreError::Busy)));
    assert_eq!(store.names(book).await.unwrap().len(), 2, "reading goes on");
    holder.execute_batch("ROLLBACK").unwrap();
    store.commit(book, &change).await.unwrap();
}

#[tokio::test]
async fn a_full_disk_is_told_and_nothing_is_written() {
    let (_folder, path) = folder();
    let store = open_file(&path).await.unwrap();
    let book = small_book(&*store).await;
    drop(store);
    let pages: u32 =
        Connection::open(&path).unwrap().query_row("PRAGMA page_count", [], |r| r.get(0)).unwrap();
    let mut options = FileOptions::default();
    options.most_pages = Some(pages + 4);
    let store = open_file_with(&path, &options).await.unwrap();
    let long = sample::note(DAY, &"word ".repeat(20_000), &[]);
    let result = store.commit(book, &sample::adding([long.into()])).await;
    assert!(matches!(result, Err(StoreError::Full)), "{result:?}");
    assert_eq!(store.seq(book).await.unwrap(), 2);
    assert_eq!(store.check(book).await.unwrap(), []);
}

#[tokio::test]
async fn a_book_opened_for_reading_is_not_written() {
    let (_folder, path) = folder();
    let mut options = FileOptions::default();
    options.read_only = true;
    assert!(open_file_with(&path, &options).await.is_err(), "there is nothing to read");
    assert!(!path.exists());
    let book = small_book(&*open_file(&path).await.unwrap()).await;
    let store = open_file_with(&path, &options).await.unwrap();
    assert_eq!(store.names(book).await.unwrap().len(), 2);
    let result = store.commit(book, &sample::adding([])).await;
    assert!(matches!(result, Err(StoreError::ReadOnly)), "{result:?}");
}

/// Damages the file by hand and tells what the check finds.
async fn damaged(sql: &str) -> Vec<Problem> {
    let (_folder, path) = folder();
    let store = open_file(&path).await.unwrap();
    let book = small_book(&*store).await;
    assert_eq!(store.check(book).await.unwrap(), []);
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    store.check(book).await.unwrap()
}

#[tokio::test]
async fn damage_of_every_kind_is_found() {
    let cases = [
        ("UPDATE person SET name = 'Anna' WHERE name = 'Ann'", "is not as the last change left it"),
        ("UPDATE conversation SET on_date = '2026-05-15'", "is not as the last change left it"),
        ("UPDATE conversation SET on_date = 'soon'", "a date can’t be read"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM person WHERE name = 'Ann'", "refers to a person"),
        ("DELETE FROM conversation", "is missing"),
        ("DELETE FROM appearance WHERE fact_kind = 'person'", "does not agree"),
        ("UPDATE change SET actor = 'someone' WHERE seq = 1", "is not as it was recorded"),
        ("UPDATE change SET previous = x'00' WHERE seq = 2", "does not follow"),
        ("UPDATE change_edit SET after = replace(after, 'Bob', 'Rob')", "has an edit that is not"),
        ("UPDATE change_edit SET fact_kind = 'note' WHERE seq = 2", "is not as it was recorded"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM change WHERE seq = 1", "is missing"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM change WHERE seq = 2", "is missing"),
        ("UPDATE search_entry SET words = 'nobody' WHERE words = 'ann'", "does not agree"),
    ];
    for (sql, what) in cases {
        let problems = damaged(sql).await;
        assert!(problems.iter().any(|p| p.what.contains(what)), "{sql}: {problems:?}");
    }
}

#[tokio::test]
async fn a_copy_holds_the_book_and_overwrites_nothing() {
    let (folder, path) = folder();
    let store = open_file(&path).await.unwrap();
    let book = small_book(&*store).await;
    let copy = folder.path().join("copy.kithwork");
    store.backup(&copy).await.unwrap();
    assert!(matches!(store.backup(&copy).await, Err(StoreError::Exists)));
    let copied = open_file(&copy).await.unwrap();
    assert_eq!(copied.seq(book).await.unwrap(), 2);
    assert_eq!(copied.check(book).await.unwrap(), []);

    let restored = folder.path().join("restored.kithwork");
    kithwork_store::restore(&copy, &restored).await.unwrap();
    assert_eq!(open_file(&restored).await.unwrap().names(book).await.unwrap().len(), 2);
    assert!(matches!(kithwork_store::restore(&copy, &path).await, Err(StoreError::Exists)));
}

#[tokio::test]
async fn nobody_comes_in_with_what_was_allowed_when_a_copy_was_made() {
    let (folder, path) = folder();
    let store = open_file(&path).await.unwrap();
    let book = small_book(&*store).await;
    let id = AccountId(sample::uuid());
    let account = Account { id, book, password: None, failures: 0, wait_until: None };
    store.open_account(&account).await.unwrap();
    let copy = folder.path().join("copy.kithwork");
    store.backup(&copy).await.unwrap();
    let restored = folder.path().join("restored.kithwork");
    kithwork_store::restore(&copy, &restored).await.unwrap();
    assert_eq!(open_file(&restored).await.unwrap().account(book).await.unwrap(), None);
    assert_eq!(store.account(book).await.unwrap(), Some(account));
}

#[tokio::test]
async fn a_damaged_copy_is_not_restored() {
    let (folder, path) = folder();
    let store = open_file(&path).await.unwrap();
    small_book(&*store).await;
    let copy = folder.path().join("copy.kithwork");
    store.backup(&copy).await.unwrap();
    Connection::open(&copy).unwrap().execute_batch("DELETE FROM conversation").unwrap();
    let restored = folder.path().join("restored.kithwork");
    let result = kithwork_store::restore(&copy, &restored).await;
    assert!(matches!(result, Err(StoreError::Corrupt(_))), "{result:?}");
    assert!(!restored.exists());
}

#[tokio::test]
async fn a_copy_takes_the_place_of_a_book_that_is_open() {
    let (folder, path) = folder();
    let store = open_file(&path).await.unwrap();
    let book = small_book(&*store).await;
    let copy = folder.path().join("copy.kithwork");
    store.backup(&copy).await.unwrap();
    store.commit(book, &sample::adding([sample::person("Carl").into()])).await.unwrap();
    let kept = folder.path().join("kept.kithwork");
    let restore = sample::change(kithwork_store::RESTORE, vec![]);

    let holder = Connection::open(&path).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let result = kithwork_store::replace(&copy, &path, &kept, &restore).await;
    assert!(matches!(result, Err(StoreError::Busy)), "{result:?}");
    assert!(!kept.exists());
    holder.execute_batch("ROLLBACK").unwrap();

    kithwork_store::replace(&copy, &path, &kept, &restore).await.unwrap();
    assert_eq!(store.names(book).await.unwrap().len(), 2, "who has it open sees the copy");
    assert_eq!(store.seq(book).await.unwrap(), 4, "a number that neither has had");
    assert_eq!(store.check(book).await.unwrap(), []);
    let latest = store.latest_change(book, "owner").await.unwrap().unwrap();
    assert_ne!(latest.verb, kithwork_store::RESTORE, "undo takes back what the book did");
    assert_eq!(open_file(&kept).await.unwrap().names(book).await.unwrap().len(), 3);
    let result = kithwork_store::replace(&copy, &path, &kept, &restore).await;
    assert!(matches!(result, Err(StoreError::Exists)), "{result:?}");
}

#[tokio::test]
async fn an_erased_person_leaves_no_byte_on_the_disk() {
    let (folder, path) = folder();
    let store = open_file(&path).await.unwrap();
    let (book, priya) = crowded_book(&*store).await;
    let traces: [&[u8]; 5] = [b"Priya", b"priya", b"Shah", b"shah", b"7700900123"];
    for trace in traces {
        assert!(holds(folder.path(), trace), "the test looks in the right place");
    }
    store.erase(book, priya, &sample::change("erase", vec![])).await.unwrap();
    for trace in traces.into_iter().chain([b"courier".as_slice(), b"ledgers"]) {
        assert!(!holds(folder.path(), trace), "{} is left", String::from_utf8_lossy(trace));
    }
    assert_eq!(store.check(book).await.unwrap(), []);
}

/// Whether any file of the folder holds these bytes.
fn holds(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let octets = fs::read(entry.unwrap().path()).unwrap();
        octets.windows(bytes.len()).any(|window| window == bytes)
    })
}

#[tokio::test]
async fn two_programs_may_open_a_new_book_at_once() {
    let (_folder, path) = folder();
    let both: Vec<_> = (0..2)
        .map(|_| {
            let path = path.clone();
            tokio::spawn(async move { open_file(&path).await })
        })
        .collect();
    for opened in both {
        let store: Arc<dyn Store> = opened.await.unwrap().unwrap();
        small_book(&*store).await;
    }
}
