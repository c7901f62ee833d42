//! The files that are to be read: those asked for, and those of a kind we know in the folders asked
//! for.

use super::Input;
use crate::error::{Error, Result};
use kithwork_formats::{LARGEST, Reading};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Kinds of file that a folder may hold for us.
const KINDS: [&str; 14] = [
    "csv", "tsv", "txt", "vcf", "vcard", "ics", "ical", "ifb", "xlsx", "xlsm", "xls", "ods", "zip",
    "json",
];

/// Kinds that may as well be something else: in a folder, what isn't recognised is passed over.
const MAYBE: [&str; 2] = ["txt", "json"];

/// One file to read.
#[derive(Debug)]
pub(super) struct Found {
    /// Its name, as it is shown.
    pub(super) name: String,
    /// Where its octets come from.
    pub(super) content: Content,
    /// Asked for by its own name, not found in a folder.
    pub(super) asked_for: bool,
}

/// Where a file's octets come from.
#[derive(Debug)]
pub(super) enum Content {
    OnDisk(PathBuf),
    Given(Vec<u8>),
}

impl Content {
    /// All octets; of a file that is too large to be read one more than is read, so that it is
    /// refused without filling the memory.
    pub(super) fn octets(self) -> Result<Vec<u8>> {
        let path = match self {
            Self::Given(octets) => return Ok(octets),
            Self::OnDisk(path) => path,
        };
        let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
        let mut octets = Vec::new();
        let file = File::open(path).map_err(Error::reading)?;
        file.take(most).read_to_end(&mut octets).map_err(Error::reading)?;
        Ok(octets)
    }
}

/// Every file that is to be read, folders in the order of their names.
pub(super) fn all(inputs: Vec<Input>) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for input in inputs {
        match input {
            Input::Bytes { name, bytes } => {
                found.push(Found { name, content: Content::Given(bytes), asked_for: true });
            }
            Input::Path(path) => {
                let about = fs::metadata(&path).map_err(Error::reading)?;
                if about.is_dir() {
                    inside(&path, &mut found)?;
                } else {
                    found.push(on_disk(path, true));
                }
            }
        }
    }
    Ok(found)
}

fn inside(folder: &Path, found: &mut Vec<Found>) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(Error::reading)?;
    let mut entries: Vec<_> =
        entries.collect::<std::result::Result<_, _>>().map_err(Error::reading)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        // Links are not followed: a link to a parent folder would never end.
        let kind = entry.file_type().map_err(Error::reading)?;
        if kind.is_dir() && !is_hidden {
            inside(&path, found)?;
        } else if kind.is_file() && !is_hidden && is_of(&path, &KINDS) {
            found.push(on_disk(path, false));
        }
    }
    Ok(())
}

fn on_disk(path: PathBuf, asked_for: bool) -> Found {
    let name = path.to_string_lossy().into_owned();
    Found { name, content: Content::OnDisk(path), asked_for }
}

fn is_of(path: &Path, kinds: &[&str]) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| kinds.contains(&ending.as_str()))
}

/// Whether a file found in a folder has to do with us.
pub(super) fn is_for_us(name: &str, reading: &Reading) -> bool {
    reading.kind != "unknown" || !is_of(Path::new(name), &MAYBE)
}
