//! Help told one at a time, and what is made together.

use crate::{help, project};
use jiff::civil::Date;
use kithwork_core::facts::{Direction, HelpKind, ProjectKind};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::network::Shared;
use kithwork_core::review::ProjectReview;
use serde::Serialize;

/// An act of help that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct HelpKeptJson {
    pub change: ChangeId,
    pub help: FactId,
    pub direction: Direction,
    pub kind: HelpKind,
    /// Which of the five ways of sharing it is.
    pub way: Shared,
    pub person: PersonId,
    pub name: String,
    pub about: Option<String>,
    pub on: Option<Date>,
    pub asked: Option<bool>,
}

/// A joint project as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ProjectKeptJson {
    /// None where all of it stood so already.
    pub change: Option<ChangeId>,
    pub project: FactId,
    pub what: String,
    pub kind: ProjectKind,
    pub begun_on: Option<Date>,
    pub ended_on: Option<Date>,
    pub outcome: Option<String>,
    pub is_new: bool,
    pub people: Vec<String>,
}

/// The joint projects: those that go on first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ProjectsJson {
    pub projects: Vec<ProjectReview>,
}

impl From<&help::Kept> for HelpKeptJson {
    fn from(kept: &help::Kept) -> Self {
        let help = &kept.help;
        Self {
            change: kept.change,
            help: help.id,
            direction: help.direction,
            kind: help.kind,
            way: Shared::by(help.kind),
            person: kept.person.id,
            name: kept.person.name.clone(),
            about: help.about.clone(),
            on: help.on,
            asked: help.asked,
        }
    }
}

impl From<&project::Kept> for ProjectKeptJson {
    fn from(kept: &project::Kept) -> Self {
        let project = &kept.project;
        Self {
            change: kept.change,
            project: project.id,
            what: project.what.clone(),
            kind: project.kind,
            begun_on: project.begun_on,
            ended_on: project.ended_on,
            outcome: project.outcome.clone(),
            is_new: kept.is_new,
            people: kept.people.iter().map(|person| person.name.clone()).collect(),
        }
    }
}
