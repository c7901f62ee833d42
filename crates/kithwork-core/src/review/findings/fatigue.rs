//! F21: going out costs more energy than it used to (row 47).

use super::share::evidence;
use super::{Finding, State};
use crate::days::weeks_between;
use crate::models::trend::trend;
use crate::review::reading::Reading;
use crate::review::words::many;

const CODE: &str = "fatigue";

/// The slope of energy over weeks by least squares. Never a word about health.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let params = &reading.params.findings;
    let line = params.fatigue;
    let rated: Vec<_> = reading.meetings.iter().filter_map(|m| Some((m, m.energy?))).collect();
    let of = rated.len() as u64;
    if of < line.least {
        let missing = {
            let rated = many(of, "meeting has", "meetings have");
            format!("{rated} your energy noted; it takes {}.", line.least)
        };
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let first = rated.first().map_or(reading.as_of, |(m, _)| m.on);
    let points: Vec<(f64, f64)> =
        rated.iter().map(|(m, energy)| (weeks_between(first, m.on), f64::from(*energy))).collect();
    let Some(trend) = trend(&points) else {
        return Finding::not_enough(CODE, line.threshold, "All of them are of one day.");
    };
    // No change at all lies on the line itself, so that 80 % would alarm in one sound book of ten.
    let (low, high) = trend.interval(params.sure);
    let (state, missing) = if high < line.threshold {
        (State::Seen, String::new())
    } else if low >= line.threshold {
        (State::NotSeen, String::new())
    } else {
        (State::NotEnoughData, "It goes up and down: more meetings would tell.".to_owned())
    };
    let says = format!(
        "Your energy at {of} meetings changed by {:+.1} points in a quarter.",
        trend.slope * 13.0
    );
    Finding {
        state,
        measure: Some(trend.slope),
        low: Some(low),
        high: Some(high),
        by_chance: Some(trend.p_falling()),
        denominator: Some(of),
        facts: rated.iter().map(|(m, _)| m.id).collect(),
        evidence: evidence(state, "Seasons and sleep do that too.", missing),
        says,
        try_next: "Take a week without meetings, and see two people you like instead.".to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}
