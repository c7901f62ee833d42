//! A need heard: somebody's problem, which the owner or a contact may solve.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A need heard from a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// Whose need.
    pub person: PersonId,
    /// When it was heard.
    pub on: Option<Date>,
    /// In the owner's words.
    pub what: String,
    /// When it was met.
    pub met_on: Option<Date>,
}
