//! The whole book in open formats, which import again.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use kithwork_formats::write;
use kithwork_store::{Scope, Store};
use std::fs;
use std::io::Write;
use std::path::Path;

/// The file by which an earlier export is known.
const MARK: &str = "kithwork.json";
/// The address book among them.
const CARDS: &str = "contacts.vcf";

/// One file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Its name, such as `people.csv`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The whole book: a CSV file for each sheet, `contacts.vcf` where there is anybody, `calendar.ics` and
/// `kithwork.json`.
///
/// # Errors
/// Those of the store.
pub async fn files(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Exported>> {
    ctx.require(Rights::Own)?;
    let facts = store.load(ctx.tenant, Scope::Whole).await?;
    let wrong = |cause| Error::new(Code::Internal).caused_by(cause);
    let sheets = write::sheets(&facts).map_err(wrong)?.into_iter();
    let mut files: Vec<Exported> =
        sheets.map(|file| Exported { name: file.name, bytes: file.octets }).collect();
    let named = |name: &str, bytes| Exported { name: name.to_owned(), bytes };
    // A file without a card is no address book, and an import would refuse it.
    files.push(named(CARDS, write::vcards(&facts)));
    files.retain(|file| !file.bytes.is_empty());
    files.push(named("calendar.ics", write::icalendar(&facts, ctx.now)));
    files.push(named(MARK, write::json(&facts).map_err(wrong)?));
    Ok(files)
}

/// Writes them to a folder, which is made if it isn't there. An earlier export is replaced; a
/// folder that holds anything else is left alone. Returns the files' names.
///
/// # Errors
/// [`Code::FolderNotEmpty`]; those of the disk and the store.
pub async fn to_folder(store: &dyn Store, ctx: &Ctx, folder: &Path) -> Result<Vec<String>> {
    ctx.require(Rights::Own)?;
    refuse_foreign(folder)?;
    let files = files(store, ctx).await?;
    fs::create_dir_all(folder).map_err(Error::writing)?;
    for file in &files {
        written(folder, file)?;
    }
    if !files.iter().any(|file| file.name == CARDS) {
        removed(&folder.join(CARDS))?;
    }
    Ok(files.into_iter().map(|file| file.name).collect())
}

/// Refuses a folder that holds anything but an earlier export.
fn refuse_foreign(folder: &Path) -> Result<()> {
    let mut inside = match fs::read_dir(folder) {
        Ok(inside) => inside,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(Error::writing(cause)),
    };
    if inside.next().is_none() || folder.join(MARK).try_exists().map_err(Error::reading)? {
        return Ok(());
    }
    Err(Error::new(Code::FolderNotEmpty).hint("choose a new or an empty folder"))
}

/// Takes away what an earlier export left there of people who are no longer in the book.
fn removed(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Error::writing(cause)),
        _ => Ok(()),
    }
}

/// Written under another name first, so that a full disk leaves no half of a file.
fn written(folder: &Path, file: &Exported) -> Result<()> {
    let partial = folder.join(format!("{}.partial", file.name));
    let mut target = fs::File::create(&partial).map_err(Error::writing)?;
    target.write_all(&file.bytes).and_then(|()| target.sync_all()).map_err(Error::writing)?;
    fs::rename(&partial, folder.join(&file.name)).map_err(Error::writing)
}
