//! What success is for the owner.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An aim of the owner. One without a review date is shown as open-ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// In the owner's words.
    pub what: String,
    /// The template it follows.
    pub kind: AimKind,
    /// When it was set.
    pub set_on: Option<Date>,
    /// When it is to be looked at again.
    pub review_on: Option<Date>,
    /// When it was reached or given up.
    pub closed_on: Option<Date>,
    /// The finding it is to change, by its public code, where the aim is an experiment: begun when it was
    /// set, measured by the finding, ended on its review date.
    #[serde(default)]
    pub tries: Option<String>,
    /// The people who matter to it.
    pub people: Vec<PersonId>,
}

/// The templates of success.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum AimKind {
    Revenue,
    Referrals,
    Collaborators,
    Learning,
    Belonging,
}
