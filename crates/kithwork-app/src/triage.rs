//! Looking at the contacts already made before going out to make more: who was met and never followed
//! up, and the owner's word on many of them at once (mission row 7).

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::person::own;
use crate::who::{self, Match};
use crate::{review, settings};
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::facts::{Care, Person};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::review::Unrealised;
use kithwork_store::Store;
use std::collections::HashSet;

/// What was decided about some people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Triaged {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The word.
    pub care: Care,
    /// The day from which it counts.
    pub on: Date,
    /// About whom, each once, in the order in which they were named.
    pub people: Vec<Person>,
    /// How many still wait for a word.
    pub waiting: usize,
}

/// Who was met and never followed up, and still waits for the owner's word; those first with whom
/// there is most to lose. Without a date, today.
///
/// # Errors
/// Those of the store.
pub async fn waiting(store: &dyn Store, ctx: &Ctx, as_of: Option<Date>) -> Result<Vec<Unrealised>> {
    Ok(review::at(store, ctx, as_of).await?.pull_back.clone())
}

/// Keeps one word on everybody named, as one change: names, their beginnings, or ids. Where one of
/// them fits nobody or several, nothing is kept.
///
/// # Errors
/// [`Code::PersonNotFound`], [`Code::PersonAmbiguous`]; those of [`decide`].
pub async fn decide_named(
    store: &dyn Store,
    ctx: &Ctx,
    care: Care,
    names: &[String],
) -> Result<Triaged> {
    ctx.require(Rights::Write)?;
    let people = who::are_meant(store, ctx, "people", names, Match::Near).await?;
    kept(store, ctx, care, people).await
}

/// Keeps one word on everybody of these ids, as one change.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::NobodyChosen`] where there is no id; those of the store.
pub async fn decide(store: &dyn Store, ctx: &Ctx, care: Care, ids: &[PersonId]) -> Result<Triaged> {
    ctx.require(Rights::Write)?;
    let mut people = Vec::with_capacity(ids.len());
    for &id in ids {
        people.push(who::by_id(store, ctx, id).await?);
    }
    kept(store, ctx, care, people).await
}

async fn kept(store: &dyn Store, ctx: &Ctx, care: Care, people: Vec<Person>) -> Result<Triaged> {
    let mut seen: HashSet<PersonId> = HashSet::with_capacity(people.len());
    let people: Vec<Person> = people.into_iter().filter(|p| seen.insert(p.id)).collect();
    if people.is_empty() {
        return Err(Error::new(Code::NobodyChosen).hint("choose at least one person"));
    }
    let on = ctx.today(&settings::of(store, ctx).await?);
    let mut ids = ctx.ids();
    let mut edits = Vec::with_capacity(2 * people.len());
    for person in people.iter().filter(|p| p.care != Some(care)) {
        edits.extend(Edit::changed(person.clone(), decided(person.clone(), care, on)));
        let word = |base| kithwork_core::handover::SaidPerson {
            care: Some(care),
            care_on: Some(on),
            ..base
        };
        edits.extend(own::stated(store, ctx, person, FactId(ids()), word).await?);
    }
    let change = deed::done(store, ctx, "triage", Some(on), edits).await?;
    let waiting = waiting(store, ctx, Some(on)).await?.len();
    Ok(Triaged { change: change.map(|c| c.id), care, on, people, waiting })
}

/// Whoever is to be given time counts as someone of the network from now on; letting go of a mere
/// contact does not count them in.
fn decided(person: Person, care: Care, on: Date) -> Person {
    let set_aside = person.set_aside && care == Care::LetGo;
    Person { care: Some(care), care_on: Some(on), set_aside, ..person }
}
