//! Privacy: erasing a person, and telling them what is held.

use crate::run::Book;
use std::fs;

#[test]
fn an_erased_person_is_nowhere_in_the_file_and_the_money_stays() {
    let book = Book::small();
    book.text(&["note", "call with Ada Penrose and Bram Oduya about the guild"]);
    let before = book.review("2026-11-16");
    book.text(&["erase", "Ada Penrose"]);
    let after = book.review("2026-11-16");
    assert_eq!(after["totals"]["people"], 3);
    assert_eq!(after["totals"]["business"], before["totals"]["business"]);
    assert_eq!(book.json(&["check"])["sound"], true);
    for entry in fs::read_dir(book.folder.path()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for trace in ["ada penrose", "ada@penrose.example", "442079460101"] {
            assert!(!text.contains(trace), "{trace}");
        }
    }
}

#[test]
fn a_part_of_a_name_is_not_enough_to_erase() {
    let book = Book::small();
    assert_eq!(book.run(&["erase", "Ada"]).code, 1);
    assert_eq!(book.review("2026-11-16")["totals"]["people"], 4);
}

#[test]
fn a_subject_report_holds_what_is_known_of_them_and_nobody_else() {
    let book = Book::small();
    let page = book.path("report.html");
    book.text(&["subject-report", "ada", &page.to_string_lossy()]);
    let page = fs::read_to_string(page).unwrap();
    let json = fs::read_to_string(book.path("report.json")).unwrap();
    for text in [&page, &json] {
        assert!(text.contains("Ada Penrose") && text.contains("ada@penrose.example"));
        assert!(text.contains("send the article on pricing"));
        assert!(!text.contains("celia@marsh.example"));
    }
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
}
