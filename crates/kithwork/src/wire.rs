//! The wiring: the only place that names databases and knows how their files lie on the disk.

use crate::config;
use kithwork_app::{Code, Error, Result};
use kithwork_core::change::Change;
use kithwork_store::{FileOptions, Store, StoreError};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a book is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a SQLite file.
    File(PathBuf),
    /// In a PostgreSQL database.
    Database(String),
}

impl Place {
    /// A file's name or the URL of a database.
    pub(crate) fn of(said: OsString) -> Self {
        match said.to_str() {
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Self::Database(url.to_owned())
            }
            _ => Self::File(PathBuf::from(said)),
        }
    }

    /// A file that belongs to the book: beside it, or for a database in the platform's folder for data.
    pub(crate) fn beside(&self, ending: &str) -> Result<PathBuf> {
        match self {
            Self::File(path) => Ok(beside(path, ending)),
            Self::Database(_) => Ok(beside(&config::usual_book()?, ending)),
        }
    }

    /// Refuses a file that isn't there.
    pub(crate) fn must_exist(&self) -> Result<()> {
        match self {
            Self::File(path) if !path.try_exists().map_err(Error::reading)? => {
                Err(Error::new(Code::FileMissing).hint("there is no book there yet"))
            }
            _ => Ok(()),
        }
    }
}

/// Opens the books at a place, making the file and its folder where there is none.
pub(crate) async fn open(place: &Place) -> Result<Arc<dyn Store>> {
    match place {
        Place::Database(url) => Ok(kithwork_store::open(url).await?),
        Place::File(path) if path.is_dir() => {
            let hint = format!(
                "{} is a folder: name a file in it, such as {}",
                path.display(),
                path.join("book.kithwork").display()
            );
            Err(Error::new(Code::BookUnavailable).hint(hint))
        }
        Place::File(path) => {
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                fs::create_dir_all(folder).map_err(Error::writing)?;
            }
            let options = options()?;
            kithwork_store::open_file_with(path, &options)
                .await
                .map_err(|cause| opening(path, cause))
        }
    }
}

/// How a book's file is opened: with the passphrase, where one is given.
#[cfg(feature = "encryption")]
#[expect(clippy::unnecessary_wraps, reason = "a build without encryption may refuse")]
fn options() -> Result<FileOptions> {
    let mut options = FileOptions::default();
    options.passphrase = config::passphrase().map(kithwork_store::Passphrase);
    Ok(options)
}

/// How a book's file is opened: as it is.
#[cfg(not(feature = "encryption"))]
fn options() -> Result<FileOptions> {
    if config::passphrase().is_none() {
        return Ok(FileOptions::default());
    }
    let hint = "there is a passphrase in $KITHWORK_PASSPHRASE, but this Kithwork was built without \
                “--features encryption” and keeps no book secret";
    Err(Error::new(Code::BookUnavailable).hint(hint))
}

/// Why a file can't be opened. One that begins like no database may be an encrypted book.
fn opening(path: &Path, cause: StoreError) -> Error {
    let is_foreign = matches!(cause, StoreError::Foreign(_));
    let error = Error::from(cause);
    if is_foreign && (cfg!(feature = "encryption") || !looks_like_a_database(path)) {
        return error.hint(
            "check the name; an encrypted book needs its own passphrase in \
                           $KITHWORK_PASSPHRASE, and a Kithwork built with “--features encryption”",
        );
    }
    error
}

fn looks_like_a_database(path: &Path) -> bool {
    let mut start = [0_u8; 15];
    let read =
        fs::File::open(path).and_then(|mut file| io::Read::read_exact(&mut file, &mut start));
    read.is_ok() && start == *b"SQLite format 3"
}

/// Puts a backup in the place of the book, which a server may hold: it shows the backup at its next
/// page. What was there is kept beside it, under a name ending in `.before-restore`. Returns that name,
/// where there was a book.
pub(crate) async fn restore(
    place: &Place,
    backup: &Path,
    change: &Change,
) -> Result<Option<PathBuf>> {
    let Place::File(book) = place else {
        let hint = "use the database’s own tools, such as pg_restore";
        return Err(Error::new(Code::BookUnavailable).hint(hint));
    };
    if !backup.try_exists().map_err(Error::reading)? {
        return Err(Error::new(Code::FileMissing).hint("check the backup’s name"));
    }
    if let Some(folder) = book.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(Error::writing)?;
    }
    let fresh = beside(book, ".restoring");
    gone(&fresh)?;
    let options = options()?;
    kithwork_store::restore_with(backup, &fresh, &options).await?;
    if !book.try_exists().map_err(Error::reading)? {
        fs::rename(&fresh, book).map_err(Error::writing)?;
        return Ok(None);
    }
    let kept = unused(book)?;
    match kithwork_store::replace_with(&fresh, book, &kept, change, &options).await {
        Ok(()) => gone(&fresh)?,
        // What is no database any more cannot be written into, and no server can read it either.
        Err(StoreError::Foreign(_)) => in_its_place(&fresh, book, &kept)?,
        Err(error) => {
            gone(&fresh)?;
            gone(&kept)?;
            return Err(error.into());
        }
    }
    Ok(Some(kept))
}

/// Moves a file away and another one to where it was.
fn in_its_place(fresh: &Path, book: &Path, kept: &Path) -> Result<()> {
    gone(kept)?;
    // The journal goes first and keeps belonging to its file, whatever happens between.
    for ending in ["-wal", "-shm"] {
        moved(&beside(book, ending), &beside(kept, ending))?;
    }
    fs::rename(book, kept).map_err(Error::writing)?;
    fs::rename(fresh, book).map_err(Error::writing)
}

/// Removes what an interrupted restore left behind.
fn gone(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(Error::writing(cause)),
        _ => Ok(()),
    }
}

/// Moves a file that may not be there.
fn moved(from: &Path, to: &Path) -> Result<()> {
    match fs::rename(from, to) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(Error::writing(cause)),
        _ => Ok(()),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A name for what was there, which no earlier one has.
fn unused(book: &Path) -> Result<PathBuf> {
    let first = beside(book, ".before-restore");
    if !first.try_exists().map_err(Error::reading)? {
        return Ok(first);
    }
    for n in 2..1000 {
        let next = beside(book, &format!(".before-restore-{n}"));
        if !next.try_exists().map_err(Error::reading)? {
            return Ok(next);
        }
    }
    Err(Error::new(Code::FileExists).hint("move the earlier copies away first"))
}
