//! The owner's “how to help me” on its way to somebody.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The share-card was given to somebody, who was asked for theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardGiven {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// To whom.
    pub person: PersonId,
    /// When.
    pub on: Option<Date>,
}
