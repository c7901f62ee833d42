//! Opening a store, wherever it is.

use crate::error::Result;
use crate::store::Store;
use crate::{postgres, sqlite};
use std::path::Path;
use std::sync::Arc;

/// Opens the books at a place: the URL of a PostgreSQL database (`postgres://…`), or the path of a
/// SQLite file, which is created if it isn't there.
///
/// Brings older tables up to date, a SQLite file after copying it to a name ending in `.before-N`.
///
/// # Errors
/// [`Foreign`](crate::StoreError::Foreign) where the file is no book or of a newer version; then it
/// is left as it was. [`ReadOnly`](crate::StoreError::ReadOnly), [`Full`](crate::StoreError::Full),
/// [`Busy`](crate::StoreError::Busy) or [`Unavailable`](crate::StoreError::Unavailable) where it
/// can't be reached.
pub async fn open(place: &str) -> Result<Arc<dyn Store>> {
    if place.starts_with("postgres://") || place.starts_with("postgresql://") {
        return Ok(Arc::new(postgres::open(place).await?));
    }
    open_file(Path::new(place)).await
}

/// Opens a SQLite file, which is created if it isn't there; otherwise as [`open`].
///
/// # Errors
/// As [`open`].
pub async fn open_file(path: &Path) -> Result<Arc<dyn Store>> {
    Ok(Arc::new(sqlite::open(path).await?))
}
