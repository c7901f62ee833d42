//! F21: going out costs more energy than it used to (row 47).

use super::share::evidence;
use super::{Finding, State};
use crate::days::weeks_between;
use crate::facts::Locale;
use crate::id::FactId;
use crate::models::trend::trend;
use crate::review::reading::Reading;
use crate::review::words::many;
use crate::written;
use jiff::civil::Date;

const CODE: &str = "fatigue";
/// Weeks of a quarter: a slope is told by the quarter, or for as long as it was seen.
const WEEKS: f64 = 13.0;
/// Points from 1 to 5.
const SCALE: f64 = 4.0;

/// The slope of energy over weeks by least squares. Never a word about health.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let params = &reading.params.findings;
    let line = params.fatigue;
    let rated = rated(reading);
    let of = rated.len() as u64;
    let with_people = rated.iter().any(|one| one.is_with_people);
    if of < line.least {
        let missing = {
            let rated = if with_people {
                many(of, "meeting or one-to-one has", "meetings and one-to-ones have")
            } else {
                many(of, "meeting has", "meetings have")
            };
            format!("{rated} your energy noted; it takes {}.", line.least)
        };
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let first = rated.first().map_or(reading.as_of, |one| one.on);
    let points: Vec<(f64, f64)> =
        rated.iter().map(|one| (weeks_between(first, one.on), f64::from(one.energy))).collect();
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
        (State::NotEnoughData, "It goes up and down: more of it noted would tell.".to_owned())
    };
    let at = if with_people { "meetings and one-to-ones" } else { "meetings" };
    let seen = points.last().map_or(0.0, |(week, _)| *week);
    let says = format!("Your energy at {of} {at} {}.", moved(trend.slope, seen));
    Finding {
        state,
        measure: Some(trend.slope),
        low: Some(low),
        high: Some(high),
        by_chance: Some(trend.p_falling()),
        denominator: Some(of),
        facts: rated.iter().map(|one| one.id).collect(),
        evidence: evidence(state, "Seasons and sleep do that too.", missing),
        says,
        try_next: "Take a week without meetings, and see two people you like instead.".to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

/// Something that the owner noted their energy after.
struct RatedTime {
    on: Date,
    id: FactId,
    energy: u8,
    is_with_people: bool,
}

/// Meetings and time with people with the owner's energy after them, the oldest first.
fn rated(reading: &Reading<'_>) -> Vec<RatedTime> {
    let meetings = reading.meetings.iter().filter_map(|m| {
        Some(RatedTime { on: m.on, id: m.id, energy: m.energy?, is_with_people: false })
    });
    let talks = reading.conversations.iter().filter_map(|c| {
        Some(RatedTime { on: c.on, id: c.id, energy: c.energy?, is_with_people: true })
    });
    let mut all: Vec<RatedTime> = meetings.chain(talks).collect();
    all.sort_by_key(|one| (one.on, one.id));
    all
}

/// `fell by 2.1 points in a quarter`, `in 9 weeks`: no further than it was seen, nor than from one end of the scale to
/// the other, which the line through its points may leave.
fn moved(slope: f64, seen: f64) -> String {
    let all = (slope * seen.min(WEEKS)).clamp(-SCALE, SCALE);
    let tenths = (all * 10.0).round() / 10.0;
    let span = if seen < WEEKS { format!("{seen:.0} weeks") } else { "a quarter".to_owned() };
    let size = written::decimal(Locale::EnGb, tenths.abs());
    let unit = if size == "1" { "point" } else { "points" };
    match () {
        () if tenths > 0.0 => format!("rose by {size} {unit} in {span}"),
        () if tenths < 0.0 => format!("fell by {size} {unit} in {span}"),
        () => "stayed as it was".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn a_fall_is_called_one_and_needs_no_sign() {
        assert_eq!(moved(-2.06 / 13.0, 20.0), "fell by 2.1 points in a quarter");
        assert_eq!(moved(-0.42, 11.0), "fell by 4 points in 11 weeks");
        assert_eq!(moved(1.0 / 13.0, 13.0), "rose by 1 point in a quarter");
        assert_eq!(moved(-0.001, 13.0), "stayed as it was");
        assert_eq!(moved(-0.42, 9.0), "fell by 3.8 points in 9 weeks");
    }
}
