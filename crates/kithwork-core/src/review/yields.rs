//! What came of so many meetings, and what nothing still allows (rows 36, 50 and 63): a bound, and
//! never a verdict.

use super::acts_of_help::introductions_with;
use super::reading::{Reading, Seen};
use super::totals::number;
use crate::facts::{Direction, Locale};
use crate::id::{FactId, PersonId};
use crate::models::garwood::garwood;
use crate::models::wilson::{as_f64, none_of_one_sided, none_of_two_sided, wilson};
use crate::written;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// How often one kind of occasion led to one kind of result, in the whole book.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Yield {
    /// The occasions: `meetings`, `one-to-ones`.
    pub occasions: &'static str,
    /// The results: `referrals`, `introductions`, `seen again`.
    pub results: &'static str,
    /// How many occasions.
    pub of: u64,
    /// How many results since the first such occasion, with that person where it is one with a person; may exceed
    /// the occasions.
    pub count: u64,
    /// Results of which nobody noted the day: whether they came since is not known, so they count nowhere above.
    pub undated: u64,
    /// The 95 % interval of results for one occasion: Wilson's where it is a share, Garwood's where one
    /// occasion may bring several.
    pub interval: Option<(f64, f64)>,
    /// Where nothing came of it: the chance an occasion may still have at most, one-sided 95 %.
    pub below_one_sided: Option<f64>,
    /// The same, two-sided (Clopper–Pearson).
    pub below_two_sided: Option<f64>,
}

/// What counts as a referral wherever referrals are counted, on every face.
pub const PASSED_ON: &str = "Referrals are work passed on to you: each that is noted, and each client first won through somebody of whom none is.";

impl Yield {
    /// Of what, as people call it.
    pub fn from_what(&self) -> &'static str {
        // Whoever is known from a list counts too, met or not.
        if self.occasions == "people met" { "people you know" } else { self.occasions }
    }

    /// What came, as people call it: being seen again at a meeting is not meant.
    pub fn came(&self) -> &'static str {
        if self.results == "seen again" { "seen one to one again" } else { self.results }
    }

    /// How often, with what was counted: `15 from 121 meetings`, `15 of 66 people`; and what bears no day.
    pub fn told(&self) -> String {
        let number = |n| written::number(Locale::EnGb, n);
        let (by, one, more) = match self.occasions {
            "meetings" => ("from", "meeting", "meetings"),
            "one-to-ones" => ("from", "one-to-one", "one-to-ones"),
            _ => ("of", "person", "people"),
        };
        let unit = if self.of == 1 { one } else { more };
        let told = format!("{} {by} {} {unit}", number(self.count), number(self.of));
        match self.undated {
            0 => told,
            undated => format!("{told}, and {} without a day", number(undated)),
        }
    }
}

pub(super) fn each(reading: &Reading<'_>) -> Vec<Yield> {
    let meetings = number(reading.meetings.iter());
    let talks = number(reading.given.iter().filter(|given| given.is_one_to_one));
    let met_first = reading.meetings.first().map(|m| m.on);
    let in_rooms = |_: PersonId| met_first;
    let sat_down = |person: PersonId| reading.seen(person).and_then(sat_down_first);
    let [received, made] = introductions(reading);
    let referrals = || passed_on(reading);
    let (met, again) = seen_again(reading);
    let (people, seen_alone) = sat_down_with(reading);
    vec![
        yields("meetings", "referrals", meetings, Came::since(referrals(), in_rooms)),
        yields("meetings", "introductions", meetings, Came::since(received.clone(), in_rooms)),
        yields("one-to-ones", "referrals", talks, Came::since(referrals(), sat_down)),
        yields("one-to-ones", "introductions", talks, Came::since(received, sat_down)),
        yields("one-to-ones", "introductions made", talks, Came::since(made, sat_down)),
        yields("people met", "seen one to one", people, Came::dated(seen_alone)),
        yields("people seen one to one", "sources of referrals", met, sources(reading)),
        yields("people seen one to one", "seen again", met, Came::dated(again)),
    ]
}

/// Results that came since an occasion, and those of which nobody can tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Came {
    pub(super) since: u64,
    pub(super) undated: u64,
}

