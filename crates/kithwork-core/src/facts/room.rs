//! Where people meet. A room feeds the network and never gives a referral.

use crate::id::RoomId;
use crate::money::Amount;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A place where people meet: a networking group, a club, a conference, an online community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Identity, UUIDv7.
    pub id: RoomId,
    /// Its name, unique in the book when folded.
    pub name: String,
    /// Breakfast, lunch, evening…
    pub kind: Option<RoomKind>,
    /// How often it meets.
    pub cadence: Option<Cadence>,
    /// Usual length of a meeting, minutes.
    pub meeting_minutes: Option<u32>,
    /// Usual travel there and back, minutes.
    pub travel_minutes: Option<u32>,
    /// Membership for a year.
    pub annual_fee: Option<Amount>,
    /// Paid at each meeting.
    pub fee_per_meeting: Option<Amount>,
    /// First day of membership.
    pub joined_on: Option<Date>,
    /// Last day of membership.
    pub left_on: Option<Date>,
    /// Absences its rule allows in a window; none given means no rule.
    pub absences_allowed: Option<u32>,
    /// That window's length, days.
    pub absence_window_days: Option<u32>,
    /// Whether a substitute counts as present.
    pub substitute_allowed: Option<bool>,
    /// The owner's notes.
    pub notes: Option<String>,
}

impl Room {
    /// A room of which only the name is known.
    pub fn named(id: RoomId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            kind: None,
            cadence: None,
            meeting_minutes: None,
            travel_minutes: None,
            annual_fee: None,
            fee_per_meeting: None,
            joined_on: None,
            left_on: None,
            absences_allowed: None,
            absence_window_days: None,
            substitute_allowed: None,
            notes: None,
        }
    }
}

/// The kinds of room the sheets know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum RoomKind {
    Breakfast,
    Lunch,
    Evening,
    Online,
    Conference,
    Association,
}

/// How often a room meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Cadence {
    Weekly,
    Fortnightly,
    Monthly,
    Once,
}
