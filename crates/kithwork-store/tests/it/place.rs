//! Where the tests keep their books.

use kithwork_store::Store;
use std::sync::Arc;
use tempfile::TempDir;

/// A place for one test's books.
pub(crate) struct Place {
    url: String,
    /// Kept while the test runs.
    _folder: Option<TempDir>,
}

impl Place {
    /// Its path or address.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Opens it.
    pub(crate) async fn open(&self) -> Arc<dyn Store> {
        kithwork_store::open(&self.url).await.unwrap()
    }
}

/// A new file.
pub(crate) fn sqlite() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let url = folder.path().join("book.kithwork").to_str().unwrap().to_owned();
    Place { url, _folder: Some(folder) }
}

/// The database of the test run, if there is one; tests share it, each with books of its own.
#[expect(clippy::disallowed_methods, reason = "the test run names its database there")]
pub(crate) fn postgres() -> Option<Place> {
    let Ok(url) = std::env::var("KITHWORK_TEST_POSTGRES") else {
        eprintln!("skipped: KITHWORK_TEST_POSTGRES names no PostgreSQL database");
        return None;
    };
    Some(Place { url, _folder: None })
}
