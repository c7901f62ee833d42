//! What the owner thinks of a room.

use crate::id::{FactId, RoomId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A dated opinion of a room, each part 0 to 4 (row 71). What is not said is unknown, never 0. One that
/// says nothing of any part lets the others stand: the owner looked at it that day, and stays (row 49).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomRating {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// Which room.
    pub room: RoomId,
    /// When.
    pub on: Option<Date>,
    /// Whether people come to help each other: 4 they do, 0 everybody sells.
    pub ethos: Option<u8>,
    /// Whether those whom the owner can help, or wants to meet, are there: 4 most, 0 none.
    pub fit: Option<u8>,
    /// What it takes in money and hours: 4 hardly anything, 0 far too much.
    pub cost: Option<u8>,
    /// Why, in the owner's words.
    pub notes: Option<String>,
}

impl RoomRating {
    /// Whether nothing is said but that the owner stays.
    pub fn is_a_stay(&self) -> bool {
        self.ethos.is_none() && self.fit.is_none() && self.cost.is_none() && self.notes.is_none()
    }
}
