//! F3: meetings, but hardly any one-to-one (rows 62 and 63).

use super::share::{Beyond, Share};
use super::{Finding, State};
use crate::days::{days_before, days_between};
use crate::id::FactId;
use crate::models::wilson::none_of_one_sided;
use crate::review::reading::Reading;
use crate::review::signal;
use crate::review::time::since;
use crate::review::words::{many, per_cent};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

const TRY: &str = "Ask one person you met this month for a coffee, with one question you would like to put to them.";

/// Meetings that must lie behind, where nobody's meeting date is known; judgement (§4 F3).
const LEAST_MEETINGS: usize = 3;
/// The window in which not one one-to-one is a finding; days, judgement (§4 F3).
const WINDOW_DAYS: i32 = 91;

/// None at all in three months of meetings, or after fewer than one meeting in ten.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    none_in_three_months(reading).unwrap_or_else(|| conversion(reading))
}

/// It says that the pipeline has not started where nothing else shows either, or that it stands still, and never that
/// the rooms don't work: no event of so many bounds what one could bring, and the bound is shown.
fn none_in_three_months(reading: &Reading<'_>) -> Option<Finding> {
    let from = days_before(reading.as_of, WINDOW_DAYS - 1);
    let meetings = since(reading.meetings, |m| m.on, from);
    let ever = reading.conversations.iter().any(|c| c.kind.is_one_to_one());
    let talks = since(&reading.conversations, |c| c.on, from);
    if talks.iter().any(|c| c.kind.is_one_to_one()) {
        return None;
    }
    // Where there never was one, every meeting so far is looked at.
    let looked_at = if ever { meetings } else { reading.meetings };
    if looked_at.len() < LEAST_MEETINGS {
        return None;
    }
    let count = looked_at.len() as u64;
    let begun = reading.meetings.first().map_or(0, |first| days_between(first.on, reading.as_of));
    if begun < WINDOW_DAYS - 1 {
        return Some(too_early(reading, count));
    }
    let bound = none_of_one_sided(count, 0.95);
    let says = if ever {
        format!("No one-to-one after {count} meetings in the last three months.")
    } else if signal::has_shown(reading) {
        format!("No one-to-one yet after {count} meetings.")
    } else {
        format!("Pipeline not started: 0 one-to-ones after {count} meetings.")
    };
    let facts: Vec<FactId> = looked_at.iter().map(|m| m.id).collect();
    let against = format!(
        "It does not say that the rooms bring nothing: 0 of {count} still fits up to {} for each meeting.",
        per_cent(bound)
    );
    Some(Finding {
        basis: super::Basis::NoneYet,
        state: State::Seen,
        measure: Some(0.0),
        low: Some(0.0),
        high: Some(bound),
        numerator: Some(0),
        denominator: Some(count),
        facts,
        evidence: super::Evidence {
            speaks_for: "There was none at all, which is below any line that could be drawn."
                .to_owned(),
            speaks_against: against,
            missing: String::new(),
        },
        says,
        try_next: TRY.to_owned(),
        ..Finding::not_enough(
            "no-one-to-ones",
            reading.params.findings.no_one_to_ones.threshold,
            "",
        )
    })
}

/// Whoever was met has not had their time yet.
fn too_early(reading: &Reading<'_>, count: u64) -> Finding {
    let says = format!(
        "Too early to tell: {} and no one-to-one yet. Three months after the first, what comes of them begins to show.",
        many(count, "meeting", "meetings")
    );
    let line = reading.params.findings.no_one_to_ones;
    Finding::not_enough("no-one-to-ones", line.threshold, says)
}

/// Of the meetings 45 days back or more: those after which the owner sat down within 45 days with somebody of that
/// room, each one-to-one counted for one meeting. Somebody of whom it is not known where they were met may be of any: only what holds either way is said.
fn conversion(reading: &Reading<'_>) -> Finding {
    let days = reading.params.funnel.one_to_one_days;
    let until = days_before(reading.as_of, days);
    let mut by_room = one_to_ones_by_room(reading);
    let (mut led, mut may_have, mut not_led) = (0_u64, Vec::new(), Vec::new());
    for meeting in reading.meetings.iter().filter(|m| m.on <= until) {
        let room = reading.book.room_index(meeting.room);
        // The first that no earlier meeting has taken: as many meetings as can be have led to one.
        let mut follows = |room: Option<usize>| {
            let Some(dates) = by_room.get_mut(&room) else { return false };
            while dates.front().is_some_and(|&on| on < meeting.on) {
                dates.pop_front();
            }
            let next = dates.front().is_some_and(|&on| days_between(meeting.on, on) <= days);
            next && dates.pop_front().is_some()
        };
        match () {
            () if room.is_some() && follows(room) => led += 1,
            () if follows(None) => may_have.push(meeting.id),
            () => not_led.push(meeting.id),
        }
    }
    let unsaid = may_have.len() as u64;
    let at_most = share(reading, led + unsaid, not_led.clone());
    let at_least = share(reading, led, [not_led, may_have].concat());
    match (at_least.state, at_most.state) {
        (least, most) if least != most => Finding::not_enough(
            at_most.code,
            at_most.threshold,
            format!(
                "{led} of {} led to a one-to-one with somebody met there; after {unsaid} more you sat down with somebody of whom it is not said where you met. Their page has a place for it.",
                many(at_most.denominator.unwrap_or(0), "meeting", "meetings")
            ),
        ),
        (_, State::Seen) => at_most,
        _ => at_least,
    }
}

/// So many meetings that led to one, and those that did not.
fn share(reading: &Reading<'_>, led: u64, not_led: Vec<FactId>) -> Finding {
    let of = led + not_led.len() as u64;
    Share {
        code: "no-one-to-ones",
        line: reading.params.findings.no_one_to_ones,
        beyond: Beyond::Below,
        numerator: led,
        denominator: of,
        facts: not_led,
        cases: ["meeting more than 45 days ago", "meetings more than 45 days ago"],
        says: format!(
            "{led} of {} led to a one-to-one with somebody of that room within 45 days.",
            many(of, "meeting", "meetings")
        ),
        against: "One-to-ones that were not noted down are not seen here.",
        try_next: TRY,
    }
    .judge(&reading.params.findings)
}

/// The dates of one-to-ones, in order, by the rooms their people come from; one with two people of a room is one of it.
fn one_to_ones_by_room(reading: &Reading<'_>) -> BTreeMap<Option<usize>, VecDeque<Date>> {
    let mut by_room: BTreeMap<Option<usize>, VecDeque<Date>> = BTreeMap::new();
    let mut talks: Vec<(Date, BTreeSet<Option<usize>>)> = (reading.talks())
        .filter(|(given, _)| given.is_one_to_one)
        .map(|(given, people)| (given.on, people.iter().map(|&p| room_of(reading, p)).collect()))
        .collect();
    talks.sort_by_key(|(on, _)| *on);
    for (on, rooms) in talks {
        for room in rooms {
            by_room.entry(room).or_default().push_back(on);
        }
    }
    by_room
}

/// Where a person was met, as far as that is known.
fn room_of(reading: &Reading<'_>, person: u32) -> Option<usize> {
    let seen = reading.people.get(person as usize)?;
    seen.met.and_then(|met| met.room).or(seen.origin)
}
