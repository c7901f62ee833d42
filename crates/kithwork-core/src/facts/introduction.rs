//! Two people made known to each other.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The owner, or a person of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The owner.
    Me,
    /// Someone of the book.
    Person(PersonId),
}

impl Party {
    /// The person, unless it is the owner.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Me => None,
            Self::Person(id) => Some(id),
        }
    }
}

/// An introduction: who made it, between whom, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Introduction {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// When.
    pub on: Option<Date>,
    /// Who made it.
    pub introduced_by: Party,
    /// One side.
    pub person_a: Party,
    /// The other side.
    pub person_b: Party,
    /// What came of it.
    pub outcome: Option<String>,
}
