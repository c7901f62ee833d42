//! Tags: words of the owner's own by which people are found again.

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::meant::folded;
use crate::{line, who};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Tag;
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_store::Store;
use std::collections::HashSet;

/// The longest name that fits on a chip, characters.
const LONGEST: usize = 60;

/// What was done with a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The tag as it is now.
    pub tag: Tag,
    /// How many bear it now and did not, or the other way round.
    pub people: usize,
}

/// All tags, by name.
///
/// # Errors
/// Those of the store.
pub async fn all(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Tag>> {
    ctx.require(Rights::Read)?;
    let facts = store.all(ctx.tenant, FactKind::Tag).await?;
    let tags = facts.into_iter().filter_map(|fact| match fact {
        Fact::Tag(tag) => Some(tag),
        _ => None,
    });
    let mut tags: Vec<Tag> = tags.collect();
    tags.sort_by_cached_key(|tag| (folded(&tag.name), tag.id));
    Ok(tags)
}

/// The tag that is meant by its name or its id.
///
/// # Errors
/// [`Code::NotFound`] with the tags there are; those of the store.
pub async fn find(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<Tag> {
    let all = all(store, ctx).await?;
    let names: Vec<String> = all.iter().take(8).map(|tag| tag.name.clone()).collect();
    meant(all, which).ok_or_else(|| {
        let hint = match names.as_slice() {
            [] => "there is no tag in the book yet".to_owned(),
            names => format!("say which tag: {}", names.join("; ")),
        };
        Error::new(Code::NotFound).hint(hint)
    })
}

/// Lets people bear a tag, as one change; one of a new name begins with them.
///
/// # Errors
/// [`Code::ValueInvalid`] where the name can't be one; [`Code::NobodyChosen`];
/// [`Code::PersonNotFound`]; those of the store.
pub async fn put(store: &dyn Store, ctx: &Ctx, name: &str, people: &[PersonId]) -> Result<Tagged> {
    ctx.require(Rights::Write)?;
    let people = standing(store, ctx, people).await?;
    let before = meant(all(store, ctx).await?, name);
    let mut tag = match &before {
        Some(tag) => tag.clone(),
        None => Tag { id: FactId(ctx.ids()()), name: named(name)?, people: Vec::new() },
    };
    let has: HashSet<PersonId> = tag.people.iter().copied().collect();
    tag.people.extend(people.into_iter().filter(|id| !has.contains(id)));
    let people = tag.people.len() - has.len();
    kept(store, ctx, "tag", before, tag, people).await
}

/// Takes a tag off people, as one change. One that nobody bears any more is gone.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NobodyChosen`]; [`Code::PersonNotFound`]; those of the store.
pub async fn take(
    store: &dyn Store,
    ctx: &Ctx,
    which: &str,
    people: &[PersonId],
) -> Result<Tagged> {
    ctx.require(Rights::Write)?;
    let gone: HashSet<PersonId> = standing(store, ctx, people).await?.into_iter().collect();
    let before = find(store, ctx, which).await?;
    let mut tag = before.clone();
    tag.people.retain(|id| !gone.contains(id));
    let people = before.people.len() - tag.people.len();
    kept(store, ctx, "untag", Some(before), tag, people).await
}

/// Gives a tag another name.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where the name can't be one, or is another tag's; those of
/// the store.
pub async fn rename(store: &dyn Store, ctx: &Ctx, which: &str, name: &str) -> Result<Tagged> {
    ctx.require(Rights::Write)?;
    let before = find(store, ctx, which).await?;
    let tag = Tag { name: named(name)?, ..before.clone() };
    if meant(all(store, ctx).await?, &tag.name).is_some_and(|other| other.id != tag.id) {
        return Err(Error::new(Code::ValueInvalid).field("name", "is another tag’s already"));
    }
    kept(store, ctx, "tag", Some(before), tag, 0).await
}

async fn kept(
    store: &dyn Store,
    ctx: &Ctx,
    verb: &str,
    before: Option<Tag>,
    tag: Tag,
    people: usize,
) -> Result<Tagged> {
    let edit = match before {
        Some(before) if tag.people.is_empty() => Some(Edit::removed(before)),
        Some(before) => Edit::changed(before, tag.clone()),
        None => Some(Edit::created(tag.clone())),
    };
    let change = deed::done(store, ctx, verb, None, edit).await?;
    Ok(Tagged { change: change.map(|change| change.id), tag, people })
}

/// Those who are named, each once, by the records that stand for them now.
async fn standing(store: &dyn Store, ctx: &Ctx, people: &[PersonId]) -> Result<Vec<PersonId>> {
    let names = store.names(ctx.tenant).await?;
    let known: HashSet<PersonId> = names.into_iter().map(|(id, _)| id).collect();
    let (mut seen, mut all) = (HashSet::new(), Vec::with_capacity(people.len()));
    for &id in people {
        let id = if known.contains(&id) { id } else { who::by_id(store, ctx, id).await?.id };
        if seen.insert(id) {
            all.push(id);
        }
    }
    if all.is_empty() {
        return Err(Error::new(Code::NobodyChosen).hint("choose at least one person"));
    }
    Ok(all)
}

fn meant(all: Vec<Tag>, which: &str) -> Option<Tag> {
    let asked = folded(which);
    let is_it = |tag: &Tag| folded(&tag.name) == asked || tag.id.to_string() == which.trim();
    all.into_iter().find(is_it)
}

/// A name as it is kept: one line that fits.
fn named(name: &str) -> Result<String> {
    line::name("tag", name, LONGEST)
}
