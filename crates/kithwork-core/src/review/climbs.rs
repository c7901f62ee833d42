//! How people came up the ladder: how long each rung takes, and what went before (row 22).

use super::reading::{Reading, Seen};
use crate::days::days_between;
use crate::ladder::Rung;
use crate::models::kaplan_meier::{Case, Point, curve, median};
use jiff::civil::Date;
use serde::Serialize;

/// From one level to the next.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Climb {
    /// The level left.
    pub from: u8,
    /// People who reached that level, on a known date.
    pub people: u64,
    /// Of these, who went on.
    pub went_on: u64,
    /// People who are at that level now, as the table of levels counts them.
    pub still: u64,
    /// Of these, those of whom no date says since when: they are among no others here.
    pub undated: u64,
    /// Whether too few went on to say how long it takes.
    pub too_few: bool,
    /// The day by which half had gone on (Kaplan–Meier); none where it was not reached, or too few went on.
    pub median_days: Option<f64>,
    /// The 95 % interval of that; an end is none where it was not reached.
    pub interval_days: (Option<f64>, Option<f64>),
    /// One-to-ones between both rungs, on average; none where nobody went on.
    pub one_to_ones: Option<f64>,
    /// Acts of help between both rungs, either way, on average.
    pub help: Option<f64>,
}

/// So many must have gone on before a length is told: the middle of fewer is one of them (judgement).
const LEAST: u64 = 3;

/// Levels 1 to 4, each with how long people stayed at it.
pub(super) fn each(reading: &Reading<'_>) -> Vec<Climb> {
    (1..=4).map(|from| climb(reading, from)).filter(|climb| climb.people > 0).collect()
}

fn climb(reading: &Reading<'_>, from: u8) -> Climb {
    let (mut cases, mut talks, mut helps) = (Vec::new(), 0, 0);
    let (mut still, mut undated) = (0, 0);
    for (at, _, seen) in reading.network() {
        let is_there = u64::from(seen.standing.level == from);
        still += is_there;
        let Some(reached) = first_at(seen, from) else {
            undated += is_there;
            continue;
        };
        let next = next_after(seen, from).map(|on| on.max(reached));
        let time = f64::from(days_between(reached, next.unwrap_or(reading.as_of)).max(0));
        cases.push(Case { time, happened: next.is_some() });
        if let Some(next) = next {
            let (talked, helped) = between(reading, at, reached, next);
            (talks, helps) = (talks + talked, helps + helped);
        }
    }
    let went_on = cases.iter().filter(|c| c.happened).count() as u64;
    let curve = curve(&cases);
    let (middle, interval) = (median(&curve), median_interval(&curve));
    let too_few = middle.is_some() && went_on < LEAST;
    let mean =
        |sum: u32| (went_on > 0).then(|| f64::from(sum) / crate::models::wilson::as_f64(went_on));
    Climb {
        from,
        people: cases.len() as u64,
        went_on,
        still,
        undated,
        too_few,
        median_days: middle.filter(|_| !too_few),
        interval_days: if too_few { (None, None) } else { interval },
        one_to_ones: mean(talks),
        help: mean(helps),
    }
}

/// Where the interval's ends cross one half (Brookmeyer & Crowley 1982); none where they meet: what has no
/// width says nothing of how sure it is.
fn median_interval(curve: &[Point]) -> (Option<f64>, Option<f64>) {
    let crosses = |end: fn((f64, f64)) -> f64| {
        let below = |p: &&Point| p.interval(0.95).map_or(p.survival <= 0.0, |i| end(i) <= 0.5);
        curve.iter().find(below).map(|p| p.time)
    };
    match (crosses(|(low, _)| low), crosses(|(_, high)| high)) {
        (Some(low), Some(high)) if high - low < 1.0 => (None, None),
        ends => ends,
    }
}

fn first_at(seen: &Seen, level: u8) -> Option<Date> {
    seen.standing.evidence.iter().find(|rung| rung.level == level).and_then(|rung| rung.on)
}

/// When a higher rung was first reached.
fn next_after(seen: &Seen, level: u8) -> Option<Date> {
    let higher = |rung: &&Rung| rung.level > level;
    seen.standing.evidence.iter().filter(higher).filter_map(|rung| rung.on).min()
}

/// One-to-ones and help from one date to another.
fn between(reading: &Reading<'_>, at: usize, from: Date, to: Date) -> (u32, u32) {
    let is_in = |on: Date| from <= on && on <= to;
    let talks = reading.book.talks_at(at).iter();
    let talks = talks.filter(|t| t.kind.is_one_to_one() && t.took_place(reading.as_of));
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let talks = talks.filter(|t| is_in(t.on)).count();
    let helps = reading.book.help_at(at).filter(|h| h.on.is_some_and(is_in)).count();
    (count(talks), count(helps))
}
