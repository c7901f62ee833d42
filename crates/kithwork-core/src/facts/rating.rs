//! Dated observations about a relationship.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A dated observation, 0 to 4. Unknown is no rating, never 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// Whom it is about.
    pub person: PersonId,
    /// What was observed.
    pub what: Rated,
    /// 0 to 4.
    pub score: u8,
    /// When; none where the source gave no date.
    pub on: Option<Date>,
}

/// What a rating observes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rated {
    /// Their trust in the owner.
    Trust,
    /// Their understanding of what the owner does and for whom.
    Understanding,
    /// Their access to the owner's clients.
    Access,
    /// Whether the owner would refer them.
    IWouldRefer,
}
