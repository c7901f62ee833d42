//! How the owner begins.

use kithwork_core::facts::Hindrance;
use kithwork_core::start::{FirstWeek, Place};
use serde::Serialize;

/// What keeps the owner from networking, and their first week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct StartJson {
    /// What may be answered.
    pub answers: Vec<AnswerJson>,
    /// What was answered; none while nothing is.
    pub because: Option<Hindrance>,
    /// What the way is called; none while nothing is answered.
    pub title: Option<&'static str>,
    pub says: Option<&'static str>,
    pub steps: Vec<StepJson>,
}

/// An answer that may be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct AnswerJson {
    pub because: Hindrance,
    pub says: &'static str,
}

/// One thing to do in the first week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct StepJson {
    /// On which day of the week, from 1.
    pub day: u8,
    pub what: String,
    pub why: String,
    pub minutes: u32,
    /// None where only the owner knows.
    pub done: Option<bool>,
    pub place: Place,
}

impl From<Option<&FirstWeek>> for StartJson {
    fn from(week: Option<&FirstWeek>) -> Self {
        let answers = Hindrance::ALL.map(|because| AnswerJson { because, says: because.says() });
        let steps = week.into_iter().flat_map(|week| &week.steps).map(|step| StepJson {
            day: step.day,
            what: step.what.clone(),
            why: step.why.clone(),
            minutes: step.minutes,
            done: step.is_done,
            place: step.place,
        });
        Self {
            answers: answers.to_vec(),
            because: week.map(|week| week.because),
            title: week.map(|week| week.title),
            says: week.map(|week| week.says),
            steps: steps.collect(),
        }
    }
}
