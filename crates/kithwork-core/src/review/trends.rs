//! How it develops, quarter by quarter: what an hour brings now beside before (row 48).

use super::reading::Reading;
use super::returns::referrals_received;
use crate::days::{days_before, days_between};
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A quarter; days.
const QUARTER: i32 = 91;
/// So many quarters are looked back.
const QUARTERS: i32 = 8;

/// One quarter, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quarter {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Minutes given in it, in rooms and with people.
    pub minutes: u64,
    /// Hours, of all before, whose results were to show in it.
    pub due_hours: f64,
    /// Referrals received in it.
    pub referrals: u64,
    /// The chance that an hour brought less in it than in the quarter before, 0..=1; none where no
    /// hours were due in one of them.
    pub less_than_before: Option<f64>,
    /// What can be said of that: nothing under 95 %, nor with fewer than ten referrals in both.
    pub says: &'static str,
}

/// The last quarters in which anything was done, oldest first.
pub(super) fn each(reading: &Reading<'_>) -> Vec<Quarter> {
    let effort = &reading.weeks;
    let oldest = effort.keys().next_back().map_or(0, |weeks| weeks * 7);
    let held = QUARTERS.min(oldest / QUARTER + 1);
    if effort.is_empty() {
        return Vec::new();
    }
    let mut quarters: Vec<Quarter> = Vec::new();
    for back in (0..held).rev() {
        let to = days_before(reading.as_of, back * QUARTER);
        let mut quarter = quarter(reading, effort, to);
        if let Some(before) = quarters.last() {
            quarter.less_than_before = less(before, &quarter);
            quarter.says = says(reading, before, &quarter);
        }
        quarters.push(quarter);
    }
    quarters
}

fn quarter(reading: &Reading<'_>, effort: &BTreeMap<i32, u64>, to: Date) -> Quarter {
    let from = days_before(to, QUARTER - 1);
    let ago = |on: Date| days_between(on, reading.as_of);
    let in_quarter = |weeks: &i32| ago(to) <= weeks * 7 && weeks * 7 < ago(from) + 1;
    let minutes = effort.iter().filter(|(weeks, _)| in_quarter(weeks)).map(|(_, m)| m).sum();
    let is_in = |on: Option<Date>| on.is_some_and(|on| from <= on && on <= to);
    Quarter {
        from,
        to,
        minutes,
        due_hours: due(reading, effort, ago(from) + 1, ago(to)),
        referrals: referrals_received(reading).filter(|r| is_in(r.on)).count() as u64,
        less_than_before: None,
        says: "",
    }
}

/// Hours whose results were to show between two days, both given as days before now.
fn due(reading: &Reading<'_>, effort: &BTreeMap<i32, u64>, after: i32, until: i32) -> f64 {
    let lag = reading.params.returns.lag();
    let by = |age: i32, day: i32| lag.share_by(f64::from(age - day) / 7.0);
    let hours = effort.iter().map(|(weeks, minutes)| {
        let age = weeks * 7 + 3;
        as_f64(*minutes) / 60.0 * (by(age, until) - by(age, after))
    });
    hours.sum()
}

fn less(before: &Quarter, now: &Quarter) -> Option<f64> {
    let rate =
        |q: &Quarter| Gamma { shape: 0.5, rate: 0.0 }.after(as_f64(q.referrals), q.due_hours);
    let known = before.due_hours > 0.0 && now.due_hours > 0.0;
    known.then(|| rate(before).exceeds(rate(now)))
}

fn says(reading: &Reading<'_>, before: &Quarter, now: &Quarter) -> &'static str {
    let params = &reading.params.returns;
    let few = before.referrals + now.referrals < params.least_events_in_pair;
    match now.less_than_before {
        Some(chance) if !few && chance >= params.sure_from => "less than before",
        Some(chance) if !few && chance <= 1.0 - params.sure_from => "more than before",
        _ => "could be chance",
    }
}
