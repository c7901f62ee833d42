//! What people read: help, completions, the manual, the review and the plan.

use crate::run::{Book, fixture};

#[test]
fn every_verb_explains_itself() {
    let book = Book::new();
    for verb in [
        "import",
        "questions",
        "answer",
        "review",
        "plan",
        "people",
        "person",
        "note",
        "undo",
        "prepare",
        "whom",
        "pitch",
        "playback",
        "could-refer",
        "profile",
        "trigger",
        "said",
        "rate",
        "referrals",
        "levels",
        "settings",
        "export",
        "backup",
        "restore",
        "check",
        "erase",
        "subject-report",
        "serve",
        "demo",
        "completions",
        "man",
    ] {
        let help = book.text(&[verb, "--help"]);
        assert!(help.contains("Usage: kithwork"), "{verb}: {help}");
        assert!(help.lines().all(|line| line.chars().count() <= 90), "{verb}: {help}");
    }
    let help = book.text(&["--help"]);
    assert!(help.contains("Examples:") && !help.contains("--now"), "{help}");
}

#[test]
fn completions_and_the_manual_come_from_the_same_definitions() {
    let book = Book::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(book.text(&["completions", shell]).contains("subject-report"));
    }
    assert!(book.text(&["man"]).contains(".TH kithwork"));
}

#[test]
fn an_empty_book_has_a_review_and_a_plan() {
    let book = Book::new();
    let review = book.json(&["review"]);
    assert_eq!(review["as_of"], "2026-11-16");
    assert_eq!(review["period"]["from"], "2025-11-17");
    assert_eq!(review["totals"]["people"], 0);
    assert!(review["time"]["all"]["meeting_minutes"].is_null());
    assert!(review["findings"].as_array().unwrap().iter().all(|f| f["state"] != "seen"));
    let plan = book.json(&["plan", "--hours", "4.5"]);
    assert_eq!((plan["week"].as_str(), plan["hours"].as_f64()), (Some("2026-11-16"), Some(4.5)));
    assert!(plan["expected_referrals"].is_null());
}

#[test]
fn the_review_and_the_plan_fit_the_page_and_speak_no_word_of_debt() {
    let book = Book::small();
    for args in [&["review"][..], &["plan"], &["people"], &["prepare", "ada"], &["questions"]] {
        let text = book.text(args);
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{args:?}\n{text}");
        assert!(!text.contains('\u{1b}'), "no colour in a pipe");
        let words = text.split(|c: char| !c.is_alphanumeric());
        assert!(words.into_iter().all(|w| !["owe", "owes", "owed", "owing"].contains(&w)));
    }
    assert!(book.text(&["review"]).contains("Riverside Breakfast"));
}

#[test]
fn the_same_book_week_and_hours_give_the_same_plan() {
    let book = Book::new();
    book.json(&["import", &fixture("small").to_string_lossy()]);
    let args = ["plan", "--week", "2026-11-18", "--hours", "6"];
    assert_eq!(book.json(&args), book.json(&args));
}
