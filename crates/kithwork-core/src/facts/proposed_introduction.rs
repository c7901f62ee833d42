//! An introduction on its way: nobody is introduced before both have said yes.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Two people the owner wants to bring together, and how far that has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedIntroduction {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// One side.
    pub person_a: PersonId,
    /// The other side.
    pub person_b: PersonId,
    /// Why the first would want to meet the other.
    pub why_a: String,
    /// Why the other would want to meet the first.
    pub why_b: String,
    /// When the owner thought of it.
    pub proposed_on: Option<Date>,
    /// When the first was asked.
    pub asked_a_on: Option<Date>,
    /// When the other was asked.
    pub asked_b_on: Option<Date>,
    /// What the first answered.
    pub a_says: Option<bool>,
    /// What the other answered.
    pub b_says: Option<bool>,
    /// The introduction that it became.
    pub made: Option<FactId>,
    /// When both were thanked and told what came of it.
    pub thanked_on: Option<Date>,
    /// When the owner gave it up.
    pub dropped_on: Option<Date>,
}

impl ProposedIntroduction {
    /// Whether both have said yes.
    pub fn is_agreed(&self) -> bool {
        self.a_says == Some(true) && self.b_says == Some(true)
    }

    /// Whether it still waits for something before it is made.
    pub fn is_open(&self) -> bool {
        self.made.is_none()
            && self.dropped_on.is_none()
            && self.a_says != Some(false)
            && self.b_says != Some(false)
    }
}
