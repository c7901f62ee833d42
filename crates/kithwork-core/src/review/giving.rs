//! Giving, asking and what comes back: for the owner's own eyes, and never a debt (rows 24 and 61).

use super::acts_of_help::{ActOfHelp, acts_of_help};
use super::reading::Reading;
use super::words::{many, of_share_widely, per_cent};
use crate::book::Book;
use crate::days::{days_between, weeks_between};
use crate::facts::{Direction, Help};
use crate::id::PersonId;
use crate::models::kaplan_meier::{Case, at, curve};
use crate::models::wilson::{as_f64, wilson};
use crate::written::times;
use jiff::civil::Date;
use serde::Serialize;

/// Below so many asks and offers together nothing is said; judgement (row 24).
const LEAST: u64 = 6;
/// Giving at least this share is no question; judgement (§4 F12).
const GIVES_ENOUGH: f64 = 0.4;
/// Help takes half a year to come back, if it does; weeks, judgement (row 61).
const MATURE_WEEKS: f64 = 26.0;

/// Asks beside gifts in the period.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Balance {
    /// Help received that the owner had asked for.
    pub asked: u64,
    /// Help given.
    pub gave: u64,
    /// The share of giving, (g + 1)/(g + a + 2); none under six in all.
    pub share: Option<f64>,
    /// Its interval at 80 %.
    pub interval: Option<(f64, f64)>,
    /// A gentle word; empty where there is none to say.
    pub says: String,
}

/// The owner's asks and gifts of the period.
pub(super) fn balance(reading: &Reading<'_>) -> Balance {
    let in_period = |h: &&Help| h.on.is_none_or(|on| reading.from <= on && on <= reading.as_of);
    let (mut asked, mut gave) = (0_u64, 0_u64);
    for help in reading.book.facts.help.iter().filter(in_period) {
        match help.direction {
            Direction::Given => gave += 1,
            Direction::Received => asked += u64::from(help.asked == Some(true)),
        }
    }
    let of = asked + gave;
    let interval = wilson(gave, of, reading.params.findings.confidence).filter(|_| of >= LEAST);
    let share = (of >= LEAST).then(|| as_f64(gave + 1) / as_f64(of + 2));
    let says = match interval {
        Some((_, high)) if high < GIVES_ENOUGH => format!(
            "You asked {} and gave {} in the last year. Only you see this: whom could you help this week?",
            times(asked),
            times(gave)
        ),
        _ => String::new(),
    };
    Balance { asked, gave, share, interval, says }
}

/// Whether it is too early to look for help back from somebody who was helped: nothing came, and the first help is
/// less than half a year ago (row 61).
pub fn is_early_for_help(book: &Book, person: PersonId, as_of: Date) -> bool {
    let known = acts_of_help(book, as_of).into_iter().filter(|act| act.person == person);
    let (given, received): (Vec<ActOfHelp>, Vec<ActOfHelp>) =
        known.partition(|act| act.direction == Direction::Given);
    let first = given.iter().filter_map(|help| help.on).min();
    received.is_empty() && first.is_some_and(|on| weeks_between(on, as_of) < MATURE_WEEKS)
}

/// From the first help given to somebody until their first help back.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct HelpCurve {
    /// People helped.
    pub people: u64,
    /// Of these, who helped in return since.
    pub returned: u64,
    /// Weeks and the share that had helped by then, with its interval (Kaplan–Meier).
    pub points: Vec<HelpPoint>,
    /// Whether it can be said at all: most were helped half a year ago, or some helped back.
    pub mature: bool,
    /// In plain words.
    pub says: String,
}

/// One point of the curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HelpPoint {
    /// Weeks after the first help given.
    pub weeks: f64,
    /// The share that had helped back by then, 0..=1.
    pub share: f64,
    /// Its 95 % interval; none where nobody or everybody had.
    pub interval: Option<(f64, f64)>,
}

/// The curve over everybody helped.
pub(super) fn curve_of_help(reading: &Reading<'_>) -> HelpCurve {
    let cases: Vec<Case> =
        reading.network().filter_map(|(person, _, _)| returned(reading, person)).collect();
    let people = cases.len() as u64;
    let back = cases.iter().filter(|c| c.happened).count() as u64;
    let curve = curve(&cases);
    let points = [4.0, 13.0, 26.0, 52.0].into_iter().filter_map(|weeks| {
        let point = at(&curve, weeks)?;
        let interval = point.interval(0.95).map(|(low, high)| (1.0 - high, 1.0 - low));
        Some(HelpPoint { weeks, share: 1.0 - point.survival, interval })
    });
    let points: Vec<HelpPoint> = points.collect();
    let longest = cases.iter().map(|c| c.time).fold(0.0, f64::max);
    let old = cases.iter().filter(|c| c.time >= MATURE_WEEKS).count() as u64;
    let mature = people > 0 && (back > 0 || old * 2 > people);
    let says = match (people, mature) {
        (0, _) => String::new(),
        (_, false) => {
            let helped = many(people, "person", "people");
            format!("Too early: you helped {helped}, and help takes half a year to come round.")
        }
        (1, true) if back == 0 => "The one person you helped has not helped you since.".to_owned(),
        (1, true) => "The one person you helped has helped you since.".to_owned(),
        (_, true) => {
            let have = if back == 1 { "has" } else { "have" };
            let since = how_soon(&points, longest).unwrap_or_default();
            format!("Of {people} people you helped, {back} {have} helped you since.{since}")
        }
    };
    HelpCurve { people, returned: back, points, mature, says }
}

/// The share that had helped back after as long as one can look, half a year at most, with its interval.
/// Whoever was helped lately is counted in as waiting.
fn how_soon(points: &[HelpPoint], longest: f64) -> Option<String> {
    let looked_at = [(26.0, "half a year"), (13.0, "three months"), (4.0, "four weeks")];
    let (weeks, span) = looked_at.into_iter().find(|(weeks, _)| *weeks <= longest)?;
    let point = points.iter().find(|point| (point.weeks - weeks).abs() < 0.5)?;
    let likely = point.interval.map(of_share_widely).unwrap_or_default();
    Some(format!(" Within {span} it was {}{likely}.", per_cent(point.share)))
}

/// How long after the first help given the first came back; none where nothing dated was given.
fn returned(reading: &Reading<'_>, person: usize) -> Option<Case> {
    let seen = |h: &&Help| h.on.is_some_and(|on| on <= reading.as_of);
    let of = |direction| {
        let helps = reading.book.help_at(person).filter(seen);
        helps.filter(move |h| h.direction == direction).filter_map(|h| h.on)
    };
    let given = of(Direction::Given).next()?;
    let passed_on = reading.book.passed_on_at(person, reading.as_of);
    let passed_on = passed_on.iter().filter_map(|one| one.on);
    let back = of(Direction::Received).chain(passed_on).filter(|&on| on > given).min();
    let days = days_between(given, back.unwrap_or(reading.as_of));
    Some(Case { time: f64::from(days.max(0)) / 7.0, happened: back.is_some() })
}
