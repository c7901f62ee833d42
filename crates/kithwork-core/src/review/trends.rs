//! How it develops, quarter by quarter: what an hour brings now beside before (row 48).

use super::reading::Reading;
use super::stretch::{Beside, Length, Stretch};
use crate::days::{days_before, days_between};
use jiff::civil::Date;
use serde::Serialize;

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
    /// hours were due in one of them. What went before the book's first entry is taken to have been as its first
    /// half-year was; a verdict stands only where it would without any, too.
    pub less_than_before: Option<f64>,
    /// What can be said of that: nothing under 95 %, nor with fewer than ten referrals in both.
    pub says: &'static str,
    /// The same as a sentence with its period; empty where nothing can be compared.
    pub judgement: String,
}

/// The last quarters in which anything was done, oldest first.
pub(super) fn each(reading: &Reading<'_>) -> Vec<Quarter> {
    let Some(oldest) = reading.weeks.keys().next_back() else { return Vec::new() };
    let held = QUARTERS.min(oldest * 7 / Length::Quarter.days() + 1);
    let ends =
        (0..held).rev().map(|back| days_before(reading.as_of, back * Length::Quarter.days()));
    let stretches: Vec<Stretch> =
        ends.map(|to| Stretch::ending(reading, to, Length::Quarter)).collect();
    let before = std::iter::once(None).chain(stretches.iter().map(Some));
    let beside = |(now, before): (&Stretch, Option<&Stretch>)| {
        let line = reading.params.findings.falling_return;
        quarter(reading, now, before.map(|before| now.beside(before, line)))
    };
    stretches.iter().zip(before).map(beside).collect()
}

fn quarter(reading: &Reading<'_>, now: &Stretch, beside: Option<Beside>) -> Quarter {
    let ago = |on: Date| days_between(on, reading.as_of);
    let is_in = |weeks: &i32| ago(now.to) <= weeks * 7 && weeks * 7 < ago(now.from) + 1;
    Quarter {
        from: now.from,
        to: now.to,
        minutes: reading.weeks.iter().filter(|(weeks, _)| is_in(weeks)).map(|(_, m)| m).sum(),
        due_hours: now.due_hours,
        referrals: now.count(),
        less_than_before: beside.as_ref().and_then(|beside| beside.less),
        says: beside.as_ref().map_or("", |beside| beside.verdict.word()),
        judgement: beside.map(|beside| beside.says).unwrap_or_default(),
    }
}
