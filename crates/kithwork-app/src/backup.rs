//! A consistent copy of the book while it is in use.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use kithwork_store::Store;
use std::path::Path;

/// Writes a consistent copy of the book to a new file.
///
/// # Errors
/// [`Code::FileExists`] where there is one already: a backup is never overwritten; those of the
/// disk and the store.
pub async fn to_file(store: &dyn Store, ctx: &Ctx, file: &Path) -> Result<()> {
    ctx.require(Rights::Own)?;
    if file.try_exists().map_err(Error::writing)? {
        return Err(Error::new(Code::FileExists).hint("choose another name; backups are kept"));
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder
        && !folder.try_exists().map_err(Error::writing)?
    {
        return Err(Error::new(Code::FileMissing).hint("its folder is not there: make it first"));
    }
    Ok(store.backup(file).await?)
}
