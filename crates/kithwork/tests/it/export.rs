//! Open formats that import again.

use crate::run::{Book, without_ids};
use std::fs;

#[test]
fn an_export_read_into_a_fresh_book_gives_the_same_review() {
    let book = Book::small();
    book.text(&["note", "coffee with Nadia Frost yesterday for 40 minutes"]);
    let folder = book.path("out");
    book.text(&["export", &folder.to_string_lossy()]);
    for name in ["people.csv", "contacts.vcf", "calendar.ics", "kithwork.json"] {
        assert!(folder.join(name).exists(), "{name}");
    }
    let fresh = Book::new();
    fresh.json(&["import", &folder.to_string_lossy()]);
    let (before, after) = (book.review("2026-11-16"), fresh.review("2026-11-16"));
    assert_eq!(without_ids(before), without_ids(after));
}

#[test]
fn an_export_replaces_an_earlier_one_and_never_a_foreign_folder() {
    let book = Book::small();
    let folder = book.path("out");
    book.text(&["export", &folder.to_string_lossy()]);
    book.text(&["export", &folder.to_string_lossy()]);
    let foreign = book.path("photos");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("people.csv"), "mine").unwrap();
    let ran = book.run(&["export", &foreign.to_string_lossy()]);
    assert_eq!(ran.code, 1);
    assert_eq!(fs::read_to_string(foreign.join("people.csv")).unwrap(), "mine");
}

#[test]
fn what_no_sheet_tells_comes_back_too_and_a_second_reading_changes_nothing() {
    let book = Book::small();
    book.text(&["settings", "--hourly-rate", "60", "--currency", "EUR", "--name", "Jo Marsh"]);
    book.json(&[
        "note",
        "coffee with Nadia Frost yesterday, she needs a plumber, follow up in 2 weeks",
    ]);
    let asked = book.json(&["note", "call with Adda Penrose"]);
    assert_eq!(asked["created_people"], serde_json::json!([]), "{asked}");
    let folder = book.path("out");
    book.text(&["export", &folder.to_string_lossy()]);
    let fresh = Book::new();
    fresh.json(&["import", &folder.join("kithwork.json").to_string_lossy()]);
    assert_eq!(fresh.json(&["settings"]), book.json(&["settings"]));
    for args in [&["person", "Nadia Frost"][..], &["questions"], &["plan"]] {
        assert_eq!(without_ids(fresh.json(args)), without_ids(book.json(args)), "{args:?}");
    }
    let again = fresh.json(&["import", &folder.join("kithwork.json").to_string_lossy()]);
    assert!(again["change"].is_null(), "{again:#}");
    let whole = fresh.json(&["import", &folder.to_string_lossy()]);
    assert_eq!(whole["questions"], again["questions"]);
    assert_eq!(without_ids(fresh.review("2026-11-16")), without_ids(book.review("2026-11-16")));
}
