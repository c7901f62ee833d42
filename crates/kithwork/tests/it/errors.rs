//! What can't be done is said with a code, a title and a hint.

use crate::run::{Book, ran};
use serde_json::Value;
use std::fs;

fn code_of(out: &str) -> String {
    let document: Value = serde_json::from_str(out).unwrap();
    assert!(document["error"]["title"].is_string() && document["error"]["hint"].is_string());
    document["error"]["code"].as_str().unwrap().to_owned()
}

#[test]
fn a_foreign_file_is_no_book_and_stays_as_it_is() {
    let book = Book::new();
    let words = "a letter to my aunt ".repeat(500);
    fs::write(book.file(), &words).unwrap();
    let ran = book.run(&["review", "--json"]);
    assert_eq!((ran.code, code_of(&ran.out).as_str()), (1, "book-foreign"));
    assert!(ran.err.contains("no book"), "{}", ran.err);
    assert_eq!(fs::read_to_string(book.file()).unwrap(), words);
}

#[test]
fn nothing_to_take_back_is_said_with_a_hint() {
    let book = Book::new();
    book.json(&["review"]);
    let ran = book.run(&["undo", "--json"]);
    assert_eq!((ran.code, code_of(&ran.out).as_str()), (1, "nothing-to-undo"));
}

#[test]
fn wrong_usage_is_said_in_plain_words() {
    let ran = Book::new().run(&["review", "--as-of", "31/12/2026", "--json"]);
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    let hint = document["error"]["hint"].as_str().unwrap();
    assert!(hint.contains("write it like 2026-03-04") && !hint.starts_with("error"), "{hint}");
}

#[test]
fn a_missing_file_is_named_as_missing() {
    let book = Book::new();
    let ran = book.run(&["import", "/nowhere/people.csv", "--json"]);
    assert_eq!((ran.code, code_of(&ran.out).as_str()), (1, "file-missing"));
    assert_eq!(Book::new().run(&["check"]).code, 1, "there is no book yet");
}

#[test]
fn a_damaged_book_is_found_out() {
    let book = Book::small();
    book.text(&["check"]);
    let mut bytes = fs::read(book.file()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].iter_mut().step_by(3).for_each(|byte| *byte ^= 0x5a);
    fs::write(book.file(), bytes).unwrap();
    let ran = book.run(&["check", "--json"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
}

#[test]
fn wrong_usage_ends_with_two_and_dates_are_dates() {
    let book = Book::new();
    for args in [
        &["review", "--as-of", "16/11/2026"][..],
        &["review", "--as-of", "2026-02-30"],
        &["plan", "--hours", "lots"],
        &["plan", "--hours", "-1"],
        &["import"],
        &["dance"],
        &["serve", "--listen", "somewhere"],
    ] {
        assert_eq!(book.run(args).code, 2, "{args:?}");
    }
}

#[test]
fn other_machines_are_served_nothing_without_a_lock() {
    let book = Book::new();
    // A book of one's own is served to them over HTTPS, once they are paired; the sample is not.
    let both = ["serve", "--listen", "0.0.0.0:0", "--phone"];
    for words in [&["demo", "--listen", "0.0.0.0:0"][..], &both] {
        let ran = book.run(words);
        assert_eq!(ran.code, 1, "{words:?}");
        assert!(ran.err.contains("127.0.0.1"), "{}", ran.err);
    }
}

#[test]
fn an_ambiguous_name_lists_whom_it_could_mean() {
    let book = Book::new();
    let sheet = book.path("people.csv");
    fs::write(&sheet, "name,email\nSam Lee,sam@lee.example\nSam Ward,sam@ward.example\n").unwrap();
    book.json(&["import", &sheet.to_string_lossy()]);
    let ran = book.run(&["person", "sam"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Sam Lee") && ran.err.contains("Sam Ward"), "{}", ran.err);
    assert!(ran.out.is_empty());
}

#[cfg(unix)]
#[test]
fn a_reader_who_goes_away_is_no_error() {
    let book = Book::small();
    let script = format!(
        "'{}' --book '{}' people --json | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_kithwork"),
        book.file().display()
    );
    let output = std::process::Command::new("bash").args(["-c", &script]).output().unwrap();
    let ran = ran(&output);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn wrong_usage_is_never_said_in_the_parsers_words() {
    let book = Book::new();
    for (args, said) in [
        (&["answer", "xyz", "1"][..], "“xyz” for <ID>: it is no question’s id"),
        (&["plan", "--hours", "-3"], "write the hours as a number from 0 to 168"),
        (&["plan", "--hours", "lots"], "write the hours as a number from 0 to 168"),
        (&["settings", "--hours-per-week", "-3"], "write whole hours from 0 to 168"),
        (&["dance"], "there is no command “dance”"),
        (&["reveiw"], "“review”"),
        (&["review", "--asof", "2026-01-01"], "there is no “--asof” here"),
        (&["import"], "kithwork import --help"),
    ] {
        let ran = book.run(args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
        for raw in ["error:", "Usage:", "invalid", "unexpected", "For more information"] {
            assert!(!ran.err.contains(raw), "{args:?}: {}", ran.err);
        }
    }
}

#[test]
fn a_sheet_without_a_column_it_needs_is_told_which() {
    let book = Book::new();
    let sheet = book.path("meetings.csv");
    fs::write(&sheet, "date,minutes,talked_to\n2026-01-08,90,Ann Lee\n").unwrap();
    let ran = book.run(&["import", &sheet.to_string_lossy()]);
    assert_eq!(ran.code, 1);
    let said = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("the column “group” is missing"), "{said}");
}

#[test]
fn a_date_that_could_be_two_days_is_shown_as_both() {
    let book = Book::new();
    let sheet = book.path("meetings.csv");
    fs::write(&sheet, "date,group\n03/04/2026,Club\n2026-01-08,Club\n").unwrap();
    let document = book.json(&["import", &sheet.to_string_lossy()]);
    let hint = document["files"][0]["refused"][0]["hint"].as_str().unwrap();
    assert_eq!(hint, "write 2026-04-03 or 2026-03-04");
}
