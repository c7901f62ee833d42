//! Taking back.

use crate::run::{Book, fixture};

#[test]
fn the_last_change_is_taken_back_and_then_the_one_before() {
    let book = Book::new();
    let empty = book.review("2026-11-16");
    book.json(&["import", &fixture("small").to_string_lossy()]);
    let imported = book.review("2026-11-16");
    let note = book.json(&["note", "coffee with Nadia Frost"]);
    let undone = book.json(&["undo"]);
    assert_eq!((&undone["undid"], &undone["was"]), (&note["change"], &"note".into()));
    assert_eq!(undone["on"], "2026-11-16");
    assert_eq!(book.review("2026-11-16"), imported);
    assert_eq!(book.json(&["undo"])["was"], "import");
    assert_eq!(book.review("2026-11-16"), empty);
    assert_eq!(book.run(&["undo"]).code, 1);
    assert_eq!(book.json(&["check"])["sound"], true);
}
