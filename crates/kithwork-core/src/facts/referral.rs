//! A prospect passed on. Its giver is always a person, never a room.

use super::help::Direction;
use crate::id::{FactId, PersonId};
use crate::money::Amount;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A prospect passed on by a person to the owner, or by the owner to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// When.
    pub on: Option<Date>,
    /// Received from, or given to, that person.
    pub direction: Direction,
    /// The giver of what was received; the receiver of what was given.
    pub person: PersonId,
    /// Who was referred; creates no person.
    pub prospect: Option<String>,
    /// The referrer's effort, 1 (a name passed on) to 5 (introduced in person).
    pub effort: Option<u8>,
    /// How far it came.
    pub status: Option<ReferralStatus>,
    /// What it was worth; not business until it is won and entered there.
    pub value: Option<Amount>,
    /// When it was decided.
    pub closed_on: Option<Date>,
    /// When its giver was thanked for their trust, whatever came of it.
    pub thanked_on: Option<Date>,
}

impl Referral {
    /// Somebody passed on, on a day where it is known; nothing more is known of it.
    pub fn passed_on(id: FactId, direction: Direction, person: PersonId, on: Option<Date>) -> Self {
        Self {
            id,
            on,
            direction,
            person,
            prospect: None,
            effort: None,
            status: None,
            value: None,
            closed_on: None,
            thanked_on: None,
        }
    }
}

/// How far a referral came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReferralStatus {
    Open,
    Contacted,
    Met,
    Proposed,
    Won,
    Lost,
    NoFit,
}

impl ReferralStatus {
    /// Whether it is decided, for or against.
    pub fn is_decided(self) -> bool {
        matches!(self, Self::Won | Self::Lost | Self::NoFit)
    }
}
