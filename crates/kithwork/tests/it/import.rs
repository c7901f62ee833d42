//! Reading a hand-over: counts, order, a second time, a dry run, refusals.

use crate::run::{Book, fixture};
use crate::truth::Truth;
use std::fs;

#[test]
fn a_folder_read_whole_reaches_the_sums_of_its_truth() {
    let book = Book::small();
    let truth = Truth::of(&fixture("small"));
    assert_eq!(truth.differences(&book.review(truth.as_of())), Vec::<String>::new());
}

#[test]
fn a_second_import_changes_nothing() {
    let book = Book::small();
    let folder = fixture("small");
    let again = book.json(&["import", &folder.to_string_lossy()]);
    assert!(again["change"].is_null(), "{again:#}");
    for file in again["files"].as_array().unwrap() {
        assert_eq!((file["created"].as_u64(), file["updated"].as_u64()), (Some(0), Some(0)));
        assert_eq!(file["unchanged"], file["read"], "{file:#}");
    }
}

#[test]
fn files_may_come_one_by_one_in_any_order() {
    let truth = Truth::of(&fixture("small"));
    let orders: [&[&str]; 2] = [
        &[
            "calendar.ics",
            "business.csv",
            "interactions.csv",
            "promises.csv",
            "meetings.csv",
            "contacts.vcf",
            "referrals.csv",
            "help.csv",
            "introductions.csv",
            "people.csv",
            "groups.csv",
        ],
        &[
            "people.csv",
            "introductions.csv",
            "help.csv",
            "groups.csv",
            "meetings.csv",
            "referrals.csv",
            "business.csv",
            "promises.csv",
            "interactions.csv",
            "contacts.vcf",
            "calendar.ics",
        ],
    ];
    for order in orders {
        let book = Book::new();
        for name in order {
            book.json(&["import", &fixture("small").join(name).to_string_lossy()]);
        }
        assert_eq!(
            truth.differences(&book.review(truth.as_of())),
            Vec::<String>::new(),
            "{order:?}"
        );
    }
}

#[test]
fn a_dry_run_counts_the_same_and_writes_nothing() {
    let book = Book::new();
    let folder = fixture("small");
    let folder = folder.to_string_lossy();
    let preview = book.json(&["import", &folder, "--dry-run"]);
    assert!(preview["change"].is_null());
    assert_eq!(book.review("2026-11-16")["totals"]["people"], 0);
    let real = book.json(&["import", &folder]);
    assert_eq!(preview["files"], real["files"]);
    assert!(real["change"].is_string());
}

#[test]
fn unknown_columns_are_named_and_a_bad_row_is_refused_with_its_line() {
    let book = Book::new();
    let sheet = book.path("meetings.csv");
    fs::write(&sheet, "date,group,mood\n2026-01-08,Club,fine\n03/04/2026,Club,tired\n").unwrap();
    let ran = book.run(&["import", &sheet.to_string_lossy(), "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let file = &document["files"][0];
    assert_eq!(file["ignored_columns"], serde_json::json!(["mood"]));
    assert_eq!(file["refused"][0]["line"], 3);
    assert_eq!(file["refused"][0]["reason"], "date-ambiguous");
    assert_eq!(file["kind"], "sheet:meetings");
}

#[test]
fn a_file_refused_as_a_whole_fails_and_the_others_are_read_all_the_same() {
    let book = Book::new();
    let (good, bad) = (fixture("small").join("people.csv"), book.path("holiday.jpg"));
    fs::write(&bad, [0xff, 0xd8, 0xff, 0xe0, 0, 16]).unwrap();
    let ran = book.run(&["import", &good.to_string_lossy(), &bad.to_string_lossy(), "--json"]);
    assert_eq!(ran.code, 1);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["files"].as_array().unwrap().len(), 2);
    assert_eq!(book.review("2026-11-16")["totals"]["people"], 4);
}

#[test]
fn a_file_without_anything_for_us_is_no_failure() {
    let book = Book::new();
    let calendar = book.path("tasks.ics");
    fs::write(&calendar, "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Paint\r\nEND:VTODO\r\n").unwrap();
    book.json(&["import", &calendar.to_string_lossy()]);
}

#[test]
fn an_import_is_drawn_within_eighty_columns() {
    let book = Book::new();
    let text = book.text(&["import", &fixture("small").to_string_lossy()]);
    assert!(text.contains("people.csv") && text.contains("sheet:people"));
    for line in text.lines() {
        assert!(line.chars().count() <= 80 || line.contains('/'), "{line}");
    }
    assert!(!text.contains('\u{1b}'), "no colour in a pipe");
}
