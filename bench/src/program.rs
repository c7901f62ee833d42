//! The release build, run as its users run it: a cold process each time.

use crate::clock;
use crate::error::{Error, Result};
use crate::report::Row;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Tables that a review does not read: raw notes, cards, calendar objects, what sources said, and
/// the log of changes.
const UNREAD: &str = "name NOT LIKE 'sqlite%' AND name NOT LIKE '%search%' AND name NOT LIKE '_sqlx%' \
     AND name NOT IN ('change', 'edit', 'statement', 'note', 'card', 'octets', 'calendar_object', 'question')";

/// The program and a book.
#[derive(Debug)]
pub(crate) struct Program {
    path: PathBuf,
    book: PathBuf,
}

impl Program {
    /// The release build beside this one, on a book that may not exist yet.
    pub(crate) fn on(book: PathBuf) -> Result<Self> {
        let here = std::env::current_exe()?;
        let path = here.with_file_name(format!("kithwork{}", std::env::consts::EXE_SUFFIX));
        if path.is_file() { Ok(Self { path, book }) } else { Err(Error::NotBuilt) }
    }

    /// The book's file.
    pub(crate) fn book(&self) -> &Path {
        &self.book
    }

    /// A command on the book.
    pub(crate) fn run(&self, words: &[&str]) -> Result<()> {
        clock::run(Command::new(&self.path).arg("--book").arg(&self.book).args(words))
    }

    /// How long a command takes.
    pub(crate) fn time(&self, runs: usize, words: &[&str]) -> Result<Duration> {
        clock::median(runs, || self.run(words))
    }

    /// How long the `sqlite3` shell takes to select the rows that a review reads.
    fn selecting(&self, runs: usize) -> Result<Duration> {
        let tables = self
            .sqlite(&format!("SELECT name FROM sqlite_master WHERE type='table' AND {UNREAD}"))?;
        let select = tables
            .lines()
            .fold(String::new(), |select, table| select + "SELECT * FROM " + table + ";");
        // What it prints is thrown away, as ours is: reading it would count as its time.
        clock::median(runs, || clock::run(Command::new("sqlite3").arg(&self.book).arg(&select)))
    }

    fn sqlite(&self, sql: &str) -> Result<String> {
        let program = "sqlite3".to_owned();
        let output = Command::new(&program).arg(&self.book).arg(sql).output();
        let output =
            output.map_err(|source| Error::Program { program: program.clone(), source })?;
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() {
            Ok(said(&output.stdout))
        } else {
            Err(Error::Ended { program, said: said(&output.stderr) })
        }
    }

    /// The rows of a book of sheets: import, review, plan, one note.
    pub(crate) fn book_rows(&self, folder: &Path, size: &str) -> Result<Vec<Row>> {
        let folder = folder.to_string_lossy().into_owned();
        let import = self.time(1, &["import", &folder, "--json"])?;
        let review = self.time(5, &["review", "--json"])?;
        let select = self.selecting(5).ok().map(|time| ("sqlite3, the same rows", time));
        let plan = self.time(5, &["plan", "--json"])?;
        let note = self.time(9, &["note", "call with Ada Abbott today, 10 min", "--json"])?;
        Ok(vec![
            Row::new("import of all sheets, cold process", size, import),
            Row::new("review, cold process", size, review).beside(select).aiming_at("ratio ≤ 2"),
            Row::new("plan, cold process", size, plan),
            Row::new("one note with fsync, cold process", size, note)
                .aiming_at("< 10 ms without the process"),
        ])
    }

    /// The rows of an address book: import with duplicate scan, and again.
    pub(crate) fn card_rows(&self, file: &Path, size: &str) -> Result<Vec<Row>> {
        let file = file.to_string_lossy().into_owned();
        let first = self.time(1, &["import", &file, "--json"])?;
        let again = self.time(3, &["import", &file, "--json"])?;
        let work = "import of an address book with duplicate scan, cold process";
        Ok(vec![
            Row::new(work, size, first).aiming_at("< 2 s at 10 000"),
            Row::new("the same again, which changes nothing", size, again),
        ])
    }
}
