//! What is done over and over in an open book: a note, a search, a list.

use crate::clock::median;
use crate::error::{Error, Result};
use crate::folder::TODAY;
use crate::report::Row;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kithwork_app::Ctx;
use kithwork_core::id::BookId;
use kithwork_store::{PeopleQuery, Store};
use std::path::Path;
use std::sync::Arc;
use tokio::runtime::Runtime;

/// Times each thing is done.
const RUNS: usize = 21;

/// The rows of an open book.
pub(crate) fn rows(path: &Path, size: &str) -> Result<Vec<Row>> {
    let Some(desk) = Desk::open(path)? else { return Ok(Vec::new()) };
    let row = |work: &str, aim, took| Row::new(work, size, took).aiming_at(aim);
    let search = |work: &str, text| -> Result<Row> {
        Ok(row(work, "< 5 ms", median(RUNS, || desk.find(Some(text)))?))
    };
    Ok(vec![
        row("one note with fsync, open book", "< 10 ms", median(RUNS, || desk.note())?),
        search("search for a name", "abbott")?,
        search("search for two words", "abbott spring")?,
        search("search for a word of every note", "spring")?,
        row("list of the first 100", "< 3 ms", median(RUNS, || desk.find(None))?),
    ])
}

/// An open book.
struct Desk {
    runtime: Runtime,
    store: Arc<dyn Store>,
    book: BookId,
}

impl Desk {
    fn open(path: &Path) -> Result<Option<Self>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let store = runtime.block_on(kithwork_store::open_file(path))?;
        let book = runtime.block_on(store.books())?.first().copied();
        Ok(book.map(|book| Self { runtime, store, book }))
    }

    fn note(&self) -> Result<()> {
        let ctx = Ctx::owner(self.book, now()?);
        let text = "call with Ada Abbott today, 10 min, promised the price list by friday";
        let taken = kithwork_app::note::take(&*self.store, &ctx, text, None);
        self.runtime.block_on(taken)?;
        Ok(())
    }

    fn find(&self, text: Option<&str>) -> Result<()> {
        let text = text.map(str::to_owned);
        let query = PeopleQuery { text, limit: Some(100), ..PeopleQuery::default() };
        self.runtime.block_on(self.store.people(self.book, &query))?;
        Ok(())
    }
}

/// Noon on the last day of the book.
pub(crate) fn now() -> Result<Timestamp> {
    Ok(TODAY.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).map_err(Error::Time)?.timestamp())
}
