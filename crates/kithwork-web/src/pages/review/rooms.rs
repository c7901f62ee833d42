//! The groups and events, one row each.

use crate::figure::hour::measured;
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::id::RoomId;
use kithwork_core::review::{ReturnPerHour, RoomReview};

/// One row of the table.
#[derive(Clone, Debug)]
pub(crate) struct Room {
    pub id: RoomId,
    pub name: String,
    pub meetings: String,
    pub time: String,
    pub people_met: String,
    pub one_to_ones: String,
    pub referrals: String,
    pub business: String,
    /// What an hour returned, in each currency.
    pub hours: Vec<Hour>,
}

/// What an hour returned in one currency, and its inside.
#[derive(Clone, Debug)]
pub(crate) struct Hour {
    /// The middle; none where it is not measured.
    pub middle: Option<String>,
    /// The likely range, or what would tell.
    pub range: String,
    /// How it came about.
    pub why: Why,
}

/// The rows, in the review's order.
pub(crate) fn rooms(sight: &Sight) -> Vec<Room> {
    sight.review.rooms.iter().map(|r| room(r, sight)).collect()
}

fn room(room: &RoomReview, sight: &Sight) -> Room {
    Room {
        id: room.room,
        name: say::shortened(&room.name),
        meetings: say::number(room.meetings),
        time: match room.minutes {
            0 if room.meetings > 0 => "not noted".to_owned(),
            minutes => say::duration(minutes),
        },
        people_met: say::number(room.people_met),
        one_to_ones: say::number(room.one_to_ones),
        referrals: say::number(room.referrals),
        business: say::moneys(&room.business_origin),
        hours: hours(room, sight),
    }
}

/// What an hour there returned. Money is shown only past its gate (design.md §2, principle 4).
pub(crate) fn hours(room: &RoomReview, sight: &Sight) -> Vec<Hour> {
    let young = sight.is_young();
    room.return_per_hour.iter().filter(|_| !young).map(|h| hour(h, room, sight)).collect()
}

fn hour(hour: &ReturnPerHour, room: &RoomReview, sight: &Sight) -> Hour {
    let say = |minor| say::per_hour(hour.currency, minor);
    let figure = format!("hour-{}-{}", hour.currency.code(), room.room);
    let why = Why::of(&hour.explanation, &sight.shelf, sight.today, Some(&figure));
    match measured(hour) {
        Some((low, median, high)) => Hour {
            middle: Some(say(median)),
            range: format!("very likely {} to {}", say(low), say(high)),
            why,
        },
        None if hour.explanation.would_change.is_empty() => {
            Hour { middle: None, range: "not enough to tell yet".to_owned(), why }
        }
        None => Hour { middle: None, range: hour.explanation.would_change.clone(), why },
    }
}
