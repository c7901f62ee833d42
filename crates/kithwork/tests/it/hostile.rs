//! Files that mean harm, or are merely huge: whatever they hold, the program answers and the book
//! stays whole.

use crate::run::{Book, Ran, ran};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::Command;

/// Address space that a run may take, KiB: the largest file read here is 100 MB.
const MEMORY: &str = "2000000";

/// A run whose memory is bounded.
fn bounded(book: &Book, args: &[&str]) -> Ran {
    let script = format!("ulimit -v {MEMORY}; exec \"$@\"");
    let mut command = Command::new("bash");
    command.args(["-c", &script, "bash", env!("CARGO_BIN_EXE_kithwork"), "--book"]);
    command.env_remove("KITHWORK_BOOK").arg(book.file()).args(["--now", crate::run::NOW]);
    ran(&command.args(args).output().unwrap())
}

/// The reason for which a file is refused as a whole.
fn refused(book: &Book, name: &str) -> String {
    let ran = bounded(book, &["import", &book.path(name).to_string_lossy(), "--json"]);
    assert_eq!(ran.code, 1, "{name}: {}{}", ran.out, ran.err);
    let document: Value = serde_json::from_str(&ran.out)
        .unwrap_or_else(|cause| panic!("{name}: {cause}: {}{}", ran.out, ran.err));
    document["files"][0]["refused"][0]["reason"].as_str().unwrap().to_owned()
}

fn is_whole_and_empty(book: &Book) {
    assert_eq!(book.json(&["check"])["sound"], true);
    assert_eq!(book.review("2026-11-16")["totals"]["people"], 0);
}

#[test]
fn a_hundred_megabytes_of_anything_stay_within_bounds() {
    const LARGE: usize = 100_000_000;
    let book = Book::new();
    fs::write(book.path("noise.bin"), vec![0xa5_u8; LARGE]).unwrap();
    // As tables these are looked at more closely, which takes its time.
    fs::write(book.path("one-line.csv"), vec![b'a'; LARGE / 10]).unwrap();
    fs::write(book.path("commas.csv"), vec![b','; LARGE / 10]).unwrap();
    let mut blank = b"name,email\n".to_vec();
    blank.resize(LARGE, b'\n');
    fs::write(book.path("people.csv"), blank).unwrap();
    for name in ["noise.bin", "one-line.csv", "commas.csv"] {
        assert_eq!(refused(&book, name), "not-recognised", "{name}");
    }
    let blank = bounded(&book, &["import", &book.path("people.csv").to_string_lossy(), "--json"]);
    assert_eq!(blank.code, 0, "{}{}", blank.out, blank.err);
    is_whole_and_empty(&book);
}

#[test]
fn a_zip_that_unpacks_to_far_more_is_refused() {
    let book = Book::new();
    let mut zip = zip::ZipWriter::new(fs::File::create(book.path("bomb.zip")).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    let megabyte = vec![b'a'; 1 << 20];
    for name in ["people.csv", "groups.csv", "meetings.csv"] {
        zip.start_file(name, options).unwrap();
        for _ in 0..300 {
            zip.write_all(&megabyte).unwrap();
        }
    }
    zip.finish().unwrap();
    assert!(fs::metadata(book.path("bomb.zip")).unwrap().len() < 2_000_000);
    assert_eq!(refused(&book, "bomb.zip"), "archive-too-large");
    is_whole_and_empty(&book);
}

#[test]
fn ten_thousand_levels_deep_is_answered() {
    let book = Book::new();
    let deep = 10_000;
    let nested = |open: &str, close: &str| format!("{}{}", open.repeat(deep), close.repeat(deep));
    for (name, text) in [
        ("lists.json", nested("[", "]")),
        ("objects.json", nested("{\"kithwork\":", "}")),
        ("cards.vcf", nested("BEGIN:VCARD\r\n", "END:VCARD\r\n")),
        ("calendar.ics", nested("BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n")),
        ("events.ics", nested("BEGIN:VEVENT\r\n", "END:VEVENT\r\n")),
        ("quotes.csv", format!("name,notes\nAnn,{}\n", "\"".repeat(deep))),
    ] {
        fs::write(book.path(name), text).unwrap();
        let ran = bounded(&book, &["import", &book.path(name).to_string_lossy(), "--json"]);
        assert!(matches!(ran.code, 0 | 1), "{name}: {} {}", ran.code, ran.err);
        let answered = serde_json::from_str::<Value>(&ran.out).is_ok();
        assert!(answered, "{name}: {}{}", ran.out, ran.err);
        assert_eq!(book.json(&["check"])["sound"], true, "{name}");
    }
}
