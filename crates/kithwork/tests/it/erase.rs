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

#[test]
fn whoever_was_erased_is_not_brought_back_by_a_file_unasked() {
    let book = Book::small();
    book.text(&["erase", "Ada Penrose"]);
    let folder = crate::run::fixture("small");
    let again = book.json(&["import", &folder.to_string_lossy()]);
    let refused: Vec<&str> = again["files"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|file| file["refused"].as_array().unwrap())
        .map(|refused| refused["reason"].as_str().unwrap())
        .collect();
    assert!(refused.contains(&"erased"), "{again:#}");
    assert_eq!(again["questions"], 1, "{again:#}");
    assert_eq!(book.review("2026-11-16")["totals"]["people"], 3);
    let held = || {
        let mut text = String::new();
        for entry in fs::read_dir(book.folder.path()).unwrap() {
            text +=
                &String::from_utf8_lossy(&fs::read(entry.unwrap().path()).unwrap()).to_lowercase();
        }
        text
    };
    for trace in ["penrose", "ada@penrose.example", "442079460101"] {
        assert!(!held().contains(trace), "{trace}");
    }
    assert_eq!(book.json(&["check"])["sound"], true);

    // An export of it into a fresh book remembers, too.
    let out = book.path("out");
    book.text(&["export", &out.to_string_lossy()]);
    let fresh = Book::new();
    fresh.json(&["import", &out.to_string_lossy()]);
    fresh.json(&["import", &folder.to_string_lossy()]);
    assert_eq!(fresh.review("2026-11-16")["totals"]["people"], 3);

    // Only the owner's word brings them back.
    let question = &book.json(&["questions"])["questions"][0];
    assert_eq!(question["choices"], serde_json::json!(["leave them out", "take them back"]));
    assert!(!question.to_string().to_lowercase().contains("ada"), "{question}");
    book.json(&["answer", question["id"].as_str().unwrap(), "take them back"]);
    book.json(&["import", &folder.to_string_lossy()]);
    assert_eq!(book.review("2026-11-16")["totals"]["people"], 4);
}

#[test]
fn leaving_them_out_is_answered_once() {
    let book = Book::small();
    book.text(&["erase", "Ada Penrose"]);
    let folder = crate::run::fixture("small");
    book.json(&["import", &folder.to_string_lossy()]);
    let question = &book.json(&["questions"])["questions"][0];
    book.json(&["answer", question["id"].as_str().unwrap(), "1"]);
    let again = book.json(&["import", &folder.to_string_lossy()]);
    assert_eq!((&again["questions"], &again["change"]), (&0.into(), &serde_json::Value::Null));
    assert_eq!(book.review("2026-11-16")["totals"]["people"], 3);
}
