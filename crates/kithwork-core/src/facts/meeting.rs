//! One occasion of a room.

use super::conversation::ObjectiveMet;
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
    /// Preparing for it, minutes.
    #[serde(default)]
    pub prep_minutes: Option<u32>,
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
    /// Why it was changed or left out.
    #[serde(default)]
    pub pitch_changed_why: Option<PitchChange>,
    /// Whether the minute was left out.
    #[serde(default)]
    pub pitch_skipped: Option<bool>,
    /// The owner's energy, 1 to 5.
    pub energy: Option<u8>,
    /// What the owner went for, in their words; none for the usual: to find two people to help.
    #[serde(default)]
    pub goal: Option<String>,
    /// Whether that was reached, in the owner's word; the usual goal is counted from needs heard.
    #[serde(default)]
    pub goal_met: Option<ObjectiveMet>,
    /// Whether the owner goes as somebody new to it; none where the book has to tell.
    #[serde(default)]
    pub first_time: Option<bool>,
    /// How nervous the owner was before, 1 (calm) to 5.
    #[serde(default)]
    pub nerves_before: Option<u8>,
    /// The same afterwards.
    #[serde(default)]
    pub nerves_after: Option<u8>,
    /// When the owner looked back on it; none before.
    #[serde(default)]
    pub debriefed_on: Option<Date>,
    /// Whether the owner did not go, in their word: it counts in no figure.
    #[serde(default)]
    pub missed: Option<bool>,
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
            prep_minutes: None,
            cost: None,
            people: Vec::new(),
            pitch: None,
            pitch_prepared: None,
            pitch_changed: None,
            pitch_changed_why: None,
            pitch_skipped: None,
            energy: None,
            goal: None,
            goal_met: None,
            first_time: None,
            nerves_before: None,
            nerves_after: None,
            debriefed_on: None,
            missed: None,
            notes: None,
        }
    }
}
