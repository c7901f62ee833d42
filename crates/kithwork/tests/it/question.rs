//! Questions and answers.

use crate::run::Book;

#[test]
fn no_questions_is_an_answer_too() {
    let book = Book::new();
    let document = book.json(&["questions"]);
    assert_eq!(document, serde_json::json!({"questions": [], "more": 0}));
    assert_eq!(book.text(&["questions"]), "No questions wait.\n");
}

#[test]
fn an_answer_to_nothing_is_refused() {
    let book = Book::new();
    let id = "01930000-0000-7000-8000-000000000000";
    assert_eq!(book.run(&["answer", id, "yes"]).code, 1);
    assert_eq!(book.run(&["answer", "no-id", "yes"]).code, 2);
}