/// What came, when, and with whom.
type Result = (FactId, Option<Date>, PersonId);

impl Came {
    fn dated(since: u64) -> Self {
        Self { since, undated: 0 }
    }

    /// Each once: with whichever of its people it came since the first occasion; what came before it came of
    /// something else.
    fn since(
        results: impl IntoIterator<Item = Result>,
        first: impl Fn(PersonId) -> Option<Date>,
    ) -> Self {
        let (mut since, mut undated) = (BTreeSet::new(), BTreeSet::new());
        for (fact, on, person) in results {
            match (first(person), on) {
                (Some(first), Some(on)) if first <= on => since.insert(fact),
                (Some(_), None) => undated.insert(fact),
                (Some(_), Some(_)) | (None, _) => false,
            };
        }
        Self { since: number(since.iter()), undated: number(undated.iter()) }
    }

    /// Whether nothing can have come.
    pub(super) fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// Work passed on by people one sat down with, since the first time: one-to-ones lead to no other's.
pub(super) fn passed_on_since_sat_down(reading: &Reading<'_>) -> Came {
    Came::since(passed_on(reading), |person| reading.seen(person).and_then(sat_down_first))
}

fn passed_on(reading: &Reading<'_>) -> impl Iterator<Item = Result> {
    reading.passed_on.iter().map(|one| (one.fact, one.on, one.by))
}

/// Introductions to the owner, and those by the owner: one of these is told with both people.
fn introductions(reading: &Reading<'_>) -> [Vec<Result>; 2] {
    let all = introductions_with(reading.book, reading.as_of);
    [Direction::Received, Direction::Given].map(|direction| {
        let of = all.iter().filter(|act| act.direction == direction);
        of.map(|act| (act.fact, act.on, act.person)).collect()
    })
}

fn sat_down_first(seen: &Seen) -> Option<Date> {
    seen.one_to_one_days.first().copied()
}

/// People sat down with, and how many of them on a second day.
pub(super) fn seen_again(reading: &Reading<'_>) -> (u64, u64) {
    let (mut met, mut again) = (0, 0);
    for (_, _, seen) in reading.network() {
        let days = &seen.one_to_one_days;
        met += u64::from(!days.is_empty());
        again += u64::from(days.len() > 1);
    }
    (met, again)
}

/// So many cases are not few; judgement.
const MANY: u64 = 100;

/// What is said of it in a small book while cases are few, on every face; none where they are not.
pub fn few(yields: &[Yield]) -> Option<&'static str> {
    let are_few = yields.iter().all(|of| of.of < MANY);
    are_few.then_some("So few cases say little yet, so the ranges are wide.")
}

/// People of the network, and how many of them were sat down with.
fn sat_down_with(reading: &Reading<'_>) -> (u64, u64) {
    let people = number(reading.network());
    (people, number(reading.network().filter(|(_, _, seen)| sat_down_first(seen).is_some())))
}

/// Of those sat down with, who has passed work on since, and of whom that is not known for want of a day.
fn sources(reading: &Reading<'_>) -> Came {
    let (mut since, mut undated) = (0, 0);
    for (at, _, seen) in reading.network() {
        let Some(first) = sat_down_first(seen) else { continue };
        let passed_on = reading.book.passed_on_at(at, reading.as_of);
        if passed_on.iter().any(|one| one.on.is_some_and(|on| first <= on)) {
            since += 1;
        } else if passed_on.iter().any(|one| one.on.is_none()) {
            undated += 1;
        }
    }
    Came { since, undated }
}

fn yields(occasions: &'static str, results: &'static str, of: u64, came: Came) -> Yield {
    let nothing = came.is_nothing() && of > 0;
    let count = came.since;
    Yield {
        occasions,
        results,
        of,
        count,
        undated: came.undated,
        interval: interval(of, count),
        below_one_sided: nothing.then(|| none_of_one_sided(of, 0.95)),
        below_two_sided: nothing.then(|| none_of_two_sided(of, 0.95)),
    }
}

fn interval(of: u64, count: u64) -> Option<(f64, f64)> {
    let (low, high) = garwood(count, 0.95);
    let rate = || (of > 0).then(|| (low / as_f64(of), high / as_f64(of)));
    wilson(count, of, 0.95).or_else(rate)
}
