//! Aims, and experiments.

use crate::aim::{Aims, Stated};
use crate::experiment::{Experiments, Kept};
use jiff::civil::Date;
use kithwork_core::facts::AimKind;
use kithwork_core::id::{ChangeId, FactId};
use kithwork_core::review::{Again, AimReview, Experiment, LooseEnd, PastExperiment};
use serde::Serialize;

/// The open aims, and whom none of them is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct AimsJson {
    pub aims: Vec<AimReview>,
    pub without_aim: Vec<LooseEnd>,
}

/// One aim as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct AimJson {
    /// None where all of it stood so already.
    pub change: Option<ChangeId>,
    pub aim: FactId,
    pub what: String,
    pub kind: AimKind,
    pub set_on: Option<Date>,
    pub review_on: Option<Date>,
    pub closed_on: Option<Date>,
    /// As varied as so many equal lines of business, where that is the aim.
    pub as_varied_as: Option<u32>,
    pub is_open_ended: bool,
    pub is_new: bool,
    pub people: Vec<String>,
    /// The question it leaves open; else empty.
    pub asks: &'static str,
}

/// The open experiments, and what stands out again.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ExperimentsJson {
    pub experiments: Vec<Experiment>,
    pub again: Option<Again>,
    pub past: Vec<PastExperiment>,
}

/// An experiment begun, changed or stopped.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ExperimentJson {
    /// None where all of it stood so already.
    pub change: Option<ChangeId>,
    /// None once it is stopped.
    pub experiment: Option<Experiment>,
    pub others: usize,
}

impl From<&Aims> for AimsJson {
    fn from(aims: &Aims) -> Self {
        Self { aims: aims.aims.clone(), without_aim: aims.without_aim.clone() }
    }
}

impl From<&Stated> for AimJson {
    fn from(stated: &Stated) -> Self {
        let aim = &stated.aim;
        Self {
            change: stated.change,
            aim: aim.id,
            what: aim.what.clone(),
            kind: aim.kind,
            set_on: aim.set_on,
            review_on: aim.review_on,
            closed_on: aim.closed_on,
            as_varied_as: aim.as_varied_as,
            is_open_ended: aim.review_on.is_none(),
            is_new: stated.is_new,
            people: stated.people.iter().map(|person| person.name.clone()).collect(),
            asks: stated.asks,
        }
    }
}

impl From<&Experiments> for ExperimentsJson {
    fn from(all: &Experiments) -> Self {
        Self { experiments: all.running.clone(), again: all.again.clone(), past: all.past.clone() }
    }
}

impl From<&Kept> for ExperimentJson {
    fn from(kept: &Kept) -> Self {
        Self { change: kept.change, experiment: kept.experiment.clone(), others: kept.others }
    }
}
