//! How much of the owner's effort can have shown its result by now: young hours are no failure (row 38,
//! science.md §3.6).

use super::reading::Reading;
use super::returns::{Effort, learned_from};
use super::time::{counted, reckoned};
use super::words::many;
use crate::days::days_between;
use crate::explanation::{Explanation, Input};
use crate::models::weibull::Weibull;
use crate::models::wilson::as_f64;
use crate::params::ReturnParams;
use crate::rounding::whole;
use serde::Serialize;

/// The hours of the whole book, and what they count for by now: Σ h·F(age), F the lag from an effort to
/// its result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Exposure {
    /// Hours in meetings and with people, travel included.
    pub hours: f64,
    /// Of these, how many count: each hour by the share of results that can have shown at its age.
    pub effective_hours: f64,
    /// The effective part, 0..=1; none where no hour is known.
    pub share: Option<f64>,
    /// The age at which half of what an hour brings has shown; weeks.
    pub half_after_weeks: f64,
    /// In plain words.
    pub says: String,
    /// How it came about.
    pub explanation: Explanation,
}

pub(super) fn of(reading: &Reading<'_>) -> Exposure {
    let mut effort = Effort::default();
    for meeting in reading.meetings {
        let hours = as_f64(reading.meeting_minutes(meeting)) / 60.0;
        effort.add(hours, reading.mature(days_between(meeting.on, reading.as_of)));
    }
    for given in &reading.given {
        effort.add(as_f64(given.minutes) / 60.0, reading.mature(given.age));
    }
    let params = &reading.params.returns;
    let lag = params.lag();
    let half_after_weeks = Weibull::from(lag).median();
    let says = says(effort, half_after_weeks);
    Exposure {
        hours: effort.hours,
        effective_hours: effort.effective,
        share: (effort.hours > 0.0).then(|| effort.mature_share()),
        half_after_weeks,
        explanation: explain(effort, params, &says),
        says,
    }
}

fn says(effort: Effort, half_after_weeks: f64) -> String {
    if effort.hours <= 0.0 {
        return String::new();
    }
    let [hours, effective] = [effort.hours, effort.effective].map(whole);
    format!(
        "Of about {} given so far, {effective} can have shown what they bring: half of it shows after \
         {half_after_weeks:.0} weeks. The rest is too young to judge.",
        many(hours, "hour", "hours")
    )
}

fn explain(effort: Effort, params: &ReturnParams, says: &str) -> Explanation {
    let origin = learned_from(params.lag_learned_from);
    let set = |name, value, unit| Input::of(name, value, unit, origin);
    Explanation {
        formula: "effective-exposure",
        says: says.to_owned(),
        inputs: vec![
            counted("hours", effort.hours, "hours"),
            reckoned("hours that can have shown their result", effort.effective, "hours"),
            set("shape of the wait for results", params.lag_shape, "1"),
            set("scale of the wait for results", params.lag_scale_weeks, "weeks"),
        ],
        facts: Vec::new(),
        would_change: "Time alone makes hours count.".to_owned(),
    }
}
