//! What the owner makes together with others.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something the owner and people of the book make together. Ended, it is a joint creation: evidence
/// that they are collaborators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// In the owner's words.
    pub what: String,
    /// What comes of it.
    pub kind: ProjectKind,
    /// When it began.
    pub begun_on: Option<Date>,
    /// When it was finished; none while it goes on.
    pub ended_on: Option<Date>,
    /// What came of it, in the owner's words.
    pub outcome: Option<String>,
    /// With whom.
    pub people: Vec<PersonId>,
}

/// What people make together (science.md §2.1, level 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ProjectKind {
    Event,
    Pitch,
    Product,
    Article,
    /// A client served together.
    Client,
    Other,
}
