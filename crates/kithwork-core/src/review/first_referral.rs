//! How long until somebody one sat down with refers for the first time, and who may never (§3.5, row 38).

use super::reading::Reading;
use super::time::counted;
use super::words::{from_to, many, per_cent};
use crate::days::days_between;
use crate::explanation::{Explanation, Input, Origin};
use crate::id::FactId;
use crate::models::first_referral::{FirstReferrals, LEAST_FOR_CURVE, LEAST_FOR_NEVER, Usual};
use crate::models::kaplan_meier::{Case, Point};
use crate::models::wilson::as_f64;
use jiff::civil::Date;
use serde::Serialize;

/// Weeks after the first one-to-one that are looked at.
const HORIZONS: [f64; 3] = [26.0, 52.0, 104.0];

/// People sat down with, from the first one-to-one until they first referred the owner.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FirstReferral {
    /// People sat down with.
    pub people: u64,
    /// Of these, who have referred the owner since.
    pub referred: u64,
    /// The week by which half have; none where that is not reached or not known.
    pub median_weeks: Option<f64>,
    /// The share to be expected to have referred by some weeks.
    pub by: Vec<By>,
    /// The share that ever refers, once enough have to tell.
    pub ever: Option<f64>,
    /// Whether the owner's own people say so; else what is usual and the counts.
    pub learned: bool,
    /// In plain words.
    pub says: String,
    /// How it came about.
    pub explanation: Explanation,
}

/// The share that has referred so many weeks after a first one-to-one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct By {
    /// Weeks since the first one-to-one.
    pub weeks: f64,
    /// Low end of the interval, 0..=1.
    pub low: f64,
    /// The share, 0..=1.
    pub share: f64,
    /// High end.
    pub high: f64,
}

/// None where nobody was ever sat down with.
pub(super) fn of(reading: &Reading<'_>) -> Option<FirstReferral> {
    let (mut cases, mut facts) = (Vec::new(), Vec::new());
    for (at, _, seen) in reading.network() {
        let Some(&first) = seen.one_to_one_days.first() else { continue };
        let referral = first_referral(reading, at, first);
        facts.extend(referral);
        cases.push(case(reading, first, referral.map(|(on, _)| on)));
    }
    if cases.is_empty() {
        return None;
    }
    facts.sort_unstable();
    let seen = FirstReferrals::of(cases);
    Some(told(reading, &seen, facts.into_iter().map(|(_, id)| id).collect()))
}

/// The first referral from somebody since the first one-to-one with them.
fn first_referral(reading: &Reading<'_>, at: usize, since: Date) -> Option<(Date, FactId)> {
    let passed_on = reading.book.passed_on_at(at, reading.as_of);
    passed_on.iter().find_map(|one| Some((one.on.filter(|&on| on >= since)?, one.fact)))
}

fn case(reading: &Reading<'_>, first: Date, referred: Option<Date>) -> Case {
    let until = referred.unwrap_or(reading.as_of);
    Case { time: f64::from(days_between(first, until)) / 7.0, happened: referred.is_some() }
}

fn told(reading: &Reading<'_>, seen: &FirstReferrals, facts: Vec<FactId>) -> FirstReferral {
    let confidence = reading.params.findings.confidence;
    let usual = Usual::default();
    let curve = seen.curve().ok();
    let by: Vec<By> = match &curve {
        Some(curve) => {
            HORIZONS.iter().filter_map(|&weeks| on_curve(curve, weeks, confidence)).collect()
        }
        None => HORIZONS.iter().map(|&weeks| expected(seen, weeks, confidence, usual)).collect(),
    };
    let (people, referred) = (seen.watched(), seen.referred());
    let learned = curve.is_some();
    FirstReferral {
        people,
        referred,
        median_weeks: seen.median().ok().flatten(),
        ever: seen.ever(usual).ok().map(|ever| ever.share),
        says: says(people, referred, &by, learned),
        explanation: explanation(people, referred, usual, learned, confidence, facts),
        by,
        learned,
    }
}

/// What the owner's own people show by then; none beyond the longest anybody was watched.
fn on_curve(curve: &[Point], weeks: f64, confidence: f64) -> Option<By> {
    let last = curve.iter().rev().find(|point| point.time <= weeks)?;
    let is_watched = curve.iter().any(|p| p.time >= weeks) || last.at_risk > last.happened;
    let (low, high) = last.interval(confidence)?;
    is_watched.then_some(By { weeks, low: 1.0 - high, share: 1.0 - last.survival, high: 1.0 - low })
}

fn expected(seen: &FirstReferrals, weeks: f64, confidence: f64, usual: Usual) -> By {
    let range = seen.by(weeks, confidence, usual);
    By { weeks, low: range.low, share: range.middle, high: range.high }
}

fn says(people: u64, referred: u64, by: &[By], learned: bool) -> String {
    let counts = format!(
        "Of {} you sat down with, {} referred you since.",
        many(people, "person", "people"),
        many(referred, "has", "have")
    );
    let Some(year) = by.iter().find(|b| b.weeks >= 52.0).or(by.last()) else { return counts };
    let basis = if learned { "as your own book shows" } else { "as a rule of thumb" };
    format!(
        "{counts} Within {:.0} weeks of a first one-to-one {} do, likely {}, {basis}.",
        year.weeks,
        per_cent(year.share),
        from_to((year.low, year.high))
    )
}

fn explanation(
    people: u64,
    referred: u64,
    usual: Usual,
    learned: bool,
    confidence: f64,
    facts: Vec<FactId>,
) -> Explanation {
    let judged = |name, value, unit| Input::of(name, value, unit, Origin::Judgement);
    let mut inputs = vec![
        counted("people sat down with", as_f64(people), "people"),
        counted("who have referred", as_f64(referred), "people"),
        judged("confidence of the interval", confidence, "share"),
    ];
    if !learned {
        inputs.push(judged("who ever refer, of ten", usual.ever.yes, "people"));
        inputs.push(judged("shape of the wait for a first referral", usual.weeks.shape, "1"));
        inputs.push(judged("scale of the wait for a first referral", usual.weeks.scale, "weeks"));
    }
    let missing = LEAST_FOR_CURVE.saturating_sub(referred);
    Explanation {
        formula: if learned { "kaplan-meier" } else { "share-that-ever-refers" },
        says: if learned {
            "Each is watched from the first one-to-one until they refer, or until today.".to_owned()
        } else {
            "Too few have referred to draw a curve: what is usual, and how many did, give a range."
                .to_owned()
        },
        inputs,
        facts,
        would_change: if learned {
            format!(
                "A first referral raises it, a week without one lowers it a little; from {LEAST_FOR_NEVER} on it shows who may never."
            )
        } else {
            format!(
                "With {} more your own people would speak.",
                many(missing, "who refers", "who refer")
            )
        },
    }
}
