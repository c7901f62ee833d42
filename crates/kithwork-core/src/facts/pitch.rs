//! The one minute in which the owner says what they do.

use crate::id::FactId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One version of the pitch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pitch {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// The name meetings refer to it by.
    pub version: String,
    /// Its words.
    pub text: Option<String>,
    /// When it was first given.
    pub first_used_on: Option<Date>,
}
