//! Reading what a networker hands over: files, folders and zip files of any supported kind.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::json::ImportJson;
use kithwork_store::Store;
use std::path::PathBuf;

/// Something to read.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file, a folder or a zip file on this machine.
    Path(PathBuf),
    /// A file that was handed over.
    Bytes {
        /// Its name.
        name: String,
        /// What it holds.
        bytes: Vec<u8>,
    },
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many files are to be read.
    Found {
        /// How many.
        files: usize,
    },
    /// One more of them was read.
    Read {
        /// Its number, counted from 1.
        file: usize,
    },
    /// It is being found out which records speak of the same thing.
    Joining,
    /// It is being written.
    Writing,
}

/// Reads files and joins what they say into the book, as one change. A dry run does all of it but
/// the writing.
///
/// # Errors
/// [`Code::FileMissing`] and [`Code::FileUnreadable`] where a path can't be read at all; those of
/// the store. What is wrong with single files and records stands in the document instead.
pub async fn files(
    _store: &dyn Store,
    ctx: &Ctx,
    _inputs: Vec<Input>,
    _dry_run: bool,
    _progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<ImportJson> {
    ctx.require(Rights::Write)?;
    Err(Error::new(Code::Internal))
}
