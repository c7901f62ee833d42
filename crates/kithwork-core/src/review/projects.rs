//! What the owner makes together with others (row 58).

use super::reading::Reading;
use crate::facts::{Project, ProjectKind};
use crate::id::FactId;
use jiff::civil::Date;
use serde::Serialize;

/// A joint project at a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProjectReview {
    /// The project.
    pub project: FactId,
    /// In the owner's words.
    pub what: String,
    /// What comes of it.
    pub kind: ProjectKind,
    /// When it began; none where nobody noted it.
    pub begun_on: Option<Date>,
    /// When it was finished; none while it goes on.
    pub ended_on: Option<Date>,
    /// What came of it.
    pub outcome: Option<String>,
    /// With whom, by name.
    pub who: Vec<String>,
}

/// The projects begun by the date: those that go on first, then the latest finished.
pub(super) fn each(reading: &Reading<'_>) -> Vec<ProjectReview> {
    let known = reading.book.facts.projects.iter().filter(|p| reading.sees(p.begun_on));
    let mut projects: Vec<ProjectReview> = known.map(|project| one(reading, project)).collect();
    projects.sort_by_key(|p| {
        (p.ended_on.is_some(), std::cmp::Reverse(p.ended_on.or(p.begun_on)), p.project)
    });
    projects
}

fn one(reading: &Reading<'_>, project: &Project) -> ProjectReview {
    let ended_on = project.ended_on.filter(|&on| on <= reading.as_of);
    let names = project.people.iter().filter_map(|&id| reading.book.person(id));
    ProjectReview {
        project: project.id,
        what: project.what.clone(),
        kind: project.kind,
        begun_on: project.begun_on,
        ended_on,
        outcome: project.outcome.clone().filter(|_| ended_on.is_some()),
        who: names.map(|person| person.name.clone()).collect(),
    }
}
