//! How varied the living network is: by line of business and by place (row 54). No other trait of
//! people is ever an axis.

use super::reading::{Reading, Seen};
use super::words::many;
use crate::facts::{Cadence, Person, Room};
use crate::ladder::State;
use crate::models::diversity::Diversity;
use crate::models::wilson::as_f64;
use serde::Serialize;
use std::collections::BTreeMap;

/// How varied the people one is in touch with are, along one axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Variety {
    /// `sector` or `city`.
    pub axis: &'static str,
    /// People in touch of whom it is known.
    pub people: u64,
    /// People in touch of whom it is not known.
    pub unknown: u64,
    /// Blau's index, 0..1.
    pub blau: f64,
    /// It behaves like so many equal kinds (exp H).
    pub equal_kinds: f64,
    /// Each kind with its people, largest first.
    pub kinds: Vec<(String, u64)>,
    /// As so many equal kinds the owner aims to be; none where that is no aim.
    pub aim: Option<u32>,
    /// Whether they are enough for a figure: as many as the finding on a narrow network needs.
    pub is_enough: bool,
}

/// People of a room whose line of business is known, below which nothing is told of who is met there; judgement.
const LEAST_MET: u64 = 3;
/// The line of business is the axis that an aim is set for.
const OF_AIM: &str = "sector";

/// As varied as so many equal lines of business the owner aims to be; the furthest of several aims.
pub(super) fn aim(reading: &Reading<'_>) -> Option<u32> {
    let aims = reading.book.facts.aims.iter().filter(|aim| aim.is_open(reading.as_of));
    aims.filter_map(|aim| aim.as_varied_as).max()
}

/// Where the owner stands beside an aim, and where people of other lines are to be met while it isn't reached.
pub(super) fn stands(reading: &Reading<'_>, aim: u32) -> String {
    let now = of_lines(reading);
    if now.people == 0 {
        return "The line of business of nobody you are in touch with is known yet.".to_owned();
    }
    let people = many(now.people, "person whose line is known", "people whose line is known");
    let says = if now.is_enough {
        let varied = format!("as varied as {:.1} equal lines of business", now.equal_kinds);
        format!("You are in touch with {people}, {varied}; you aim at {aim}.")
    } else {
        let lines = many(now.kinds.len() as u64, "line", "lines");
        format!(
            "You are in touch with {people}, in {lines}: too few to say how varied that is. You aim at {aim}."
        )
    };
    let widens = widens(reading, &now).filter(|_| now.equal_kinds < f64::from(aim));
    [says].into_iter().chain(widens).collect::<Vec<_>>().join(" ")
}

/// The room in which most of those met are of another line of business than the largest, where that is more than among
/// all; none where too little is known. `now` is how varied the lines of business are.
pub(super) fn widens(reading: &Reading<'_>, now: &Variety) -> Option<String> {
    let (largest, people) = now.kinds.first()?;
    let usual = 1.0 - as_f64(*people) / as_f64(now.people);
    let mut rooms: BTreeMap<usize, (u64, u64)> = BTreeMap::new();
    for (_, person, seen) in reading.network() {
        let room = seen.met.and_then(|met| met.room);
        let line = person.sector.as_deref().map(str::trim).filter(|line| !line.is_empty());
        let Some((room, line)) = room.zip(line) else { continue };
        let (other, all) = rooms.entry(room).or_default();
        *other += u64::from(line.to_lowercase() != largest.to_lowercase());
        *all += 1;
    }
    let is_open = |at: usize| reading.room(at).is_some_and(|room| meets_again(reading, room));
    let share = |&(other, all): &(u64, u64)| as_f64(other) / as_f64(all);
    let known = rooms.into_iter().filter(|(at, (_, all))| *all >= LEAST_MET && is_open(*at));
    let (at, of) = known.max_by(|a, b| share(&a.1).total_cmp(&share(&b.1)).then(b.0.cmp(&a.0)))?;
    (share(&of) > usual).then_some(())?;
    let name = &reading.room(at)?.name;
    Some(format!(
        "At {name} {} of {} you met are of another line than {largest}: go there first.",
        of.0, of.1
    ))
}

/// Whether the owner can go there again: it isn't left, and it meets more than once or is still to come.
fn meets_again(reading: &Reading<'_>, room: &Room) -> bool {
    let mut meetings = reading.book.facts.meetings.iter().filter(|m| m.room == room.id);
    let is_over = room.cadence == Some(Cadence::Once) && meetings.all(|m| m.on <= reading.as_of);
    room.left_on.is_none() && !is_over
}

/// What is known of a person along one axis.
type Known = fn(&Person) -> Option<&str>;

/// By line of business and by place.
pub(super) fn each(reading: &Reading<'_>) -> Vec<Variety> {
    vec![of_lines(reading), variety(reading, "city", |p| p.city.as_deref())]
}

/// By line of business.
pub(super) fn of_lines(reading: &Reading<'_>) -> Variety {
    variety(reading, OF_AIM, |p| p.sector.as_deref())
}

fn variety(reading: &Reading<'_>, axis: &'static str, of: Known) -> Variety {
    let mut kinds: BTreeMap<String, Kind<'_>> = BTreeMap::new();
    let mut unknown = 0;
    for person in in_touch(reading) {
        match of(person).map(str::trim).filter(|kind| !kind.is_empty()) {
            Some(kind) => kinds.entry(kind.to_lowercase()).or_default().add(kind),
            None => unknown += 1,
        }
    }
    let mut kinds: Vec<(String, u64)> =
        kinds.into_values().map(|kind| (kind.name(), kind.people())).collect();
    let spread = Diversity::of(kinds.iter().map(|(_, people)| *people));
    let people = kinds.iter().map(|(_, people)| people).sum();
    kinds.sort_by_key(|(kind, n)| (std::cmp::Reverse(*n), kind.clone()));
    Variety {
        axis,
        people,
        unknown,
        blau: spread.blau(),
        equal_kinds: spread.equal_kinds(),
        kinds,
        aim: aim(reading).filter(|_| axis == OF_AIM),
        is_enough: people >= reading.params.findings.narrow_network.least,
    }
}

/// One kind, by the ways in which it was written.
#[derive(Default)]
struct Kind<'a> {
    written: BTreeMap<&'a str, u64>,
}

impl<'a> Kind<'a> {
    fn add(&mut self, written: &'a str) {
        *self.written.entry(written).or_default() += 1;
    }

    fn people(&self) -> u64 {
        self.written.values().sum()
    }

    /// As it was written most often; of two as often the first by the alphabet.
    fn name(&self) -> String {
        let most = self.written.iter().max_by_key(|&(name, n)| (*n, std::cmp::Reverse(name)));
        most.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
    }
}

/// The people of the network who are not dormant and with whom there ever was contact.
pub(super) fn in_touch<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = &'a Person> {
    reading.network().filter(|(_, _, seen)| is_in_touch(seen)).map(|(_, p, _)| p)
}

/// Whether there was contact, and it is not dormant: what the pages call in touch.
pub(super) fn is_in_touch(seen: &Seen) -> bool {
    seen.standing.state.is_some_and(|state| state != State::Dormant)
}
