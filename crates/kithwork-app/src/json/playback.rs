//! What came of asking somebody what the owner does.

use super::ExplainsJson;
use crate::playback::Kept;
use jiff::civil::Date;
use kithwork_core::facts::Explained;
use kithwork_core::id::{ChangeId, FactId, PersonId};
use serde::Serialize;

/// What came of asking somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct PlaybackJson {
    pub change: ChangeId,
    pub id: FactId,
    pub person: PersonId,
    pub name: String,
    pub on: Option<Date>,
    pub result: Explained,
    pub words: Option<String>,
    /// The trigger problem that was asked about, in its words.
    pub trigger: Option<String>,
    /// Whether they can explain the owner now.
    pub explains: ExplainsJson,
}

impl From<&Kept> for PlaybackJson {
    fn from(kept: &Kept) -> Self {
        Self {
            change: kept.change,
            id: kept.playback.id,
            person: kept.person.id,
            name: kept.person.name.clone(),
            on: kept.playback.on,
            result: kept.playback.explained,
            words: kept.playback.words.clone(),
            trigger: kept.trigger.as_ref().map(|trigger| trigger.what.clone()),
            explains: (&kept.explains).into(),
        }
    }
}
