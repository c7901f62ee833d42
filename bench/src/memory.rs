//! The mind and the formats alone, in this process.

use crate::clock::median;
use crate::error::{Error, Result};
use crate::folder::TODAY;
use crate::report::Row;
use kithwork_core::book::Book;
use kithwork_core::fact::Facts;
use kithwork_core::params::Params;
use kithwork_core::plan::Plan;
use kithwork_core::review::Review;
use kithwork_formats::{Context, Given};
use kithwork_store::Scope;
use std::path::Path;
use std::time::Duration;

/// The week that is planned: six hours.
const MINUTES: u32 = 360;

/// The rows of a book that has been imported.
pub(crate) fn rows(path: &Path, size: &str) -> Result<Vec<Row>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let load = || runtime.block_on(facts(path));
    let loading = median(5, load)?;
    let book = Book::new(load()?, &[]);
    let params = Params::default();
    let review = median(9, || Ok(Review::of(&book, TODAY, &params)))?;
    let plan = median(5, || Ok(Plan::for_week(&book, TODAY, MINUTES, &params)))?;
    Ok(vec![
        Row::new("opening and loading the book", size, loading),
        Row::new("review, in memory", size, review).aiming_at("< 50 ms at 10 000 people"),
        Row::new("plan, in memory", size, plan).aiming_at("< 100 ms at 10 000 people"),
    ])
}

/// What a review reads.
async fn facts(path: &Path) -> Result<Facts> {
    let store = kithwork_store::open_file(path).await?;
    let Some(book) = store.books().await?.first().copied() else { return Ok(Facts::default()) };
    Ok(store.load(book, Scope::Mind).await?)
}

/// Reading a file into what it says.
pub(crate) fn reading(
    file: &Path,
    work: &str,
    size: &str,
    peer: Option<(&'static str, Duration)>,
) -> Result<Row> {
    let octets =
        std::fs::read(file).map_err(|source| Error::File { path: file.to_path_buf(), source })?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let given = Given { path: &name, octets: &octets };
    let context = Context { region: "GB", zone: "Europe/London" };
    let took = median(3, || Ok(kithwork_formats::read(&given, &context)))?;
    Ok(Row::new(work, size, took).beside(peer))
}
