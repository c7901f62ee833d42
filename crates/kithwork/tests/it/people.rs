//! Finding people and looking at one.

use crate::run::Book;
use serde_json::json;

#[test]
fn people_are_found_by_what_is_known_of_them() {
    let book = Book::small();
    let all = book.json(&["people"]);
    assert_eq!(all["people"].as_array().unwrap().len(), 4);
    assert!(all["next"].is_null());
    let found = book.json(&["people", "joinery"]);
    assert_eq!(found["people"][0]["name"], "Ada Penrose");
    assert_eq!(found["people"][0]["organisation"], "Penrose Joinery");
    assert!(found["people"][0]["level"].is_number());
    assert_eq!(book.json(&["people", "--limit", "2"])["people"].as_array().unwrap().len(), 2);
    assert_eq!(book.json(&["people", "nobody-of-that-name"])["people"], json!([]));
}

#[test]
fn a_long_list_is_read_page_by_page() {
    let book = Book::small();
    let whole = book.json(&["people"])["people"].as_array().unwrap().clone();
    for query in [vec!["people"], vec!["people", "a"]] {
        let whole = book.json(&query)["people"].as_array().unwrap().clone();
        let (mut paged, mut after) = (Vec::new(), String::new());
        loop {
            let mut words = [&*query, &["--limit", "1"]].concat();
            if !after.is_empty() {
                words.extend(["--after", &after]);
            }
            let page = book.json(&words);
            paged.extend(page["people"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        assert!(paged.len() > 1, "{query:?} finds too few to tell");
        assert_eq!(paged, whole, "{query:?}");
    }
    assert!(book.json(&["people", "--limit", "4"])["next"].is_null(), "{} are all", whole.len());
    let text = book.text(&["people", "--limit", "2"]);
    assert!(text.contains("--after"), "{text}");
    assert_eq!(book.run(&["people", "--after", "00000000-0000-0000-0000-000000000000"]).code, 1);
}

#[test]
fn a_person_shows_where_they_stand_and_why() {
    let book = Book::small();
    let ada = book.json(&["person", "ada pen"]);
    assert_eq!(ada["name"], "Ada Penrose");
    assert_eq!(ada["met_at"], "Riverside Breakfast");
    assert!(ada["level"].as_u64().unwrap() >= 2, "{ada:#}");
    assert!(!ada["evidence"].as_array().unwrap().is_empty());
    assert!(!ada["next_step"].as_str().unwrap().is_empty());
    let says = ada["timeline"].to_string();
    assert!(says.contains("send the article on pricing") && says.contains("talked at"), "{says}");
    let text = book.text(&["person", "Ada Penrose"]);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn a_slip_of_the_finger_is_answered_with_near_names() {
    let book = Book::small();
    let ran = book.run(&["person", "Ada Penrse", "--json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Ada Penrose"), "{}", ran.err);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["error"]["code"], "person-not-found");
}

#[test]
fn the_sheet_for_a_one_to_one_says_what_to_bring_and_to_ask() {
    let book = Book::small();
    let sheet = book.text(&["prepare", "celia"]);
    assert!(
        sheet.contains("Celia Marsh") && sheet.contains("introduce her to a printer"),
        "{sheet}"
    );
    assert!(sheet.contains("Ask"), "{sheet}");
}
