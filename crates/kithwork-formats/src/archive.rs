//! Zip archives: each member is read as a file of its own. An archive says little about how much it
//! unpacks to, so what comes out is counted while it comes out.

use crate::read::{Context, Given, LARGEST, Reading, read_within};
use crate::refusal::Reason;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What may still be unpacked of one file given by the user, however archives are nested in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    /// Archives around the one at hand.
    pub(crate) depth: u8,
    octets: u64,
    members: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { depth: 0, octets: 2 * LARGEST as u64, members: 10_000 }
    }
}

/// Archives in archives deeper than this are refused.
const DEEPEST: u8 = 2;

/// Text packs to a twentieth, seldom to a hundredth. What unpacks to more than this times its size
/// was made to harm.
const RATIO: u64 = 200;

/// Below this size, octets, a ratio proves nothing.
const SMALL: u64 = 1024 * 1024;

/// Whether an archive is a workbook of Excel's.
pub(crate) fn is_workbook(octets: &[u8]) -> bool {
    ZipArchive::new(Cursor::new(octets))
        .is_ok_and(|zip| zip.file_names_raw().any(|name| name.starts_with(b"xl/")))
}

/// Whether a workbook unpacks to no more than we read.
pub(crate) fn check(octets: &[u8]) -> Result<(), Reason> {
    let mut zip = ZipArchive::new(Cursor::new(octets)).map_err(|_e| Reason::WorkbookUnreadable)?;
    let mut budget = Budget { octets: LARGEST as u64, ..Budget::default() };
    for at in 0..zip.len() {
        let member = zip.by_index(at).map_err(|_error| Reason::WorkbookUnreadable)?;
        let room = budget.octets;
        let taken = std::io::copy(&mut member.take(room + 1), &mut std::io::sink());
        let taken = taken.map_err(|_error| Reason::WorkbookUnreadable)?;
        budget.octets = room.checked_sub(taken).ok_or(Reason::TooLarge)?;
    }
    Ok(())
}

/// Reads the members of an archive.
pub(crate) fn read(given: &Given<'_>, context: &Context<'_>, budget: &mut Budget) -> Vec<Reading> {
    if budget.depth >= DEEPEST {
        return vec![Reading::refused_whole(given.path, "zip", Reason::ArchiveTooDeep)];
    }
    let Ok(mut zip) = ZipArchive::new(Cursor::new(given.octets)) else {
        return vec![Reading::refused_whole(given.path, "zip", Reason::ArchiveUnreadable)];
    };
    let mut all = Vec::new();
    for at in 0..zip.len() {
        if budget.members == 0 {
            all.push(Reading::refused_whole(given.path, "zip", Reason::ArchiveTooLarge));
            break;
        }
        budget.members -= 1;
        all.extend(read_member(&mut zip, at, given.path, context, budget));
    }
    told(given.path, all)
}

fn read_member(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    at: usize,
    archive: &str,
    context: &Context<'_>,
    budget: &mut Budget,
) -> Vec<Reading> {
    let member = match zip.by_index(at) {
        Ok(member) => member,
        Err(_locked_or_damaged) => {
            let path = format!("{archive}/{}", at + 1);
            return vec![Reading::refused_whole(&path, "unknown", Reason::ArchiveUnreadable)];
        }
    };
    let name = String::from_utf8_lossy(member.name_raw()).replace(char::is_control, "?");
    if member.is_dir() || is_litter(&name) {
        return Vec::new();
    }
    let path = format!("{archive}/{name}");
    let unpacked = match unpack(member, budget) {
        Ok(unpacked) => unpacked,
        Err(reason) => return vec![Reading::refused_whole(&path, "unknown", reason)],
    };
    budget.depth += 1;
    let readings = read_within(&Given { path: &path, octets: &unpacked }, context, budget);
    budget.depth -= 1;
    readings
}

fn unpack<R: Read>(
    member: zip::read::ZipFile<'_, R>,
    budget: &mut Budget,
) -> Result<Vec<u8>, Reason> {
    let most = member.compressed_size().saturating_mul(RATIO).max(SMALL);
    let room = budget.octets.min(LARGEST as u64).min(most);
    let mut unpacked = Vec::new();
    let taken = member.take(room + 1).read_to_end(&mut unpacked);
    let taken = taken.map_err(|_error| Reason::ArchiveUnreadable)? as u64;
    if taken > room {
        return Err(Reason::ArchiveTooLarge);
    }
    budget.octets -= taken;
    Ok(unpacked)
}

/// What systems leave in archives beside their members.
fn is_litter(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.starts_with("__MACOSX/") || file.starts_with('.') || file.eq_ignore_ascii_case("thumbs.db")
}

/// The members' readings. An export holds much that is not for us: where some members were read,
/// those that nobody knows are only named.
fn told(path: &str, all: Vec<Reading>) -> Vec<Reading> {
    let unknown = |reading: &Reading| {
        let codes =
            [Reason::NotRecognised.code(), Reason::Empty.code(), Reason::SheetUnclear.code()];
        reading.whole_refused && reading.refused.iter().all(|r| codes.contains(&r.reason.as_str()))
    };
    let (ignored, mut known): (Vec<_>, Vec<_>) = all.into_iter().partition(unknown);
    if known.is_empty() {
        let reason = if ignored.is_empty() { Reason::Empty } else { Reason::NotRecognised };
        return vec![Reading::refused_whole(path, "zip", reason)];
    }
    if !ignored.is_empty() {
        let mut archive = Reading::new(path, "zip");
        let inside = |path: String, whole: &str| {
            path.strip_prefix(whole).map_or(path.clone(), |p| p.trim_start_matches('/').to_owned())
        };
        archive.ignored_columns = ignored.into_iter().map(|r| inside(r.path, path)).collect();
        known.push(archive);
    }
    known
}

#[cfg(test)]
mod tests;
