//! What people need: every open need with who could meet it, met or put right in one tap.

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::line::line;
use crate::proposal::{self, Proposed};
use crate::{book, person, settings};
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Need, Person};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::matching::{
    Helper, Helpers, OpenNeed, open_needs, told_who_helps, told_who_needs,
};
use kithwork_store::Store;
use serde::Serialize;
use std::sync::Arc;

/// The longest need, characters.
const LONGEST: usize = 500;

/// A need that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    /// The need's id, or that of the person in whose record it stands.
    pub id: FactId,
    /// Whose.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// When it was heard; none where it stands in their record.
    pub on: Option<Date>,
    /// In the owner's words.
    pub what: String,
    /// Whether it was heard by itself, and so can be met or put right by itself.
    pub is_heard: bool,
    /// Who could meet it, at most two, the best first.
    pub by: Vec<By>,
}

/// Who could meet a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct By {
    /// Somebody of the book; none where it is the owner.
    pub person: Option<PersonId>,
    /// By name; `me` where it is the owner.
    pub name: String,
}

/// Every open need, the latest heard first.
///
/// # Errors
/// Those of the store.
pub async fn open(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Open>> {
    ctx.require(Rights::Read)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    Ok(told(&book, open_needs(&book, today), today, ctx))
}

/// The latest of them in a book that is read already, at most so many, those first that somebody could
/// meet; and how many there are.
pub fn latest(book: &Arc<Book>, today: Date, ctx: &Ctx, most: usize) -> Arc<(Vec<Open>, usize)> {
    ctx.derived(book, (today, most), || latest_of(book, today, ctx, most))
}

fn latest_of(book: &Book, today: Date, ctx: &Ctx, most: usize) -> (Vec<Open>, usize) {
    let mut open = open_needs(book, today);
    let all = open.len();
    open.truncate(most);
    let mut open = told(book, open, today, ctx);
    // What somebody could meet comes first; each part stays in its order.
    open.sort_by_key(|need| need.by.is_empty());
    (open, all)
}

/// Those of them that are among these.
///
/// # Errors
/// Those of the store.
pub async fn among(store: &dyn Store, ctx: &Ctx, these: &[FactId]) -> Result<Vec<Open>> {
    ctx.require(Rights::Read)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    let mut open = open_needs(&book, today);
    open.retain(|need| these.contains(&need.fact));
    Ok(told(&book, open, today, ctx))
}

fn told(book: &Book, open: Vec<OpenNeed>, today: Date, ctx: &Ctx) -> Vec<Open> {
    let by = Helpers::of(book, today, &ctx.params.matching).who_meet(&open);
    open.into_iter().zip(by).filter_map(|(need, by)| with(book, need, &by)).collect()
}

fn with(book: &Book, need: OpenNeed, by: &[Helper]) -> Option<Open> {
    let name = |id: PersonId| book.person(id).map(|person| person.name.clone());
    let by = by.iter().filter_map(|by| match by {
        Helper::Me => Some(By { person: None, name: "me".to_owned() }),
        Helper::Person(id) => Some(By { person: Some(*id), name: name(*id)? }),
    });
    Some(Open {
        id: need.fact,
        person: need.person,
        name: name(need.person)?,
        on: need.on,
        is_heard: need.is_heard(),
        by: by.collect(),
        what: need.what,
    })
}

/// Begins an introduction of whoever needs something to somebody of that name who could meet it.
///
/// # Errors
/// [`Code::ValueInvalid`] where no name is told or nobody by it is known; [`Code::NotFound`] where the
/// need is open no more; those of [`proposal::propose`].
pub async fn introduce(store: &dyn Store, ctx: &Ctx, id: FactId, name: &str) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let need = among(store, ctx, &[id]).await?.into_iter().next();
    let gone = || Error::new(Code::NotFound).hint("this need is no longer open");
    let need = need.ok_or_else(gone)?;
    let helper = named(store, ctx, name).await?;
    if helper.id == need.person {
        let problem = "is whoever needs it: name somebody else";
        return Err(Error::new(Code::ValueInvalid).field("name", problem));
    }
    let why_a = told_who_needs(&need.what, &helper.name);
    let why_b = told_who_helps(&need.name, &need.what);
    let people = [need.person, helper.id];
    proposal::propose(store, ctx, Proposed { people, why_a, why_b }).await
}

/// Who is meant by a name in a field.
async fn named(store: &dyn Store, ctx: &Ctx, name: &str) -> Result<Person> {
    let invalid = |problem| Error::new(Code::ValueInvalid).field("name", problem);
    if name.trim().is_empty() {
        return Err(invalid("is empty: write who comes to mind"));
    }
    person::find(store, ctx, name).await.map_err(|cause| match cause.code {
        Code::PersonNotFound => invalid("is nobody in your book").caused_by(cause),
        Code::PersonAmbiguous => invalid("fits several: write the whole name").caused_by(cause),
        _ => cause,
    })
}

/// Notes that a need is met, today.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn met(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Option<Change>> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    changed(store, ctx, id, "met", |need| Need { met_on: need.met_on.or(Some(today)), ..need })
        .await
}

/// Puts a need into other words.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where there are no words, or too many; those of the store.
pub async fn edit(store: &dyn Store, ctx: &Ctx, id: FactId, what: &str) -> Result<Option<Change>> {
    let what = line("what", what, LONGEST)?;
    if what.is_empty() {
        let problem = "is empty: delete it if there is no need any more";
        return Err(Error::new(Code::ValueInvalid).field("what", problem));
    }
    changed(store, ctx, id, "need", |need| Need { what, ..need }).await
}

async fn changed(
    store: &dyn Store,
    ctx: &Ctx,
    id: FactId,
    verb: &str,
    after: impl FnOnce(Need) -> Need,
) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    let Some(Fact::Need(before)) = store.fact(ctx.tenant, FactKind::Need, id).await? else {
        return Err(Error::new(Code::NotFound).hint("this need is no longer in the book"));
    };
    let edit = Edit::changed(before.clone(), after(before));
    let change = deed::done(store, ctx, verb, None, edit).await?;
    Ok(change)
}
