//! F1: much time in rooms, little with people (rows 1 and 2).

use super::share::evidence;
use super::{Finding, State};
use crate::days::days_between;
use crate::review::reading::Reading;
use crate::review::time::{depth, depth_from, hours, since};
use crate::review::words::per_cent_beside;
use std::collections::BTreeSet;

/// Under this share of time with people the finding is strong; judgement (§4 F1).
const STRONG_BELOW: f64 = 0.25;
/// Hours that must be logged in the window; judgement (§4 F1).
const LEAST_MINUTES: u64 = 6 * 60;

/// Whether a meeting can be missed is for the plan of the week to say, which knows the rooms' rules.
const TRY: &str = "Have breakfast with someone you already know in place of a meeting, where the plan of the week says that one could be missed; where it names none, have coffee after one.";

/// An accounting identity: once four weeks and six hours are logged it needs no interval.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.meeting_heavy;
    let depth = depth(reading);
    let weeks = logged_weeks(reading);
    let minutes = depth.time.meeting_minutes + depth.time.people_minutes;
    let state = match depth.value {
        Some(value) if weeks >= line.least && minutes >= LEAST_MINUTES => {
            if value < line.threshold { State::Seen } else { State::NotSeen }
        }
        _ => State::NotEnoughData,
    };
    let missing = match state {
        State::NotEnoughData => format!(
            "{weeks} of the last {} weeks {} entries, {} in all; it needs {} weeks and {}.",
            depth.weeks,
            if weeks == 1 { "has" } else { "have" },
            hours(minutes),
            line.least,
            hours(LEAST_MINUTES)
        ),
        State::Seen | State::NotSeen => String::new(),
    };
    let says = says(&depth, state, &missing);
    Finding {
        code: "meeting-heavy",
        state,
        measure: depth.value,
        low: depth.value,
        high: depth.value,
        threshold: line.threshold,
        numerator: Some(depth.time.people_minutes),
        denominator: Some(minutes),
        evidence: evidence(state, "Time that was not noted down is not seen here.", missing),
        says,
        facts: depth.explanation.facts,
        try_next: TRY.to_owned(),
        ..Finding::default()
    }
}

fn says(depth: &crate::review::Depth, state: State, missing: &str) -> String {
    let Some(value) = depth.value.filter(|_| state != State::NotEnoughData) else {
        return missing.to_owned();
    };
    let strong = if value < STRONG_BELOW { "; rooms took more than three quarters" } else { "" };
    format!(
        "{} of your time over {} weeks went to people, {} in rooms and {} with people{strong}.",
        per_cent_beside(value, depth.aim),
        depth.weeks,
        hours(depth.time.meeting_minutes),
        hours(depth.time.people_minutes)
    )
}

/// Weeks of the window, counted back from the date, in which anything is logged.
fn logged_weeks(reading: &Reading<'_>) -> u64 {
    let from = depth_from(reading);
    let week = |on| days_between(on, reading.as_of) / 7;
    let meetings = since(reading.meetings, |m| m.on, from).iter().map(|m| week(m.on));
    let talks = since(&reading.conversations, |c| c.on, from).iter().map(|c| week(c.on));
    meetings.chain(talks).collect::<BTreeSet<_>>().len() as u64
}
