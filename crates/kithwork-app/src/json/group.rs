//! One group on a page, and all of them in a list.

use super::review::RoomJson;
use kithwork_core::facts::Room;
use kithwork_core::id::{ChangeId, RoomId};
use kithwork_core::plan::Attendance;
use kithwork_core::review::{Cohort, Faces, Held, RatedRoom, Regular, Review, RoomSheet};
use serde::Serialize;

/// All groups, those with most meetings first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupsJson {
    /// Each with what it took and brought.
    pub groups: Vec<GroupLineJson>,
}

/// One group of the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct GroupLineJson {
    pub id: RoomId,
    pub figures: RoomJson,
    pub funnel: Option<Cohort>,
    pub rating: Option<RatedRoom>,
}

impl From<&Review> for GroupsJson {
    fn from(review: &Review) -> Self {
        let line = |room: &kithwork_core::review::RoomReview| GroupLineJson {
            id: room.room,
            figures: RoomJson::of(room, &review.totals),
            funnel: review.funnel.cohorts.iter().find(|of| of.room == Some(room.room)).cloned(),
            rating: review.rated_rooms.iter().find(|of| of.room == room.room).cloned(),
        };
        Self { groups: review.rooms.iter().map(line).collect() }
    }
}

/// One group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct GroupJson {
    pub change: Option<ChangeId>,
    pub group: Room,
    pub figures: Option<RoomJson>,
    pub funnel: Option<Cohort>,
    pub faces: Faces,
    pub attendance: Option<Attendance>,
    pub rating: Option<RatedRoom>,
    pub people: Vec<Regular>,
    pub coming: Vec<Held>,
    pub held: Vec<Held>,
}

impl GroupJson {
    /// A group as it is now, with the change that was just made.
    pub fn of(sheet: &RoomSheet, review: &Review, change: Option<ChangeId>) -> Self {
        Self {
            change,
            group: sheet.room.clone(),
            figures: sheet.figures.as_ref().map(|room| RoomJson::of(room, &review.totals)),
            funnel: sheet.funnel.clone(),
            faces: sheet.faces.clone(),
            attendance: sheet.attendance,
            rating: sheet.rating.clone(),
            people: sheet.people.clone(),
            coming: sheet.coming.clone(),
            held: sheet.held.clone(),
        }
    }
}
