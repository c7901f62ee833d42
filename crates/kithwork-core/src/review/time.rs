//! Where the hours went.

use super::reading::Reading;
use super::words::per_cent_beside;
use crate::days::days_before;
use crate::explanation::{Explanation, Input, Origin};
use crate::id::FactId;
use crate::models::wilson::as_f64;
use jiff::civil::Date;
use serde::Serialize;

/// Minutes, travel and preparation included: as the way to a meeting is time of the meeting, getting ready
/// for somebody is time given to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Time {
    /// In rooms.
    pub meeting_minutes: u64,
    /// With people.
    pub people_minutes: u64,
    /// Of both, getting ready.
    pub prep_minutes: u64,
}

impl Time {
    /// Time with people as a share of all; none where no time is known.
    pub fn depth(self) -> Option<f64> {
        let all = self.meeting_minutes + self.people_minutes;
        (all > 0).then(|| as_f64(self.people_minutes) / as_f64(all))
    }

    /// What of it was neither the meeting nor the talk itself: `travel included`, or `travel and 40 minutes
    /// of preparation included`.
    pub fn included(self) -> String {
        match self.prep_minutes {
            0 => "travel included".to_owned(),
            ready => format!("travel and {} of preparation included", hours(ready)),
        }
    }
}

/// The share of time that goes to people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Depth {
    /// The window, weeks.
    pub weeks: u32,
    /// The window's minutes.
    pub time: Time,
    /// Share in 0..=1; none where no time is known at all.
    pub value: Option<f64>,
    /// The same of the latest weeks alone.
    pub lately: Lately,
    /// The share to reach; reaching it exactly counts.
    pub aim: f64,
    /// How it came about.
    pub explanation: Explanation,
}

/// The share of time that went to people in the latest weeks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Lately {
    /// The window, weeks.
    pub weeks: u32,
    /// Share in 0..=1; none where no time of these weeks is known.
    pub value: Option<f64>,
}

impl Depth {
    /// Whether the aim is reached; none where no time is known.
    pub fn is_reached(&self) -> Option<bool> {
        self.value.map(|value| value >= self.aim)
    }
}

/// The minutes from a date on.
pub(super) fn spent(reading: &Reading<'_>, from: Date) -> Time {
    let meetings = since(reading.meetings, |m| m.on, from);
    let talks = since(&reading.given, |given| given.on, from);
    Time {
        meeting_minutes: meetings.iter().map(|m| reading.meeting_minutes(m)).sum(),
        people_minutes: talks.iter().map(|given| given.minutes).sum(),
        prep_minutes: meetings.iter().filter_map(|m| m.prep_minutes).map(u64::from).sum::<u64>()
            + talks.iter().map(|given| given.prep_minutes).sum::<u64>(),
    }
}

/// The part of a list in the order of dates that begins on a date.
pub(super) fn since<T>(list: &[T], on: impl Fn(&T) -> Date, from: Date) -> &[T] {
    list.get(list.partition_point(|item| on(item) < from)..).unwrap_or(&[])
}

/// First day of the headline window.
pub(super) fn depth_from(reading: &Reading<'_>) -> Date {
    first_day(reading, reading.params.time.depth_weeks)
}

/// First day of the weeks that end on the date.
fn first_day(reading: &Reading<'_>, weeks: u32) -> Date {
    let days = i32::try_from(weeks.saturating_mul(7)).unwrap_or(i32::MAX);
    days_before(reading.as_of, days.saturating_sub(1))
}

pub(super) fn depth(reading: &Reading<'_>) -> Depth {
    let params = &reading.params.time;
    let from = depth_from(reading);
    let time = spent(reading, from);
    let weeks = params.lately_weeks;
    Depth {
        weeks: params.depth_weeks,
        time,
        value: time.depth(),
        lately: Lately { weeks, value: spent(reading, first_day(reading, weeks)).depth() },
        aim: params.depth_aim,
        explanation: explain(reading, time, from),
    }
}

fn explain(reading: &Reading<'_>, time: Time, from: Date) -> Explanation {
    let weeks = reading.params.time.depth_weeks;
    let says = match time.depth() {
        Some(share) => format!(
            "Over {weeks} weeks, {} with people and {} in rooms, {}: {} of the time went to people.",
            hours(time.people_minutes),
            hours(time.meeting_minutes),
            time.included(),
            per_cent_beside(share, reading.params.time.depth_aim),
        ),
        None => format!("No time is recorded in the last {weeks} weeks."),
    };
    Explanation {
        formula: "depth-share",
        says,
        inputs: vec![
            counted("with people", as_f64(time.people_minutes), "minutes"),
            counted("in rooms", as_f64(time.meeting_minutes), "minutes"),
            Input::of("window", f64::from(weeks), "weeks", Origin::Judgement),
        ],
        facts: facts_since(reading, from),
        would_change: what_reaches_half(time),
    }
}

fn what_reaches_half(time: Time) -> String {
    match time.meeting_minutes.checked_sub(time.people_minutes) {
        Some(missing) if missing > 0 => {
            format!("{} more with people would make it half.", hours(missing))
        }
        _ => "More time in rooms, or less with people, would lower it.".to_owned(),
    }
}

fn facts_since(reading: &Reading<'_>, from: Date) -> Vec<FactId> {
    let meetings = since(reading.meetings, |m| m.on, from).iter().map(|m| (m.on, m.id));
    let talks = since(&reading.conversations, |c| c.on, from).iter().map(|c| (c.on, c.id));
    let mut facts: Vec<_> = meetings.chain(talks).collect();
    facts.sort_unstable();
    facts.into_iter().map(|(_, id)| id).collect()
}

/// Something counted in the book.
pub(super) fn counted(name: &'static str, value: f64, unit: &'static str) -> Input {
    Input::of(name, value, unit, Origin::Counted)
}

/// Something worked out from what went in beside it.
pub(super) fn reckoned(name: &'static str, value: f64, unit: &'static str) -> Input {
    Input::of(name, value, unit, Origin::Reckoned)
}

/// Minutes as people say them: `45 minutes`, `1 h`, `7 h 30`.
pub(super) fn hours(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 1) => "1 minute".to_owned(),
        (0, rest) => format!("{rest} minutes"),
        (whole, 0) => format!("{whole} h"),
        (whole, rest) => format!("{whole} h {rest:02}"),
    }
}
