//! The owner's raw words, kept whatever was understood of them.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A note as it was typed or dictated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// The day it speaks of.
    pub on: Date,
    /// The raw words.
    pub text: String,
    /// Whom it was understood to speak of.
    pub people: Vec<PersonId>,
    /// The facts that were read out of it.
    pub facts: Vec<FactId>,
}
