//! Opening a store, wherever it is, and bringing one back from a copy.

use crate::error::Result;
use crate::store::Store;
use crate::{postgres, sqlite};
use kithwork_core::change::Change;
use std::path::Path;
use std::sync::Arc;

/// How a SQLite file is opened.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct FileOptions {
    /// Nothing is written, not even newer tables; the file must be there.
    pub read_only: bool,
    /// The file grows to so many pages of 4 KiB at most; then
    /// [`Full`](crate::StoreError::Full). None: as large as the disk.
    pub most_pages: Option<u32>,
    /// The passphrase of an encrypted file; a new file is encrypted with it.
    #[cfg(feature = "encryption")]
    pub passphrase: Option<Passphrase>,
}

/// What an encrypted file is opened with; never shown.
#[cfg(feature = "encryption")]
#[derive(Clone)]
pub struct Passphrase(pub String);

#[cfg(feature = "encryption")]
impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase")
    }
}

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
    open_file_with(path, &FileOptions::default()).await
}

/// Opens a SQLite file in a particular way; otherwise as [`open_file`].
///
/// # Errors
/// As [`open`].
pub async fn open_file_with(path: &Path, options: &FileOptions) -> Result<Arc<dyn Store>> {
    Ok(Arc::new(sqlite::open(path, options).await?))
}

/// Brings back a copy that [`Store::backup`] made of a SQLite file, after checking all its books.
///
/// # Errors
/// [`Exists`](crate::StoreError::Exists) where `to` is there already,
/// [`Corrupt`](crate::StoreError::Corrupt) where the copy is damaged; otherwise as [`open`]. Then
/// there is nothing at `to`.
pub async fn restore(from: &Path, to: &Path) -> Result<()> {
    restore_with(from, to, &FileOptions::default()).await
}

/// As [`restore`], of a copy that is opened in a particular way, such as an encrypted one.
///
/// # Errors
/// As [`restore`].
pub async fn restore_with(from: &Path, to: &Path, options: &FileOptions) -> Result<()> {
    sqlite::restore(from, to, options).await
}

/// Puts a copy that [`restore`] brought back and checked into a book's file, which other programs may
/// have open: they see it at their next look. What the file held up to that moment, damaged or not,
/// is kept at `kept`. In each book `change`, a [`RESTORE`](crate::RESTORE), is logged under a number that neither the
/// copy nor the book has had.
///
/// # Errors
/// [`Exists`](crate::StoreError::Exists) where `kept` is there already,
/// [`Foreign`](crate::StoreError::Foreign) where the file is so damaged that it is no database any
/// more, [`Busy`](crate::StoreError::Busy) where another program keeps writing to it; otherwise as
/// [`open`]. Then the book is as it was.
pub async fn replace(copy: &Path, book: &Path, kept: &Path, change: &Change) -> Result<()> {
    replace_with(copy, book, kept, change, &FileOptions::default()).await
}

/// As [`replace`], of files that are opened in a particular way, such as encrypted ones.
///
/// # Errors
/// As [`replace`].
pub async fn replace_with(
    copy: &Path,
    book: &Path,
    kept: &Path,
    change: &Change,
    options: &FileOptions,
) -> Result<()> {
    sqlite::replace(copy, book, kept, change, options).await
}
