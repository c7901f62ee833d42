//! What the owner makes together with others (mission row 58).

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::meant::Meant;
use crate::person::moment::day;
use crate::who::{self, Match};
use crate::{review, settings};
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Person, Project, ProjectKind};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::review::ProjectReview;
use kithwork_store::Store;
use uuid::Uuid;

/// What the owner says of a joint project; what is left out stays as it is. One that they have not
/// named yet is begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The project in their words, or the id of one.
    pub what: String,
    /// What comes of it.
    pub kind: Option<ProjectKind>,
    /// With whom: names, their beginnings, or ids.
    pub people: Vec<String>,
    /// Who is not in it any more.
    pub without: Vec<String>,
    /// When it began; today for a new one.
    pub begun_on: Option<Date>,
    /// When it was finished.
    pub ended_on: Option<Date>,
    /// What came of it.
    pub outcome: Option<String>,
}

/// A joint project as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The project.
    pub project: Project,
    /// Whether it was named just now.
    pub is_new: bool,
    /// Its people, in the order in which they were named.
    pub people: Vec<Person>,
}

/// Keeps what the owner says of a joint project, as one change. One with the same words is that one.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field; [`Code::NobodyChosen`] where nobody would be in it;
/// [`Code::NotFound`]; [`Code::PersonNotFound`], [`Code::PersonAmbiguous`]; those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, said: Said) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let before = meant(&all(store, ctx).await?, &said)?.cloned();
    let added = who::are_meant(store, ctx, "people", &said.people, Match::Near).await?;
    let gone = who::are_meant(store, ctx, "without", &said.without, Match::Near).await?;
    let is_new = before.is_none();
    let project = match &before {
        Some(project) => project.clone(),
        None => new(ctx, &said, today)?,
    };
    let ids = |people: &[Person]| people.iter().map(|p| p.id).collect::<Vec<_>>();
    let project = kept(project, &said, (&ids(&added), &ids(&gone)));
    valid(&project, today)?;
    let edit = match before {
        Some(before) => Edit::changed(before, project.clone()),
        None => Some(Edit::created(project.clone())),
    };
    let change = deed::done(store, ctx, "project", project.ended_on.or(Some(today)), edit).await?;
    let mut people = Vec::with_capacity(project.people.len());
    for &id in &project.people {
        people.push(who::by_id(store, ctx, id).await?);
    }
    Ok(Kept { change: change.map(|c| c.id), project, is_new, people })
}

/// The joint projects: those that go on first; without a date, as of today.
///
/// # Errors
/// Those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx, as_of: Option<Date>) -> Result<Vec<ProjectReview>> {
    Ok(review::at(store, ctx, as_of).await?.projects.clone())
}

async fn all(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Project>> {
    let facts = store.all(ctx.tenant, FactKind::Project).await?;
    let projects = facts.into_iter().filter_map(|fact| match fact {
        Fact::Project(project) => Some(project),
        _ => None,
    });
    Ok(projects.collect())
}

/// The project that is meant; none where it is a new one. One that is finished is meant by its
/// beginning, too: nobody begins a project by finishing it.
fn meant<'a>(all: &'a [Project], said: &Said) -> Result<Option<&'a Project>> {
    if let Ok(id) = Uuid::parse_str(said.what.trim()) {
        let unknown = || Error::new(Code::NotFound).hint("it may have been deleted meanwhile");
        return all.iter().find(|project| project.id == FactId(id)).map(Some).ok_or_else(unknown);
    }
    let near = said.ended_on.is_some() && said.people.is_empty();
    Ok(match Meant::of(all, &said.what, near, |project| &project.what) {
        Meant::One(project) => Some(project),
        Meant::New => None,
    })
}

fn new(ctx: &Ctx, said: &Said, today: Date) -> Result<Project> {
    let what = said.what.trim();
    if what.is_empty() {
        let problem = "is empty: say what you make together";
        return Err(Error::new(Code::ValueInvalid).field("what", problem));
    }
    if said.people.is_empty() {
        return Err(Error::new(Code::NobodyChosen).hint("say with whom"));
    }
    let begun_on = said.ended_on.map_or(today, |ended| ended.min(today));
    Ok(Project {
        id: FactId(ctx.ids()()),
        what: what.to_owned(),
        kind: ProjectKind::Other,
        begun_on: Some(begun_on),
        ended_on: None,
        outcome: None,
        people: Vec::new(),
    })
}

fn kept(project: Project, said: &Said, (added, gone): (&[PersonId], &[PersonId])) -> Project {
    let mut people = project.people;
    for &id in added {
        if !people.contains(&id) {
            people.push(id);
        }
    }
    people.retain(|id| !gone.contains(id));
    let outcome = said.outcome.as_ref().map(|words| words.trim().to_owned());
    Project {
        kind: said.kind.unwrap_or(project.kind),
        begun_on: said.begun_on.or(project.begun_on),
        ended_on: said.ended_on.or(project.ended_on),
        outcome: outcome.filter(|words| !words.is_empty()).or(project.outcome),
        people,
        ..project
    }
}

fn valid(project: &Project, today: Date) -> Result<()> {
    let invalid = |field, problem: &str| Err(Error::new(Code::ValueInvalid).field(field, problem));
    if project.begun_on.is_some_and(|on| on > today) {
        return invalid("begun_on", "is yet to come");
    }
    if project.ended_on.is_some_and(|on| on > today) {
        return invalid("ended_on", "is yet to come: say it on that day");
    }
    if project.begun_on.zip(project.ended_on).is_some_and(|(begun, ended)| ended < begun) {
        let began = project.begun_on.map(day).unwrap_or_default();
        return invalid("ended_on", &format!("is before it began, on {began}"));
    }
    if project.people.is_empty() {
        return Err(Error::new(Code::NobodyChosen).hint("somebody must be in it"));
    }
    Ok(())
}
