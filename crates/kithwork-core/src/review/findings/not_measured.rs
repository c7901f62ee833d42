//! F25: too little is noted down to judge anything.

use super::Finding;
use super::share::{Beyond, Share};
use crate::days::days_between;
use crate::facts::{Cadence, Room};
use crate::review::reading::Reading;
use crate::review::time::since;
use crate::review::words::many;
use crate::rounding::whole;
use std::collections::BTreeSet;

const CODE: &str = "not-measured";

/// Weeks with an entry, of those in which the owner's rooms met by their own cadence, in the period
/// and since the book's first meeting or conversation: before it nothing is missing, for nobody was
/// writing. In a book without any, every week counts.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.not_measured;
    let period = reading.params.time.period_days / 7;
    let weeks = reading.weeks_written().map_or(period, |written| written.min(period));
    let expected: f64 = (0..weeks).map(|week| expected_in(reading, week)).sum();
    if expected <= 0.0 {
        let missing =
            "How often your rooms meet is not known, so nobody can tell what is missing here.";
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let week = |on| days_between(on, reading.as_of) / 7;
    let meetings = since(reading.meetings, |m| m.on, reading.from).iter().map(|m| week(m.on));
    let talks = since(&reading.conversations, |c| c.on, reading.from).iter().map(|c| week(c.on));
    let with_entry = meetings.chain(talks).collect::<BTreeSet<i32>>().len() as u64;
    let of = whole(expected);
    let numerator = with_entry.min(of);
    Share {
        code: CODE,
        line,
        beyond: Beyond::Below,
        numerator,
        denominator: of,
        facts: Vec::new(),
        cases: ["week in which your rooms met", "weeks in which your rooms met"],
        says: format!(
            "{numerator} of {} an entry.",
            many(of, "week in which your rooms met has", "weeks in which your rooms met have")
        ),
        against: "You may have stayed away.",
        try_next: "Each Friday, two minutes: say of each calendar entry whether it happened.",
    }
    .judge(&reading.params.findings)
}

/// How many meetings a week so long ago was to bring, at most one: the most frequent room counts.
fn expected_in(reading: &Reading<'_>, week: i32) -> f64 {
    let on = crate::days::days_before(reading.as_of, week * 7);
    let rooms = reading.book.facts.rooms.iter();
    rooms.filter(|room| was_member(reading, room, on)).map(a_week).fold(0.0, f64::max)
}

/// A membership whose first day is not known begins with the first meeting there.
fn was_member(reading: &Reading<'_>, room: &Room, on: jiff::civil::Date) -> bool {
    let first = || reading.meetings.iter().find(|m| m.room == room.id).map(|m| m.on);
    let joined = room.joined_on.or_else(first);
    joined.is_some_and(|joined| joined <= on) && room.left_on.is_none_or(|left| on <= left)
}

fn a_week(room: &Room) -> f64 {
    match room.cadence {
        Some(Cadence::Weekly) => 1.0,
        Some(Cadence::Fortnightly) => 0.5,
        Some(Cadence::Monthly) => 12.0 / 52.0,
        Some(Cadence::Once) | None => 0.0,
    }
}
