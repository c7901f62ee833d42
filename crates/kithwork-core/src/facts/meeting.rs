//! One occasion of a room.

use super::pitch::PitchChange;
use crate::id::{FactId, PersonId, RoomId};
use crate::money::Amount;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// One occasion of a room: time, travel, cost, whom one talked to, which pitch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// The room.
    pub room: RoomId,
    /// Local date.
    pub on: Date,
    /// Local start, where it is known.
    pub starts: Option<Time>,
    /// Length, minutes.
    pub minutes: Option<u32>,
    /// Travel there and back, minutes.
    pub travel_minutes: Option<u32>,
    /// What it cost.
    pub cost: Option<Amount>,
    /// Whom the owner talked to.
    pub people: Vec<PersonId>,
    /// The version of the pitch that was given.
    pub pitch: Option<String>,
    /// Whether it had been prepared.
    pub pitch_prepared: Option<bool>,
    /// Whether it was changed just before.
    pub pitch_changed: Option<bool>,
    /// Why it was changed.
    #[serde(default)]
    pub pitch_changed_why: Option<PitchChange>,
    /// The owner's energy, 1 to 5.
    pub energy: Option<u8>,
    /// The owner's notes.
    pub notes: Option<String>,
}

impl Meeting {
    /// A meeting of which only room and date are known.
    pub fn held(id: FactId, room: RoomId, on: Date) -> Self {
        Self {
            id,
            room,
            on,
            starts: None,
            minutes: None,
            travel_minutes: None,
            cost: None,
            people: Vec::new(),
            pitch: None,
            pitch_prepared: None,
            pitch_changed: None,
            pitch_changed_why: None,
            energy: None,
            notes: None,
        }
    }
}
