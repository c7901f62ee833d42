//! Quick capture.

use crate::run::Book;
use serde_json::json;

#[test]
fn a_note_in_plain_words_is_understood_and_creates_whom_it_does_not_know() {
    let book = Book::new();
    let said = "121 with Sarah Jones yesterday 45m, I'll send her the pricing article by Friday";
    let note = book.json(&["note", said]);
    assert_eq!(note["created_people"], json!(["Sarah Jones"]));
    let talk = &note["understood"][0];
    assert_eq!((&talk["kind"], &talk["date"]), (&json!("one_to_one"), &json!("2026-11-15")));
    assert_eq!((&talk["minutes"], &talk["people"]), (&json!(45), &json!(["Sarah Jones"])));
    let promise = &note["understood"][1];
    assert_eq!((&promise["kind"], &promise["person"]), (&json!("promise"), &json!("Sarah Jones")));
    assert_eq!(promise["due_on"], "2026-11-20");
    let totals = &book.review("2026-11-16")["totals"];
    assert_eq!(
        (&totals["people"], &totals["one_to_ones"], &totals["promises"]),
        (&json!(1), &json!(1), &json!(1))
    );
}

#[test]
fn a_note_is_answered_with_the_published_document_to_the_letter() {
    let said = "121 with Sarah Jones, 45 min, promised to send the pricing article by Friday";
    let mut note = Book::new().json(&["note", said, "--on", "2026-11-15"]);
    assert!(note["change"].take().is_string());
    let published = json!({"change": null, "understood": [
        {"kind": "one_to_one", "date": "2026-11-15", "minutes": 45, "people": ["Sarah Jones"]},
        {"kind": "promise", "person": "Sarah Jones", "what": "send the pricing article",
         "due_on": "2026-11-20"}], "created_people": ["Sarah Jones"], "unclear": []});
    assert_eq!(note, published);
}

#[test]
fn a_name_that_fits_two_people_is_asked_and_the_answer_writes_what_waited() {
    let book = Book::new();
    let sheet = book.path("people.csv");
    std::fs::write(&sheet, "name,email\nSam Lee,sam@lee.example\nSam Ward,sam@ward.example\n")
        .unwrap();
    book.json(&["import", &sheet.to_string_lossy()]);
    let note = book.json(&["note", "coffee with Sam"]);
    assert_eq!(note["created_people"], json!([]));
    assert_eq!(book.review("2026-11-16")["totals"]["one_to_ones"], 0);
    let questions = book.json(&["questions"]);
    let question = &questions["questions"][0];
    assert_eq!(question["asks"], "who-is-this");
    let choices: Vec<&str> =
        question["choices"].as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
    assert!(choices.contains(&"Sam Lee") && choices.contains(&"Sam Ward"), "{choices:?}");
    book.json(&["answer", question["id"].as_str().unwrap(), "Sam Ward"]);
    assert_eq!(book.review("2026-11-16")["totals"]["one_to_ones"], 1);
    assert_eq!(
        book.json(&["person", "Sam Ward"])["timeline"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|m| m["kind"] == "conversation")
            .count(),
        1
    );
    assert_eq!(book.json(&["questions"])["questions"], json!([]));
}

#[test]
fn a_later_import_of_the_same_occasion_does_not_count_it_twice() {
    let book = Book::new();
    book.json(&["note", "121 with Ada Penrose", "--on", "2026-02-20"]);
    let folder = crate::run::fixture("small");
    book.json(&["import", &folder.to_string_lossy()]);
    let totals = &book.review("2026-11-16")["totals"];
    assert_eq!((&totals["people"], &totals["one_to_ones"]), (&json!(4), &json!(2)));
}

#[test]
fn the_raw_words_are_kept_whatever_was_understood() {
    let book = Book::new();
    let note = book.json(&["note", "zxq blorp fnord"]);
    assert!(note["change"].is_string());
    assert_eq!(book.run(&["note", "   "]).code, 2);
}
