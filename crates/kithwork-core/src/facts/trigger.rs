//! The problems by which others should think of the owner.

use crate::id::FactId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A problem that contacts hear from *their* contacts, in plain words: “when someone says this, think
/// of me” (row 67).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TriggerProblem {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// What someone says, in their words.
    pub what: String,
    /// When the owner began to use it.
    pub set_on: Option<Date>,
    /// When the owner gave it up.
    pub dropped_on: Option<Date>,
}

impl TriggerProblem {
    /// Whether it was in use at a date; an undated one was always.
    pub fn stands(&self, as_of: Date) -> bool {
        self.set_on.is_none_or(|on| on <= as_of) && self.dropped_on.is_none_or(|on| on > as_of)
    }
}
