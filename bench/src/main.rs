//! How fast, side by side with a named peer, from one run: `cargo xtask bench [--full]`.
//!
//! Prints a page to standard output; the first argument is the file to write it to instead.

mod chance;
mod clock;
mod desk;
mod error;
mod folder;
mod line;
mod memory;
mod pages;
mod peers;
mod program;
mod python;
mod report;

use error::Result;
use peers::Peers;
use program::Program;
use report::Row;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Cards and entries of the parsing rows.
const RECORDS: usize = 10_000;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let full = words.iter().any(|word| word == "--full");
    let page = words.iter().find(|word| !word.starts_with("--")).map(PathBuf::from);
    match run(full, page.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("bench: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Measures everything and writes the page.
fn run(full: bool, page: Option<&Path>) -> Result<()> {
    let home = tempfile::tempdir()?;
    let sizes: &[usize] = if full { &[1_000, 10_000, 50_000] } else { &[1_000, 10_000] };
    let mut rows = Vec::new();
    let mut remarks = Vec::new();
    for people in sizes {
        say(&format!("a book of {people} people"));
        rows.extend(book(home.path(), *people, &mut remarks)?);
    }
    rows.extend(records(home.path(), &mut remarks)?);
    let text = report::page(&rows, &remarks);
    match page {
        Some(path) => report::write(path, &text),
        None => Ok(std::io::stdout().write_all(text.as_bytes())?),
    }
}

/// The rows of one book of sheets.
fn book(home: &Path, people: usize, remarks: &mut Vec<String>) -> Result<Vec<Row>> {
    let sheets = home.join(format!("sheets-{people}"));
    std::fs::create_dir_all(&sheets)?;
    folder::sheets(&sheets, people)?;
    let size = format!("{people} people");
    let program = Program::on(home.join(format!("book-{people}.kith")))?;
    let mut rows = program.book_rows(&sheets, &size)?;
    rows.extend(memory::rows(program.book(), &size)?);
    rows.extend(desk::rows(program.book(), &size)?);
    rows.extend(pages::rows(program.book(), &size, remarks)?);
    Ok(rows)
}

/// The rows of an address book and a calendar, beside Python's libraries where they can be had.
fn records(home: &Path, remarks: &mut Vec<String>) -> Result<Vec<Row>> {
    say(&format!("{RECORDS} cards and entries"));
    folder::cards(home, RECORDS)?;
    folder::calendar(home, RECORDS)?;
    let (cards, calendar) = (home.join("contacts.vcf"), home.join("calendar.ics"));
    let program = Program::on(home.join("cards.kith"))?;
    let size = format!("{RECORDS} cards");
    let mut rows = program.card_rows(&cards, &size)?;
    let peers = python::Python::prepare(home);
    if let Err(missing) = &peers {
        remarks
            .push(format!("The peers that are written in Python were not to be had: {missing}."));
    }
    let keepers = peers.as_ref().ok().and_then(|python| Peers::prepare(python, home, &cards).ok());
    let cold = program.time(5, &["people", peers::NAME])?;
    let open = pages::finding(program.book(), peers::NAME)?;
    rows.extend(peers::rows((cold, open), keepers.as_ref(), &size, remarks));
    let peer = |time: fn(&python::Python, &Path) -> Result<std::time::Duration>, file: &Path| {
        peers.as_ref().ok().and_then(|python| time(python, file).ok())
    };
    let vobject = peer(python::Python::cards, &cards).map(|time| ("vobject", time));
    let icalendar = peer(python::Python::calendar, &calendar).map(|time| ("icalendar", time));
    rows.push(memory::reading(&cards, "reading an address book", &size, vobject)?);
    rows.push(memory::reading(
        &calendar,
        "reading a calendar",
        &format!("{RECORDS} entries"),
        icalendar,
    )?);
    Ok(rows)
}

/// Tells how far it has come.
fn say(text: &str) {
    let _closed = writeln!(std::io::stderr(), "{text}");
}
