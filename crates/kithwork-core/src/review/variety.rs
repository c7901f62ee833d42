//! How varied the living network is: by line of business and by place (row 54). No other trait of
//! people is ever an axis.

use super::reading::Reading;
use crate::facts::Person;
use crate::ladder::State;
use crate::models::diversity::Diversity;
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
}

/// What is known of a person along one axis.
type Known = fn(&Person) -> Option<&str>;

/// The axes looked at, and where a person stands on them.
const AXES: [(&str, Known); 2] =
    [("sector", |p| p.sector.as_deref()), ("city", |p| p.city.as_deref())];

pub(super) fn each(reading: &Reading<'_>) -> Vec<Variety> {
    AXES.iter().map(|(axis, of)| variety(reading, axis, *of)).collect()
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
    Variety { axis, people, unknown, blau: spread.blau(), equal_kinds: spread.equal_kinds(), kinds }
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
    let is_living = |state: Option<State>| state.is_some_and(|s| s != State::Dormant);
    reading.network().filter(move |(_, _, s)| is_living(s.standing.state)).map(|(_, p, _)| p)
}
