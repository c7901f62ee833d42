//! F8 where the owner said whom they want to meet: how many of a room's people those are (row 40).

use super::share::{Beyond, Share};
use super::{Basis, Finding, State};
use crate::facts::Person;
use crate::id::FactId;
use crate::matching::{Term, terms};
use crate::models::wilson::at_least_by_chance;
use crate::params::Line;
use crate::review::reading::Reading;
use crate::review::words::many;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer than so many of a room's people being those one wants to meet is too few; judgement.
const LEAST_SHARE: f64 = 0.1;

/// What one room holds.
struct Room {
    at: usize,
    fitting: u64,
    people: Vec<FactId>,
}

impl Room {
    fn by_chance(&self) -> f64 {
        1.0 - at_least_by_chance(self.fitting, self.people.len() as u64, LEAST_SHARE)
    }
}

/// How far those of one room are the people whom the owner wants to meet, or serve them (row 40).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fit {
    /// Those of the room who are, or serve them.
    pub fitting: u64,
    /// All who were met or talked to there.
    pub of: u64,
    /// The interval of the share, 0..=1.
    pub interval: Option<(f64, f64)>,
    /// Seen where they are too few, not seen where they are enough; too few people to say otherwise.
    pub state: State,
    /// In plain words, with what would decide.
    pub says: String,
}

impl From<Finding> for Fit {
    fn from(finding: Finding) -> Self {
        Self {
            fitting: finding.numerator.unwrap_or_default(),
            of: finding.denominator.unwrap_or_default(),
            interval: finding.low.zip(finding.high),
            state: finding.state,
            says: finding.says,
        }
    }
}

/// The room that fits worst; none where the owner never said whom they want to meet.
pub(super) fn find(reading: &Reading<'_>) -> Option<Finding> {
    let least = reading.params.findings.wrong_rooms.least;
    let rooms = rooms(reading);
    let judged = rooms.iter().filter(|room| room.people.len() as u64 >= least);
    let worst = judged.min_by(|a, b| a.by_chance().total_cmp(&b.by_chance()).then(a.at.cmp(&b.at)));
    let worst = worst.or_else(|| rooms.iter().max_by_key(|room| (room.people.len(), room.at)))?;
    Some(judge(reading, worst, least))
}

/// Each room in which somebody was met, by its place in the book; none where the owner never said whom they
/// want to meet.
pub(in crate::review) fn fits(reading: &Reading<'_>) -> BTreeMap<usize, Fit> {
    let least = reading.params.findings.wrong_rooms.least;
    let rooms = rooms(reading);
    rooms.iter().map(|room| (room.at, judge(reading, room, least).into())).collect()
}

/// What the owner wants to meet, as terms.
fn wanted(reading: &Reading<'_>) -> BTreeSet<Term> {
    let settings = reading.book.facts.settings.first();
    settings.iter().flat_map(|s| &s.targets).flat_map(|text| terms(text)).collect()
}

/// Everybody met or talked to in each room, and how many of them are wanted; no room where nobody is.
fn rooms(reading: &Reading<'_>) -> Vec<Room> {
    let wanted = wanted(reading);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut met: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); reading.book.facts.rooms.len()];
    for (at, _, seen) in reading.network() {
        if let Some(people) = seen.met.and_then(|m| m.room).and_then(|room| met.get_mut(room)) {
            people.insert(at);
        }
    }
    for meeting in reading.meetings {
        let Some(room) = reading.book.room_index(meeting.room) else { continue };
        let Some(people) = met.get_mut(room) else { continue };
        people.extend(meeting.people.iter().filter_map(|&p| reading.book.person_index(p)));
    }
    let of = |(at, met): (usize, BTreeSet<usize>)| {
        let people: Vec<&Person> =
            met.iter().filter_map(|&p| reading.book.facts.people.get(p)).collect();
        let fitting = people.iter().filter(|p| is_wanted(p, &wanted)).count() as u64;
        Room { at, fitting, people: people.iter().map(|p| p.id.into()).collect() }
    };
    met.into_iter().enumerate().filter(|(_, met)| !met.is_empty()).map(of).collect()
}

/// Whether somebody is of the kind, or serves them and so could introduce.
fn is_wanted(person: &Person, wanted: &BTreeSet<Term>) -> bool {
    let said = [&person.sector, &person.what_they_do, &person.role, &person.who_they_serve];
    said.into_iter().flatten().any(|text| terms(text).iter().any(|term| wanted.contains(term)))
}

fn judge(reading: &Reading<'_>, room: &Room, least: u64) -> Finding {
    let name = reading.room(room.at).map_or("this room", |r| r.name.as_str());
    let of = room.people.len() as u64;
    let finding = Share {
        code: "wrong-rooms",
        line: Line { threshold: LEAST_SHARE, least },
        beyond: Beyond::Below,
        numerator: room.fitting,
        denominator: of,
        facts: room.people.clone(),
        cases: ["person met there", "people met there"],
        says: format!(
            "{name}: {} of {}.",
            room.fitting,
            many(
                of,
                "person met there is one you want to meet, or serves them",
                "people met there are those you want to meet, or serve them"
            )
        ),
        against: "Somebody quite different may know whom you look for.",
        try_next: "Visit one other group in which the people you want to meet sit.",
    }
    .judge(&reading.params.findings);
    Finding { basis: Basis::WhoIsThere, ..finding }
}
