//! The formats against files of this world and of nobody's.

mod corpus;
mod hostile;
mod personas;
mod round_trip;
mod sheets;

use kithwork_formats::{Context, Given, Reading, read};
use std::path::PathBuf;

/// A British owner's book.
const CONTEXT: Context<'static> = Context { region: "GB", zone: "Europe/London" };

/// A folder beside the workspace; none, and a line that says so, where it is absent.
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see what was skipped")]
fn shared(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: there is no ../shared/{folder} beside the workspace");
    None
}

/// The files of a folder with their names, in order.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let Some(path) = shared(folder) else { return Vec::new() };
    let mut all: Vec<_> = std::fs::read_dir(path)
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read(&path).expect("the file can be read"))
        })
        .collect();
    all.sort();
    all
}

fn readings(path: &str, octets: &[u8]) -> Vec<Reading> {
    read(&Given { path, octets }, &CONTEXT)
}

/// The one reading of a file, whose counts must agree.
fn reading(path: &str, octets: &[u8]) -> Reading {
    let mut all = readings(path, octets);
    assert_eq!(all.len(), 1, "{path}");
    let one = all.remove(0);
    check(&one);
    one
}

/// What holds for every reading.
fn check(reading: &Reading) {
    let told = (reading.records.len() + reading.refused.len()) as u64;
    let whole = u64::from(reading.whole_refused);
    assert_eq!(reading.read, told - whole, "{}: every record is read or refused", reading.path);
    for refusal in &reading.refused {
        assert!(!refusal.reason.is_empty() && !refusal.hint.is_empty(), "{}", reading.path);
    }
}
