//! What may be expected of people by how long one has known them: the young can't tell yet (row 38).

use super::advocates::has_referred;
use super::reading::Reading;
use super::words::{from_to, many, per_cent};
use crate::days::days_between;
use crate::models::wilson::{as_f64, wilson};
use serde::Serialize;

/// The bounds of the groups in months of acquaintance; judgement.
const MONTHS: [i32; 5] = [0, 6, 12, 18, 24];

/// The people met so long ago.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Expectation {
    /// Met at least so many months ago.
    pub from_months: i32,
    /// And less than so many; none for the oldest.
    pub to_months: Option<i32>,
    /// People met then and sat down with at least once.
    pub people: u64,
    /// Of these, who referred the owner at least once.
    pub referred: u64,
    /// The interval of the share at 80 %; none where nobody was met then.
    pub interval: Option<(f64, f64)>,
    /// The share of results that can have shown by now, at the middle of the group, 0..=1.
    pub mature: f64,
    /// In plain words.
    pub says: String,
}

/// Groups by length of acquaintance, the youngest first.
pub(super) fn each(reading: &Reading<'_>) -> Vec<Expectation> {
    let mut groups: Vec<(u64, u64)> = vec![(0, 0); MONTHS.len()];
    for (at, _, seen) in reading.network().filter(|(_, _, seen)| !seen.one_to_one_days.is_empty()) {
        let Some(on) = seen.met.and_then(|met| met.on) else { continue };
        let months = days_between(on, reading.as_of) * 12 / 365;
        let group = MONTHS.iter().rposition(|&bound| months >= bound).unwrap_or(0);
        let has_referred = has_referred(reading, at);
        if let Some((people, referred)) = groups.get_mut(group) {
            *people += 1;
            *referred += u64::from(has_referred);
        }
    }
    let groups = MONTHS.iter().zip(groups).enumerate();
    groups
        .filter(|(_, (_, (people, _)))| *people > 0)
        .map(|(at, (&from, (people, referred)))| {
            expectation(reading, (from, MONTHS.get(at + 1).copied()), people, referred)
        })
        .collect()
}

fn expectation(
    reading: &Reading<'_>,
    (from, to): (i32, Option<i32>),
    people: u64,
    referred: u64,
) -> Expectation {
    let middle = to.map_or(from + 6, |to| i32::midpoint(from, to));
    let lag = reading.params.returns.lag();
    let mature = lag.share_by(f64::from(middle) * 52.0 / 12.0);
    let interval = wilson(referred, people, reading.params.findings.confidence);
    let when = match to {
        Some(to) if from == 0 => format!("in the last {to} months"),
        Some(to) => format!("{from} to {to} months ago"),
        None => format!("{from} months ago or earlier"),
    };
    let is_young = mature < reading.params.returns.mature_from;
    let says = match interval {
        _ if is_young => format!(
            "Of {} met {when} and sat down with, {} referred you so far; they are too young to tell.",
            many(people, "person", "people"),
            many(referred, "has", "have")
        ),
        Some(interval) => format!(
            "Of {} met {when} and sat down with, {} have referred you, likely {}.",
            many(people, "person", "people"),
            per_cent(as_f64(referred) / as_f64(people)),
            from_to(interval)
        ),
        None => String::new(),
    };
    Expectation { from_months: from, to_months: to, people, referred, interval, mature, says }
}
