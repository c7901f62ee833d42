//! People between two chairs: met and nothing decided (row 56), never seen outside the room (row 55),
//! linked to no aim (row 18).

use super::reading::{Reading, Seen};
use super::undecided::is_undecided;
use super::variety;
use crate::days::{ago, days_before, days_between};
use crate::facts::{Care, Person};
use crate::id::PersonId;
use crate::written::times;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// A first meeting may stay undecided for so long; days, judgement (row 56).
const UNDECIDED_DAYS: i32 = 14;

/// Somebody in one of the lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LooseEnd {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When they were met, or last seen.
    pub on: Option<Date>,
    /// How often they were seen, where that is why they stand here.
    pub times: Option<u64>,
    /// Why they stand here.
    pub says: String,
}

/// What waits for a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LooseEnds {
    /// Met more than 14 days ago, or on a day nobody noted, with nothing since, nothing planned and nothing
    /// decided: of those of [`Review::pull_back`](super::Review::pull_back).
    pub undecided: Vec<LooseEnd>,
    /// Seen in the period, and only in rooms; those seen most often first.
    pub never_outside: Vec<LooseEnd>,
    /// Seen only in rooms likewise, and first met too lately to stand there: within the days a one-to-one may take.
    pub too_recent: u64,
    /// In touch, and linked to no open aim; empty where there is no aim.
    pub without_aim: Vec<LooseEnd>,
}

pub(super) fn all(reading: &Reading<'_>) -> LooseEnds {
    let aimed = aimed_at(reading);
    let mut ends = LooseEnds::default();
    let mut outside: Vec<(u64, LooseEnd)> = Vec::new();
    for (at, person, seen) in reading.network().filter(|(_, p, _)| !p.do_not_contact) {
        let care = person.care_at(reading.as_of);
        if care == Some(Care::LetGo) {
            continue;
        }
        ends.undecided.extend(undecided(reading, at, person, seen));
        match only_seen_in_rooms(reading, at, seen) {
            Some(_) if is_recent(reading, at, seen) => ends.too_recent += 1,
            only => outside.extend(only.map(|only| seen_in_rooms(person, only))),
        }
        if variety::is_in_touch(seen)
            && aimed.as_ref().is_some_and(|people| !people.contains(&person.id))
        {
            let says = "Which of your aims is this for, or do you simply want to help?";
            ends.without_aim.push(end(person, seen.standing.last, None, says.to_owned()));
        }
    }
    outside.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    ends.never_outside = outside.into_iter().map(|(_, end)| end).collect();
    ends.undecided.sort_by(|a, b| (a.on, &a.name).cmp(&(b.on, &b.name)));
    ends
}

fn end(person: &Person, on: Option<Date>, times: Option<u64>, says: String) -> LooseEnd {
    LooseEnd { person: person.id, name: person.name.clone(), on, times, says }
}

/// The people of open aims; none where there is no open aim. An experiment is for nobody.
fn aimed_at(reading: &Reading<'_>) -> Option<BTreeSet<PersonId>> {
    let aims = reading.book.facts.aims.iter();
    let open: Vec<_> = aims.filter(|a| a.is_open(reading.as_of) && !a.is_experiment()).collect();
    (!open.is_empty()).then(|| open.iter().flat_map(|a| a.people.iter().copied()).collect())
}

fn undecided(reading: &Reading<'_>, at: usize, person: &Person, seen: &Seen) -> Option<LooseEnd> {
    let on = seen.met?.on;
    let days = on.map(|on| days_between(on, reading.as_of));
    let is_due = days.is_none_or(|days| days > UNDECIDED_DAYS)
        && is_undecided(reading.book, at, reading.as_of, &reading.params.funnel);
    let met = match on {
        None => "Met on a day nobody noted".to_owned(),
        Some(on) => format!("Met {}", ago(on, reading.as_of)),
    };
    let says = format!("{met}: see them again, keep it light, or let it go?");
    is_due.then(|| end(person, on, None, says))
}

/// Whoever was seen in the period in rooms and nowhere else, and is neither let go nor opposed to contact.
pub(super) fn only_in_rooms<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = &'r Person> {
    let people = reading.network().filter(|(_, p, _)| !p.do_not_contact);
    let kept = people.filter(|(_, p, _)| p.care_at(reading.as_of) != Some(Care::LetGo));
    let only = kept.filter(|(at, _, seen)| {
        only_seen_in_rooms(reading, *at, seen).is_some() && !is_recent(reading, *at, seen)
    });
    only.map(|(_, person, _)| person)
}

/// The day on which somebody was first seen in a room, within the period, where no meeting names them there by then.
/// Which room it was must be said: one told by a meeting was that meeting.
pub(super) fn met_unlisted(reading: &Reading<'_>, at: usize, seen: &Seen) -> Option<Date> {
    let said = reading.book.facts.people.get(at).is_some_and(|person| person.met_at.is_some());
    let on = seen.met.filter(|met| said && met.room.is_some())?.on?;
    let is_listed = || reading.book.meetings_at(at).any(|m| m.on <= on);
    (reading.from <= on && on <= reading.as_of && !is_listed()).then_some(on)
}

/// Whom one has just met may still be seen outside in good time.
fn is_recent(reading: &Reading<'_>, at: usize, seen: &Seen) -> bool {
    let due = days_before(reading.as_of, reading.params.funnel.one_to_one_days);
    let listed = reading.book.meetings_at(at).map(|m| m.on);
    listed.chain(seen.met.and_then(|met| met.on)).min().is_some_and(|first| first > due)
}

/// How often somebody was seen in rooms in the period, and when last; none where also, or only, elsewhere.
fn only_seen_in_rooms(reading: &Reading<'_>, at: usize, seen: &Seen) -> Option<(u64, Date)> {
    let in_period = |on: Date| reading.from <= on && on <= reading.as_of;
    let listed = reading.book.meetings_at(at).map(|m| m.on).filter(|on| in_period(*on));
    let days: Vec<Date> = listed.chain(met_unlisted(reading, at, seen)).collect();
    let last = days.iter().copied().max()?;
    let mut talks = reading.book.talks_at(at).iter();
    let outside = talks.any(|t| in_period(t.on) && t.took_place(reading.as_of));
    (!outside).then_some((days.len() as u64, last))
}

fn seen_in_rooms(person: &Person, (count, last): (u64, Date)) -> (u64, LooseEnd) {
    let often = times(count);
    let says = format!("Seen {often} at meetings in a year and never outside the room.");
    (count, end(person, Some(last), Some(count), says))
}
