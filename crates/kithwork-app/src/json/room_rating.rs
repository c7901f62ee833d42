//! What the owner thinks of rooms.

use crate::room_rating::Kept;
use jiff::civil::Date;
use kithwork_core::id::{ChangeId, FactId, RoomId};
use kithwork_core::params::RoomParams;
use kithwork_core::review::RatedRoom;
use serde::Serialize;

/// The rooms by what the owner thinks of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RatedRoomsJson {
    /// What each part weighs.
    pub weights: RoomParams,
    /// Best first.
    pub rooms: Vec<RatedRoom>,
}

/// A rating that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct RoomRatingJson {
    pub change: ChangeId,
    pub id: FactId,
    pub room: RoomId,
    pub name: String,
    pub on: Option<Date>,
    pub ethos: Option<u8>,
    pub fit: Option<u8>,
    pub cost: Option<u8>,
    pub notes: Option<String>,
}

impl From<&Kept> for RoomRatingJson {
    fn from(kept: &Kept) -> Self {
        let rating = kept.rating.clone();
        Self {
            change: kept.change,
            id: rating.id,
            room: kept.room.id,
            name: kept.room.name.clone(),
            on: rating.on,
            ethos: rating.ethos,
            fit: rating.fit,
            cost: rating.cost,
            notes: rating.notes,
        }
    }
}
