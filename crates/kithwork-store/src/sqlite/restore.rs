//! Bringing a book back from a copy, to a new file or in place of one that may be in use.

use super::file::{PATIENCE, Place, backup, inspect, open};
use crate::chain::{LoggedChange, START};
use crate::error::{Result, StoreError};
use crate::open::FileOptions;
use crate::store::Store;
use kithwork_core::change::Change;
use kithwork_core::id::BookId;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// So long between two attempts at a file that another program is writing to.
const PAUSE: Duration = Duration::from_millis(20);

/// Brings back a copy, after checking all its books.
pub(crate) async fn restore(from: &Path, to: &Path, options: &FileOptions) -> Result<()> {
    let reading = FileOptions { read_only: true, ..options.clone() };
    let copy = Place { path: from.to_owned(), options: reading };
    inspect(&copy).await?;
    if to.exists() {
        return Err(StoreError::Exists);
    }
    let partial = beside(to, ".partial");
    let restored = match backup(&copy, &partial).await {
        Ok(()) => verify(&partial, options).await,
        Err(error) => return Err(error),
    };
    let unavailable = |error| StoreError::Unavailable(Box::new(error));
    match restored.and_then(|()| shut(&partial, options)) {
        Ok(()) => std::fs::rename(&partial, to).map_err(unavailable),
        Err(error) => {
            std::fs::remove_file(&partial).map_err(unavailable)?;
            Err(error)
        }
    }
}

/// Checks all books of a file and leaves it closed.
async fn verify(path: &Path, options: &FileOptions) -> Result<()> {
    let store = open(path, options).await?;
    let mut problems = Vec::new();
    for book in store.books().await? {
        problems.append(&mut store.check(book).await?);
    }
    store.readers.close().await;
    store.writer.close().await;
    match problems.first() {
        None => Ok(()),
        Some(first) => Err(StoreError::Corrupt(format!("{} {}", first.place, first.what))),
    }
}

/// Nobody comes in with what was allowed when the copy was made: it may have been taken away since.
fn shut(path: &Path, options: &FileOptions) -> Result<()> {
    let conn = Place { path: path.to_owned(), options: options.clone() }.open_for_copying()?;
    conn.execute_batch("DELETE FROM access; DELETE FROM account;")?;
    Ok(conn.close().map_err(|(_, error)| error)?)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// Puts a checked copy into a book's file, which other programs may have open: they see it at their
/// next look. What the file held up to that moment goes to `kept`. `change` is logged in each book.
pub(crate) async fn replace(
    copy: &Path,
    book: &Path,
    kept: &Path,
    change: &Change,
    options: &FileOptions,
) -> Result<()> {
    if kept.exists() {
        return Err(StoreError::Exists);
    }
    let place = |path: &Path| Place { path: path.to_owned(), options: options.clone() };
    let (copy, book, kept) = (place(copy), place(book), place(kept));
    let change = change.clone();
    let replacing = tokio::task::spawn_blocking(move || replace_now(&copy, &book, &kept, &change));
    replacing.await.map_err(|cause| StoreError::Unavailable(Box::new(cause)))?
}

fn replace_now(copy: &Place, book: &Place, kept: &Place, change: &Change) -> Result<()> {
    let from = copy.open_for_copying()?;
    let mut to = book.open_for_copying()?;
    let replacing = Backup::new(&from, &mut to)?;
    // The first page takes the write lock and holds it to the end: whatever was committed before is
    // in what is kept, and nothing can be committed after.
    run(&replacing, 1)?;
    let before = book.open_for_bulk()?;
    keep(&before, kept)?;
    log(&from, &numbers(&before), change)?;
    while run(&replacing, -1)? != StepResult::Done {}
    Ok(())
}

/// Copies so many pages, all for -1, and waits a while for other programs.
fn run(copying: &Backup<'_, '_>, pages: i32) -> Result<StepResult> {
    let begun = Instant::now();
    loop {
        match copying.step(pages)? {
            StepResult::Busy | StepResult::Locked if begun.elapsed() < PATIENCE => {
                std::thread::sleep(PAUSE);
            }
            StepResult::Busy | StepResult::Locked => return Err(StoreError::Busy),
            done => return Ok(done),
        }
    }
}

/// Copies a file page by page: one that is damaged too.
fn keep(from: &Connection, kept: &Place) -> Result<()> {
    let mut to = kept.open_for_copying()?;
    let keeping = Backup::new(from, &mut to)?;
    while run(&keeping, -1)? != StepResult::Done {}
    Ok(())
}

/// The numbers of the books in a file; of one that is damaged, those that can be read.
fn numbers(conn: &Connection) -> HashMap<Uuid, i64> {
    let read = || -> rusqlite::Result<HashMap<Uuid, i64>> {
        let mut books = conn.prepare("SELECT book_id, seq FROM book")?;
        let rows = books.query_map([], |row| {
            let id: Vec<u8> = row.get(0)?;
            Ok((Uuid::from_slice(&id).unwrap_or_default(), row.get(1)?))
        })?;
        rows.collect()
    };
    read().unwrap_or_default()
}

/// Logs the restoring in each book of the copy, with a number that neither it nor the book it takes
/// the place of has had: whoever remembers something by a book's number looks again.
fn log(conn: &Connection, before: &HashMap<Uuid, i64>, change: &Change) -> Result<()> {
    let transaction = conn.unchecked_transaction()?;
    for (book, seq) in numbers(conn) {
        let next = before.get(&book).copied().unwrap_or(0).max(seq) + 1;
        let latest: Option<Vec<u8>> = transaction
            .query_row(
                "SELECT digest FROM change WHERE book_id = ?1 AND seq = ?2",
                (book.as_bytes().as_slice(), seq),
                |row| row.get(0),
            )
            .optional()?;
        let previous = latest.unwrap_or_else(|| START.to_vec());
        let mut logged = LoggedChange::following(previous, next, change);
        logged.digest = logged.reckon(BookId(book), &[]);
        transaction.execute(
            "INSERT INTO change (book_id, seq, id, actor, verb, recorded_at, on_date, undoes, \
             previous, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, ?8, ?9)",
            rusqlite::params![
                book.as_bytes().as_slice(),
                logged.seq,
                logged.id.as_bytes().as_slice(),
                logged.actor,
                logged.verb,
                logged.recorded_at,
                logged.on_date,
                logged.previous,
                logged.digest,
            ],
        )?;
        transaction.execute(
            "UPDATE book SET seq = ?2 WHERE book_id = ?1",
            (book.as_bytes().as_slice(), next),
        )?;
    }
    Ok(transaction.commit()?)
}
