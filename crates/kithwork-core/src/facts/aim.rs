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
    /// As varied as so many equal lines of business the owner wants to be, where that is the aim; ≥ 2.
    #[serde(default)]
    pub as_varied_as: Option<u32>,
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
    /// To know people of many lines of business.
    Variety,
    /// No end of the owner's own: they simply want to help these people.
    Help,
}

impl AimKind {
    /// All templates.
    pub const ALL: [Self; 7] = [
        Self::Revenue,
        Self::Referrals,
        Self::Collaborators,
        Self::Learning,
        Self::Belonging,
        Self::Variety,
        Self::Help,
    ];
}

impl Aim {
    /// Whether it was set by that day, or on a day nobody noted, and is not closed.
    pub fn is_open(&self, as_of: Date) -> bool {
        self.set_on.is_none_or(|on| on <= as_of) && self.closed_on.is_none_or(|on| on > as_of)
    }

    /// Whether it is one thing changed for a while, to see what that changes.
    pub fn is_experiment(&self) -> bool {
        self.tries.is_some()
    }

    /// Whether it has an end of the owner's own, at which it can be looked at.
    pub fn has_an_end(&self) -> bool {
        self.kind != AimKind::Help
    }
}
