//! F23: people once close, not heard of for a year or more (Levin, Walter & Murnighan 2011).

use super::share::evidence;
use super::{Finding, State};
use crate::days::days_between;
use crate::review::reading::{Reading, Seen};

const CODE: &str = "dormant-ties";
/// From this level on a tie was strong; judgement (§4 F23).
const STRONG: u8 = 3;
/// Silent for so many days; judgement (§4 F23).
const SILENT_DAYS: i32 = 365;

/// Counting, no estimate: what is there is seen.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.dormant_ties;
    let strong: Vec<_> =
        reading.network().filter(|(_, _, seen)| seen.standing.level >= STRONG).collect();
    let lost = |seen: &Seen| {
        seen.standing.p_alive.is_some_and(|p| p < reading.params.alive.dormant_below)
            && seen.standing.last.is_some_and(|on| days_between(on, reading.as_of) >= SILENT_DAYS)
    };
    let dormant: Vec<_> = strong.iter().filter(|(_, _, seen)| lost(seen)).collect();
    let first = reading.meetings.first().map(|m| m.on);
    let first = first.into_iter().chain(reading.conversations.first().map(|c| c.on)).min();
    let is_young = first.is_none_or(|on| days_between(on, reading.as_of) < SILENT_DAYS);
    if is_young || strong.is_empty() {
        let missing = "It takes a year of notes, and people you were close to, to tell.";
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let count = dormant.len() as u64;
    let is_seen = crate::models::wilson::as_f64(count) >= line.threshold;
    let state = if is_seen { State::Seen } else { State::NotSeen };
    let says = match count {
        0 => "You have heard from everybody you were close to within a year.".to_owned(),
        1 => "Of the people you were close to, one has not been heard from for a year or more."
            .to_owned(),
        _ => format!(
            "Of the people you were close to, {count} have not been heard from for a year or more."
        ),
    };
    Finding {
        state,
        measure: Some(crate::models::wilson::as_f64(count)),
        numerator: Some(count),
        denominator: Some(strong.len() as u64),
        facts: dormant.iter().map(|(_, person, _)| person.id.into()).collect(),
        evidence: evidence(
            state,
            "Old ties keep their trust: this is a treasure rather than a fault.",
            String::new(),
        ),
        says,
        try_next:
            "Write to one of them this week; begin with whoever moves in another world than yours."
                .to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}
