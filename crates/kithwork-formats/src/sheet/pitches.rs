//! `pitches`: versions of the one minute in which the owner says what they do.

use super::row::{Fields, text_of};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::handover::{Said, SaidPitch};

pub(super) const SHEET: Sheet = Sheet {
    name: "pitches",
    columns: &["version", "text", "first_used_on"],
    needs: &["version"],
    tell,
    write,
};

fn tell(row: &Fields<'_>) -> Told {
    let version = row.needed("version", Reason::VersionMissing)?;
    let text = row.text("text");
    let first_used_on = row.date("first_used_on")?;
    let key = vec![version.clone()];
    Ok((key, Said::Pitch(SaidPitch { version, text, first_used_on, extra: row.extra() })))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Pitch(pitch) = said else { return None };
    Some(vec![pitch.version.clone(), text_of(pitch.text.as_ref()), text_of(pitch.first_used_on)])
}
