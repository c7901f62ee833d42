//! How an invitation goes through addresses and forms: how long it is for, the times it offers, and the
//! meeting whose place it could take.

use jiff::civil::DateTime;
use kithwork_core::facts::InsteadOf;
use kithwork_core::id::RoomId;

/// What the field is called that holds a time.
pub(crate) const TIME: &str = "at";
/// What the field is called that holds how long it is for.
pub(crate) const MINUTES: &str = "minutes";
/// What the field is called that holds the meeting.
pub(crate) const MEETING: &str = "instead";

/// A time as an address spells it.
pub(crate) fn time_spelt(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A time that was spelt so. One that can't be read is one that the plan did not offer.
pub(crate) fn time(spelt: &str) -> Option<DateTime> {
    spelt.parse().ok()
}

/// A meeting as an address spells it: the group's id and the day.
pub(crate) fn meeting_spelt(meeting: InsteadOf) -> String {
    format!("{}.{}", meeting.room, meeting.on)
}

/// A meeting that was spelt so.
pub(crate) fn meeting(spelt: &str) -> Option<InsteadOf> {
    let (room, on) = spelt.split_once('.')?;
    Some(InsteadOf { room: RoomId(room.parse().ok()?), on: on.parse().ok()? })
}
