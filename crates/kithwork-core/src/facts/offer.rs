//! An offer heard: what somebody would give, lend or do, for whoever could use it.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An offer heard from a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// Whose.
    pub person: PersonId,
    /// When it was heard.
    pub on: Option<Date>,
    /// In the owner's words.
    pub what: String,
    /// When it was taken up or withdrawn.
    pub closed_on: Option<Date>,
}
