//! Copies of the book, and putting them back.

use crate::run::Book;
use crate::served::Served;

#[test]
fn a_backup_put_back_is_the_book_as_it_was_and_what_was_there_is_kept() {
    let book = Book::small();
    let copy = book.path("copy.kithwork");
    book.text(&["backup", &copy.to_string_lossy()]);
    let before = book.review("2026-11-16");
    book.text(&["note", "coffee with Nadia Frost"]);
    assert_ne!(book.review("2026-11-16"), before);
    let said = book.text(&["restore", &copy.to_string_lossy()]);
    assert!(said.contains("before-restore"), "{said}");
    assert_eq!(book.review("2026-11-16"), before);
    assert_eq!(book.json(&["check"])["sound"], true);
}

#[test]
fn a_backup_overwrites_nothing() {
    let book = Book::small();
    let copy = book.path("copy.kithwork");
    std::fs::write(&copy, "precious").unwrap();
    assert_eq!(book.run(&["backup", &copy.to_string_lossy()]).code, 1);
    assert_eq!(std::fs::read_to_string(&copy).unwrap(), "precious");
}

#[test]
fn what_is_no_backup_is_refused_and_the_book_stays() {
    let book = Book::small();
    let before = book.review("2026-11-16");
    let wrong = book.path("notes.txt");
    std::fs::write(&wrong, "no database at all, only words".repeat(400)).unwrap();
    assert_eq!(book.run(&["restore", &wrong.to_string_lossy()]).code, 1);
    assert_eq!(book.run(&["restore", &book.path("missing").to_string_lossy()]).code, 1);
    assert_eq!(book.review("2026-11-16"), before);
}

/// What a server says of a book, and what the command line says.
fn both(served: &Served, book: &Book) -> [serde_json::Value; 2] {
    [served.document("/api/v1/review"), book.json(&["review"])]
}

#[test]
fn a_server_shows_the_backup_from_the_moment_it_is_put_back() {
    let book = Book::small();
    let copy = book.path("copy.kithwork");
    book.text(&["backup", &copy.to_string_lossy()]);
    let served = Served::start(&book, &["serve", "--listen", "127.0.0.1:0"]);
    let before = served.document("/api/v1/review");
    // One change after the backup and one after the restoring: their numbers must not be taken for
    // each other by what the server remembers.
    book.text(&["note", "coffee with Nadia Frost"]);
    let [noted, _] = both(&served, &book);
    assert_ne!(noted, before);

    let said = book.text(&["restore", &copy.to_string_lossy()]);
    let kept = said.split_whitespace().find(|word| word.contains("before-restore")).unwrap();
    for document in both(&served, &book) {
        assert_eq!(document, before);
    }
    book.text(&["note", "lunch with Omar Bell and Ida Lund"]);
    let [served_now, printed_now] = both(&served, &book);
    assert_eq!(served_now, printed_now);
    assert_eq!(served_now["totals"]["people"], 6);
    assert_eq!(book.json(&["check"])["sound"], true);

    // What is written through the server goes to the same file, and what was there before is whole.
    let ada = book.json(&["person", "ada pen"]);
    let body = serde_json::json!({"care": "light", "people": [ada["id"]]}).to_string();
    assert!(served.post("/api/v1/triage", "application/json", &body).starts_with("HTTP/1.1 200"));
    assert_eq!(book.json(&["person", "ada pen"])["care"], "light");
    std::fs::copy(kept.trim_end_matches('.'), book.path("kept.kithwork")).unwrap();
    let kept = Book { folder: tempfile::tempdir().unwrap() };
    std::fs::rename(book.path("kept.kithwork"), kept.file()).unwrap();
    assert_eq!(kept.json(&["review"]), noted);
    assert_eq!(kept.json(&["check"])["sound"], true);
}

#[test]
fn a_server_of_an_empty_book_shows_the_backup_of_another_one() {
    let (old, new) = (Book::small(), Book::new());
    let copy = old.path("copy.kithwork");
    old.text(&["backup", &copy.to_string_lossy()]);
    let served = Served::start(&new, &["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(served.document("/api/v1/review")["totals"]["people"], 0);
    new.text(&["restore", &copy.to_string_lossy()]);
    assert_eq!(served.document("/api/v1/review"), old.json(&["review"]));
    let page = served.answer("/people", &served.authority);
    assert!(page.contains("Ada Penrose"), "{page}");
}

#[test]
fn undo_after_a_restore_takes_back_what_the_book_did_and_not_the_restoring() {
    let book = Book::small();
    book.text(&["note", "coffee with Nadia Frost"]);
    let copy = book.path("copy.kithwork");
    book.text(&["backup", &copy.to_string_lossy()]);
    for _ in 0..2 {
        book.text(&["restore", &copy.to_string_lossy()]);
    }
    assert_eq!(book.json(&["undo"])["was"], "note");
    assert_eq!(book.json(&["check"])["sound"], true);
}

#[test]
fn a_book_that_is_damaged_beyond_opening_is_replaced_and_kept() {
    let book = Book::small();
    let copy = book.path("copy.kithwork");
    book.text(&["backup", &copy.to_string_lossy()]);
    let before = book.review("2026-11-16");
    std::fs::write(book.file(), "spilt tea".repeat(2_000)).unwrap();
    assert_eq!(book.run(&["review"]).code, 1);
    let said = book.text(&["restore", &copy.to_string_lossy()]);
    assert_eq!(book.review("2026-11-16"), before);
    let kept = said.split_whitespace().find(|word| word.contains("before-restore")).unwrap();
    assert!(std::fs::read_to_string(kept.trim_end_matches('.')).unwrap().starts_with("spilt tea"));
}
