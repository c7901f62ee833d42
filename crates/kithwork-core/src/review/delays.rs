//! How long it takes until people met are heard from again, and promises are kept; what has not
//! happened yet is waiting, and no failure (rows 41 and 22).

use super::funnel::after_meeting;
use super::reading::Reading;
use crate::days::days_between;
use crate::facts::{ConversationKind, PromisedBy};
use crate::models::kaplan_meier::{Case, Point, at, curve, median};
use serde::Serialize;

/// So many must have been met long enough ago for a share of them to tell anything; judgement.
const FEWEST: usize = 5;

/// How long until somebody met is heard from again.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Delays {
    /// People met in the period.
    pub people: u64,
    /// Of these, heard from again by now.
    pub heard: u64,
    /// The day by which half of them were; none where it was not reached.
    pub median_days: Option<f64>,
    /// The share within a week, 0..=1 (Kaplan–Meier); none while fewer than five were met so long ago: it is too
    /// early to tell then.
    pub within_a_week: Option<f64>,
    /// The share within two weeks.
    pub within_two_weeks: Option<f64>,
    /// The share within four weeks.
    pub within_four_weeks: Option<f64>,
    /// The interval of the share within four weeks, at the findings' confidence; none where everybody
    /// or nobody was.
    pub four_weeks_interval: Option<(f64, f64)>,
}

/// The people met in the period, each waiting until the first conversation after the meeting. Nobody
/// where small things are not noted down: nothing noted is not nothing said.
pub(super) fn heard_again(reading: &Reading<'_>) -> Delays {
    if !keeps_small_things(reading) {
        return Delays::default();
    }
    let (mut cases, mut ages): (Vec<Case>, Vec<f64>) = (Vec::new(), Vec::new());
    for (at, _, seen) in reading.network() {
        let Some((met, on)) = seen.met.and_then(|met| Some((met, met.on?))) else { continue };
        if on < reading.from {
            continue;
        }
        let next = after_meeting(reading.book, at, met, reading.as_of).next();
        let until = next.map_or(reading.as_of, |talk| talk.on);
        cases.push(Case { time: days(on, until), happened: next.is_some() });
        ages.push(days(on, reading.as_of));
    }
    if cases.is_empty() {
        return Delays::default();
    }
    let curve = curve(&cases);
    let within = |days: f64| {
        let old = ages.iter().filter(|&&age| age >= days).count();
        let share = at(&curve, days).map_or(0.0, |point| 1.0 - point.survival);
        (old >= FEWEST).then_some(share)
    };
    let within_four_weeks = within(28.0);
    let interval = four_weeks(&curve, reading.params.findings.confidence);
    Delays {
        people: cases.len() as u64,
        heard: cases.iter().filter(|c| c.happened).count() as u64,
        median_days: median(&curve),
        within_a_week: within(7.0),
        within_two_weeks: within(14.0),
        within_four_weeks,
        four_weeks_interval: interval.filter(|_| within_four_weeks.is_some()),
    }
}

fn four_weeks(curve: &[Point], confidence: f64) -> Option<(f64, f64)> {
    let (low, high) = at(curve, 28.0)?.interval(confidence)?;
    Some((1.0 - high, 1.0 - low))
}

/// How long the owner's promises take.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Keeping {
    /// The owner's promises made in the period.
    pub promises: u64,
    /// Of these, kept by now.
    pub kept: u64,
    /// The day by which half of them are kept; none where it was not reached.
    pub median_days: Option<f64>,
}

/// The owner's promises of the period, each waiting until it is kept.
pub(super) fn keeping(reading: &Reading<'_>) -> Keeping {
    let promises = reading.book.facts.promises.iter();
    let cases: Vec<Case> = promises
        .filter(|p| p.direction == PromisedBy::Mine)
        .filter_map(|p| {
            Some((p.made_on.filter(|&on| reading.from <= on && on <= reading.as_of)?, p))
        })
        .map(|(made, promise)| {
            let done = promise.done_on.filter(|&done| made <= done && done <= reading.as_of);
            Case { time: days(made, done.unwrap_or(reading.as_of)), happened: done.is_some() }
        })
        .collect();
    Keeping {
        promises: cases.len() as u64,
        kept: cases.iter().filter(|c| c.happened).count() as u64,
        median_days: median(&curve(&cases)),
    }
}

fn days(from: jiff::civil::Date, to: jiff::civil::Date) -> f64 {
    f64::from(days_between(from, to).max(0))
}

/// Whether the owner notes down small things at all. Where a book holds nothing but what a calendar
/// tells, a message that isn't there is unknown, and not unsent; ratings tell nothing of messages.
pub(super) fn keeps_small_things(reading: &Reading<'_>) -> bool {
    use ConversationKind as Kind;
    let small = |kind| !matches!(kind, Kind::OneToOne | Kind::Video | Kind::SmallGroup);
    let facts = &reading.book.facts;
    reading.conversations.iter().any(|c| small(c.kind) || c.objective.is_some())
        || !(facts.promises.is_empty() && facts.help.is_empty())
}
