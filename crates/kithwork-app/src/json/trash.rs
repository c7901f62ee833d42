//! What is in the trash.

use crate::trash::{Emptied, Thrown};
use jiff::Timestamp;
use kithwork_core::id::ChangeId;
use serde::Serialize;

/// What is in the trash, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct TrashJson {
    pub trash: Vec<ThrownJson>,
}

/// One thing in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ThrownJson {
    /// The change that deleted it, by which it is put back.
    pub change: ChangeId,
    pub at: Timestamp,
    pub kind: &'static str,
    pub says: String,
}

/// What emptying took out for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct EmptiedJson {
    /// None where the trash was empty.
    pub change: Option<ChangeId>,
    pub things: usize,
}

impl From<Vec<Thrown>> for TrashJson {
    fn from(all: Vec<Thrown>) -> Self {
        let json = |Thrown { change, at, kind, says }| ThrownJson { change, at, kind, says };
        Self { trash: all.into_iter().map(json).collect() }
    }
}

impl From<Emptied> for EmptiedJson {
    fn from(Emptied { change, things }: Emptied) -> Self {
        Self { change, things }
    }
}
