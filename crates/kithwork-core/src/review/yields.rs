//! What came of so many meetings, and what nothing still allows (rows 36, 50 and 63): a bound, and
//! never a verdict.

use super::acts_of_help::introductions_of;
use super::reading::Reading;
use super::totals::number;
use crate::book::PassedOn;
use crate::facts::Direction;
use crate::models::garwood::garwood;
use crate::models::wilson::{as_f64, none_of_one_sided, none_of_two_sided, wilson};
use serde::Serialize;

/// How often one kind of occasion led to one kind of result, in the whole book.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Yield {
    /// The occasions: `meetings`, `one-to-ones`.
    pub occasions: &'static str,
    /// The results: `referrals`, `introductions`, `seen again`.
    pub results: &'static str,
    /// How many occasions.
    pub of: u64,
    /// How many results; may exceed the occasions.
    pub count: u64,
    /// The 95 % interval of results for one occasion: Wilson's where it is a share, Garwood's where one
    /// occasion may bring several.
    pub interval: Option<(f64, f64)>,
    /// Where nothing came of it: the chance an occasion may still have at most, one-sided 95 %.
    pub below_one_sided: Option<f64>,
    /// The same, two-sided (Clopper–Pearson).
    pub below_two_sided: Option<f64>,
}

pub(super) fn each(reading: &Reading<'_>) -> Vec<Yield> {
    let meetings = number(reading.meetings.iter());
    let talks = number(reading.given.iter().filter(|given| given.is_one_to_one));
    let referrals = number(reading.passed_on.iter());
    let from_talks = number(passed_on_by_sat_down(reading));
    let introduced = introductions_of(reading.book, reading.as_of);
    let of = |direction| number(introduced.iter().filter(|act| act.direction == direction));
    let (introductions, made) = (of(Direction::Received), of(Direction::Given));
    let (met, again) = seen_again(reading);
    let (people, sat_down, sources) = sources_met(reading);
    vec![
        yields("meetings", "referrals", meetings, referrals),
        yields("meetings", "introductions", meetings, introductions),
        yields("one-to-ones", "referrals", talks, from_talks),
        yields("one-to-ones", "introductions", talks, introductions),
        yields("one-to-ones", "introductions made", talks, made),
        yields("people met", "seen one to one", people, sat_down),
        yields("people seen one to one", "sources of referrals", met, sources),
        yields("people seen one to one", "seen again", met, again),
    ]
}

/// Work passed on by people one sat down with: one-to-ones lead to no other's.
pub(super) fn passed_on_by_sat_down<'a>(
    reading: &'a Reading<'_>,
) -> impl Iterator<Item = &'a PassedOn> {
    let is_sat_down =
        |one: &&PassedOn| reading.seen(one.by).is_some_and(|seen| !seen.one_to_one_days.is_empty());
    reading.passed_on.iter().filter(is_sat_down)
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

/// What is said of it while cases are few, on every face.
pub const FEW: &str = "So few cases say little yet, so the ranges are wide.";

/// People of the network, how many of them were sat down with, and how many of those referred.
fn sources_met(reading: &Reading<'_>) -> (u64, u64, u64) {
    let (mut people, mut sat_down, mut sources) = (0, 0, 0);
    for (at, _, seen) in reading.network() {
        let met = !seen.one_to_one_days.is_empty();
        people += 1;
        sat_down += u64::from(met);
        sources += u64::from(met && super::advocates::has_referred(reading, at));
    }
    (people, sat_down, sources)
}

fn yields(occasions: &'static str, results: &'static str, of: u64, count: u64) -> Yield {
    let nothing = count == 0 && of > 0;
    Yield {
        occasions,
        results,
        of,
        count,
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
