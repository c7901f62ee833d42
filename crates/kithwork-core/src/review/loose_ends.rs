//! People between two chairs: met and nothing decided (row 56), never seen outside the room (row 55),
//! linked to no aim (row 18).

use super::funnel::after_meeting;
use super::reading::{Met, Reading, Seen};
use super::words::many;
use crate::days::days_between;
use crate::facts::{Care, Person};
use crate::id::PersonId;
use crate::ladder::State;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// A first meeting may stay undecided for so long; days, judgement (row 56).
const UNDECIDED_DAYS: i32 = 14;
/// After so long it is no longer a beginning, and stands in the list of people never followed up; days.
const OPENING_DAYS: i32 = 90;

/// Somebody in one of the lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LooseEnd {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When they were met, or last seen.
    pub on: Option<Date>,
    /// Why they stand here.
    pub says: String,
}

/// What waits for a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LooseEnds {
    /// Met in the last 90 days, more than 14 days ago, with nothing since, nothing planned and nothing
    /// decided.
    pub undecided: Vec<LooseEnd>,
    /// Seen in the period, and only in rooms; those seen most often first.
    pub never_outside: Vec<LooseEnd>,
    /// Warm, and linked to no open aim; empty where there is no aim.
    pub without_aim: Vec<LooseEnd>,
}

pub(super) fn all(reading: &Reading<'_>) -> LooseEnds {
    let aimed = aimed_at(reading);
    let mut ends = LooseEnds::default();
    let mut outside: Vec<(usize, LooseEnd)> = Vec::new();
    for (at, person, seen) in reading.network().filter(|(_, p, _)| !p.do_not_contact) {
        let care = person.care_at(reading.as_of);
        if care == Some(Care::LetGo) {
            continue;
        }
        if care.is_none() {
            ends.undecided.extend(undecided(reading, at, person, seen));
        }
        outside.extend(never_outside(reading, at, person));
        let is_warm = seen.standing.state == Some(State::Warm) && seen.standing.level >= 2;
        if is_warm && aimed.as_ref().is_some_and(|people| !people.contains(&person.id)) {
            let says = "Which of your aims is this for, or do you simply want to help?";
            ends.without_aim.push(end(person, seen.standing.last, says.to_owned()));
        }
    }
    outside.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    ends.never_outside = outside.into_iter().map(|(_, end)| end).collect();
    ends.undecided.sort_by(|a, b| (a.on, &a.name).cmp(&(b.on, &b.name)));
    ends
}

fn end(person: &Person, on: Option<Date>, says: String) -> LooseEnd {
    LooseEnd { person: person.id, name: person.name.clone(), on, says }
}

/// The people of open aims; none where there is no open aim. An experiment is for nobody.
fn aimed_at(reading: &Reading<'_>) -> Option<BTreeSet<PersonId>> {
    let aims = reading.book.facts.aims.iter();
    let open: Vec<_> = aims.filter(|a| a.is_open(reading.as_of) && !a.is_experiment()).collect();
    (!open.is_empty()).then(|| open.iter().flat_map(|a| a.people.iter().copied()).collect())
}

fn undecided(reading: &Reading<'_>, at: usize, person: &Person, seen: &Seen) -> Option<LooseEnd> {
    let met: Met = seen.met?;
    let on = met.on?;
    let days = days_between(on, reading.as_of);
    if days <= UNDECIDED_DAYS || days > OPENING_DAYS {
        return None;
    }
    let is_planned = reading.book.talks_at(at).iter().any(|t| t.on > reading.as_of)
        || reading.book.promises_of(person.id).any(|p| p.done_on.is_none());
    let is_followed = after_meeting(reading.book, at, met, reading.as_of).next().is_some();
    let says = format!("Met {days} days ago: see them again, keep it light, or let it go?");
    (!is_planned && !is_followed).then(|| end(person, Some(on), says))
}

fn never_outside(reading: &Reading<'_>, at: usize, person: &Person) -> Option<(usize, LooseEnd)> {
    let in_period = |on: Date| reading.from <= on && on <= reading.as_of;
    let times = reading.book.meetings_at(at).filter(|m| in_period(m.on));
    let (count, last) = times.fold((0, None), |(n, _), m| (n + 1, Some(m.on)));
    let mut talks = reading.book.talks_at(at).iter();
    let outside = talks.any(|t| in_period(t.on) && t.took_place(reading.as_of));
    let says = || {
        format!(
            "Seen {} at meetings in a year and never outside the room.",
            many(count, "time", "times")
        )
    };
    (count > 0 && !outside)
        .then(|| (usize::try_from(count).unwrap_or(usize::MAX), end(person, last, says())))
}
