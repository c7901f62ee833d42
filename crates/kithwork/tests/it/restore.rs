//! Copies of the book, and putting them back.

use crate::run::Book;

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
