//! Lists of people that are kept: a filter under a name.

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::meant::folded;
use crate::{line, room, tag, trash};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{PeopleFilter, PeopleList};
use kithwork_core::id::{ChangeId, FactId};
use kithwork_core::ladder::LABELS;
use kithwork_store::Store;
use serde::Deserialize;

/// The longest name that fits on a line, characters.
const LONGEST: usize = 80;

/// A list as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The list.
    pub list: PeopleList,
}

/// What is changed about a list; what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Correction {
    /// Another name.
    pub name: Option<String>,
    /// Another filter.
    pub filter: Option<PeopleFilter>,
}

/// All lists, by name.
///
/// # Errors
/// Those of the store.
pub async fn all(store: &dyn Store, ctx: &Ctx) -> Result<Vec<PeopleList>> {
    ctx.require(Rights::Read)?;
    let facts = store.all(ctx.tenant, FactKind::PeopleList).await?;
    let lists = facts.into_iter().filter_map(|fact| match fact {
        Fact::PeopleList(list) => Some(list),
        _ => None,
    });
    let mut lists: Vec<PeopleList> = lists.collect();
    lists.sort_by_cached_key(|list| (folded(&list.name), list.id));
    Ok(lists)
}

/// The list that is meant by its name or its id.
///
/// # Errors
/// [`Code::NotFound`] with the lists there are; those of the store.
pub async fn find(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<PeopleList> {
    let all = all(store, ctx).await?;
    let names: Vec<String> = all.iter().take(8).map(|list| list.name.clone()).collect();
    meant(all, which).ok_or_else(|| {
        let hint = match names.as_slice() {
            [] => "no list is kept yet".to_owned(),
            names => format!("say which list: {}", names.join("; ")),
        };
        Error::new(Code::NotFound).hint(hint)
    })
}

/// The filter that is meant, with these groups and tags, each by its name or its id.
///
/// # Errors
/// [`Code::NotFound`] where a group or a tag is not in the book; [`Code::ValueInvalid`] with the field;
/// those of the store.
pub async fn filter(
    store: &dyn Store,
    ctx: &Ctx,
    rooms: &[String],
    tags: &[String],
    mut filter: PeopleFilter,
) -> Result<PeopleFilter> {
    for name in rooms {
        filter.rooms.push(room::known(store, ctx, name).await?);
    }
    for name in tags {
        filter.tags.push(tag::find(store, ctx, name).await?.id);
    }
    let words = filter.words.map(|words| words.trim().to_owned());
    filter.words = words.filter(|words| !words.is_empty());
    valid(&filter)?;
    Ok(filter)
}

/// Keeps a filter under a name; one of that name asks for these people from now on.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field; those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, name: &str, filter: PeopleFilter) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let name = named(name)?;
    valid(&filter)?;
    if filter.is_empty() {
        let problem = "asks for nothing: choose something first";
        return Err(Error::new(Code::ValueInvalid).field("filter", problem));
    }
    let before = all(store, ctx).await?.into_iter().find(|l| folded(&l.name) == folded(&name));
    let id = before.as_ref().map_or_else(|| FactId(ctx.ids()()), |list| list.id);
    write(store, ctx, before, PeopleList { id, name, filter }).await
}

/// Changes the name of a list, or whom it asks for.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] with the field; those of the store.
pub async fn edit(
    store: &dyn Store,
    ctx: &Ctx,
    which: &str,
    correction: Correction,
) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let before = find(store, ctx, which).await?;
    let name = correction.name.as_deref().map(named).transpose()?;
    let list = PeopleList {
        id: before.id,
        name: name.unwrap_or_else(|| before.name.clone()),
        filter: correction.filter.unwrap_or_else(|| before.filter.clone()),
    };
    valid(&list.filter)?;
    let is_taken =
        |other: &PeopleList| other.id != list.id && folded(&other.name) == folded(&list.name);
    if all(store, ctx).await?.iter().any(is_taken) {
        return Err(Error::new(Code::ValueInvalid).field("name", "is another list’s already"));
    }
    write(store, ctx, Some(before), list).await
}

/// Takes a list out of the book; the people in it stay as they are.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn remove(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let list = find(store, ctx, which).await?;
    let change = trash::delete(store, ctx, list.id).await?;
    Ok(Kept { change: Some(change.id), list })
}

async fn write(
    store: &dyn Store,
    ctx: &Ctx,
    before: Option<PeopleList>,
    list: PeopleList,
) -> Result<Kept> {
    let edit = match before {
        Some(before) => Edit::changed(before, list.clone()),
        None => Some(Edit::created(list.clone())),
    };
    let change = deed::done(store, ctx, "list", None, edit).await?;
    Ok(Kept { change: change.map(|change| change.id), list })
}

fn meant(all: Vec<PeopleList>, which: &str) -> Option<PeopleList> {
    let asked = folded(which);
    let is_it =
        |list: &PeopleList| folded(&list.name) == asked || list.id.to_string() == which.trim();
    all.into_iter().find(is_it)
}

fn named(name: &str) -> Result<String> {
    line::name("name", name, LONGEST)
}

/// Refuses what nobody can ever fit.
fn valid(filter: &PeopleFilter) -> Result<()> {
    if filter.levels.iter().any(|level| usize::from(*level) >= LABELS.len()) {
        return Err(Error::new(Code::ValueInvalid).field("level", "is not 0 to 5"));
    }
    let days = filter.seen_after.zip(filter.seen_before);
    if days.is_some_and(|(after, before)| after >= before) {
        let problem = "leaves no day between the two";
        return Err(Error::new(Code::ValueInvalid).field("seen_before", problem));
    }
    Ok(())
}
