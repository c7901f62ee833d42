//! A talk that the owner gives, with the people it is meant to help.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A talk: what it says, point by point, and to whom (row 33).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentation {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// What it is called.
    pub what: String,
    /// When it is given.
    pub on: Option<Date>,
    /// What it says, in order.
    pub points: Vec<Point>,
    /// Who is expected to listen.
    pub people: Vec<PersonId>,
}

/// One point of a talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// What it says.
    pub says: String,
    /// The needs it answers: needs heard, or somebody for what they look for.
    pub needs: Vec<FactId>,
}
