//! A minute that was kept or given.

use crate::pitch::{Kept, Rehearsed};
use jiff::civil::Date;
use kithwork_core::facts::{Pitch, PitchChange};
use kithwork_core::id::{ChangeId, FactId};
use serde::Serialize;

/// A version that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct PitchJson {
    pub id: FactId,
    pub version: String,
    pub text: Option<String>,
    pub words: usize,
    pub beside_competitor: Option<String>,
}

impl From<&Pitch> for PitchJson {
    fn from(pitch: &Pitch) -> Self {
        let words = pitch.text.as_deref().map_or(0, |text| text.split_whitespace().count());
        Self {
            id: pitch.id,
            version: pitch.version.clone(),
            text: pitch.text.clone(),
            words,
            beside_competitor: pitch.beside_competitor.clone(),
        }
    }
}

/// A version made out of four answers, and how long it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct QuickJson {
    pub pitch: PitchJson,
    pub rehearsal: Rehearsed,
}

/// A minute that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct GaveJson {
    /// None where all of it stood so already.
    pub change: Option<ChangeId>,
    pub meeting: FactId,
    pub room: String,
    pub on: Date,
    pub version: Option<String>,
    pub prepared: Option<bool>,
    pub changed: Option<bool>,
    pub why: Option<PitchChange>,
}

impl From<&Kept> for GaveJson {
    fn from(kept: &Kept) -> Self {
        Self {
            change: kept.change,
            meeting: kept.meeting.id,
            room: kept.room.name.clone(),
            on: kept.meeting.on,
            version: kept.meeting.pitch.clone(),
            prepared: kept.meeting.pitch_prepared,
            changed: kept.meeting.pitch_changed,
            why: kept.meeting.pitch_changed_why,
        }
    }
}
