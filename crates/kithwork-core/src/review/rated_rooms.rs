//! Rooms by what the owner thinks of their ethos, their fit and their cost (row 71).

use super::reading::Reading;
use crate::facts::{Room, RoomPart, RoomRating};
use crate::id::RoomId;
use crate::params::RoomParams;
use jiff::civil::Date;
use serde::Serialize;

/// From this worth on a room is one to keep; our judgement.
const KEEP: f64 = 0.6;
/// Below this worth it may be given up; our judgement.
const LET_GO: f64 = 0.4;
/// The best that a part can be rated.
const BEST: f64 = 4.0;
/// What matters most to the owner counts so many times; our judgement.
const MOST: f64 = 3.0;

/// A room as the owner rated it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RatedRoom {
    /// Which.
    pub room: RoomId,
    /// By name.
    pub name: String,
    /// When it was rated last.
    pub on: Option<Date>,
    /// Whether people come to help each other, 0..=4; none where that was never said.
    pub ethos: Option<u8>,
    /// Whether the right people come, 0..=4.
    pub fit: Option<u8>,
    /// How light it is on purse and diary, 0..=4.
    pub cost: Option<u8>,
    /// The parts that are known, by the weights the owner gives them, 0..=1; none where none is.
    pub worth: Option<f64>,
    /// What that suggests.
    pub suggests: Suggests,
    /// Why, in the owner's words.
    pub notes: Option<String>,
    /// When the owner last decided to stay.
    pub stayed_on: Option<Date>,
}

/// What a room's worth suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Suggests {
    /// Go on with it.
    Keep,
    /// Neither good nor bad: look at it again after the next meeting.
    LookAgain,
    /// Others repay the time better.
    LetGo,
    /// Nothing is rated yet.
    Rate,
}

pub(super) fn each(reading: &Reading<'_>) -> Vec<RatedRoom> {
    let facts = &reading.book.facts;
    let most = facts.settings.first().and_then(|settings| settings.matters_most);
    let weights = weighing(&reading.params.rooms, most);
    ranked(&facts.rooms, &facts.room_ratings, reading.as_of, &weights)
}

/// The weights where one part matters most to the owner, and so counts three times.
pub fn weighing(params: &RoomParams, most: Option<RoomPart>) -> RoomParams {
    let mut weights = *params;
    match most {
        None => {}
        Some(RoomPart::Ethos) => weights.ethos *= MOST,
        Some(RoomPart::Fit) => weights.fit *= MOST,
        Some(RoomPart::Cost) => weights.cost *= MOST,
    }
    weights
}

/// The rooms that the owner has not left by a date, best first, those not rated last; ties by name.
pub fn ranked(
    rooms: &[Room],
    ratings: &[RoomRating],
    as_of: Date,
    weights: &RoomParams,
) -> Vec<RatedRoom> {
    let open = rooms.iter().filter(|r| r.left_on.is_none_or(|left| left > as_of));
    let mut ranked: Vec<RatedRoom> =
        open.map(|room| rated(room, ratings, as_of, weights)).collect();
    let worth = |room: &RatedRoom| room.worth.unwrap_or(-1.0);
    ranked.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then_with(|| a.name.cmp(&b.name)));
    ranked
}

/// A room with the latest word on each part: a later rating that leaves one out does not take it back.
pub(super) fn rated(
    room: &Room,
    ratings: &[RoomRating],
    as_of: Date,
    weights: &RoomParams,
) -> RatedRoom {
    let mut said: Vec<&RoomRating> =
        ratings.iter().filter(|r| r.room == room.id && r.on.is_none_or(|on| on <= as_of)).collect();
    said.sort_by_key(|r| (r.on, r.id));
    let (stays, said): (Vec<_>, Vec<_>) = said.into_iter().partition(|r| r.is_a_stay());
    let last = |part: fn(&RoomRating) -> Option<u8>| said.iter().rev().find_map(|r| part(r));
    let (ethos, fit, cost) = (last(|r| r.ethos), last(|r| r.fit), last(|r| r.cost));
    let worth = worth([(ethos, weights.ethos), (fit, weights.fit), (cost, weights.cost)]);
    RatedRoom {
        room: room.id,
        name: room.name.clone(),
        on: said.last().and_then(|r| r.on),
        ethos,
        fit,
        cost,
        worth,
        suggests: suggests(worth),
        notes: said.iter().rev().find_map(|r| r.notes.clone()),
        stayed_on: stays.iter().filter_map(|r| r.on).max(),
    }
}

/// The weighted mean of the parts that are known.
fn worth(parts: [(Option<u8>, f64); 3]) -> Option<f64> {
    let known = || parts.iter().filter_map(|&(score, weight)| Some((score?, weight)));
    let weight: f64 = known().map(|(_, weight)| weight).sum();
    let worth: f64 =
        known().map(|(score, weight)| weight * (f64::from(score) / BEST).min(1.0)).sum();
    (weight > 0.0 && weight.is_finite()).then(|| worth / weight)
}

fn suggests(worth: Option<f64>) -> Suggests {
    match worth {
        None => Suggests::Rate,
        Some(worth) if worth >= KEEP => Suggests::Keep,
        Some(worth) if worth >= LET_GO => Suggests::LookAgain,
        Some(_) => Suggests::LetGo,
    }
}
