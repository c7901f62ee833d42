//! `pitches`: versions of the one minute in which the owner says what they do.

use super::row::{Fields, text_of};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::handover::{Said, SaidPitch};

pub(super) const SHEET: Sheet = Sheet {
    name: "pitches",
    columns: &["version", "text", "first_used_on", "beside_competitor"],
    needs: &["version"],
    tell,
    write,
};

fn tell(row: &Fields<'_>) -> Told {
    let version = row.needed("version", Reason::VersionMissing)?;
    let text = row.text("text");
    let first_used_on = row.date("first_used_on")?;
    let key = vec![version.clone()];
    let (beside_competitor, extra) = (row.text("beside_competitor"), row.extra());
    let said = SaidPitch { version, text, first_used_on, beside_competitor, extra };
    Ok((key, Said::Pitch(said)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Pitch(pitch) = said else { return None };
    Some(vec![
        pitch.version.clone(),
        text_of(pitch.text.as_ref()),
        text_of(pitch.first_used_on),
        text_of(pitch.beside_competitor.as_ref()),
    ])
}
