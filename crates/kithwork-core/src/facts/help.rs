//! Help given and received: first-class, both ways, never a debt.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One act of help between the owner and a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// When.
    pub on: Option<Date>,
    /// Which way it went.
    pub direction: Direction,
    /// With whom.
    pub person: PersonId,
    /// What kind of help.
    pub kind: HelpKind,
    /// Whether it had been asked for.
    pub asked: Option<bool>,
    /// What it was about.
    pub about: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
}

/// Seen from the owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Given,
    Received,
}

/// The kinds of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum HelpKind {
    Introduction,
    Referral,
    Advice,
    Experience,
    Idea,
    Resource,
    Testimonial,
    Support,
    Invitation,
}
