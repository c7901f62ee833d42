//! One deed for many people at once: one change, one undo.

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::person::own;
use crate::who::{self, Match};
use crate::{conversation, room, tag, triage};
use kithwork_core::change::Edit;
use kithwork_core::facts::{Care, Person, Room};
use kithwork_core::handover::SaidPerson;
use kithwork_core::id::{ChangeId, FactId, PersonId, RoomId};
use kithwork_store::Store;
use std::collections::HashSet;

/// What is done about all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They bear a tag of this name from now on.
    Tag(String),
    /// The tag of this name, or id, is taken off.
    Untag(String),
    /// The owner's word on the relationship.
    Care(Care),
    /// No plan names them for so many weeks.
    NotNow(u32),
    /// They count as people of the network.
    CountIn,
    /// They are set aside: searchable, counted nowhere.
    SetAside,
    /// They were met in this room.
    MetIn(RoomId),
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// About how many people it was.
    pub people: usize,
}

/// Does one thing about everybody of these ids, each once.
///
/// # Errors
/// [`Code::NobodyChosen`] where there is no id; [`Code::PersonNotFound`]; [`Code::NotFound`] where the
/// tag or the room is not in the book; those of the store.
pub async fn act(store: &dyn Store, ctx: &Ctx, people: &[PersonId], deed: Deed) -> Result<Done> {
    ctx.require(Rights::Write)?;
    let mut seen = HashSet::with_capacity(people.len());
    let ids: Vec<PersonId> = people.iter().copied().filter(|id| seen.insert(*id)).collect();
    if ids.is_empty() {
        return Err(Error::new(Code::NobodyChosen).hint("choose at least one person"));
    }
    let change = match deed {
        Deed::Tag(name) => tag::put(store, ctx, &name, &ids).await?.change,
        Deed::Untag(which) => tag::take(store, ctx, &which, &ids).await?.change,
        Deed::Care(care) => triage::decide(store, ctx, care, &ids).await?.change,
        Deed::NotNow(weeks) => Some(conversation::put_off(store, ctx, &ids, weeks).await?.id),
        Deed::CountIn => aside(store, ctx, &ids, false).await?,
        Deed::SetAside => aside(store, ctx, &ids, true).await?,
        Deed::MetIn(id) => {
            let room = room::by_id(store, ctx, id).await?;
            met_in(store, ctx, &ids, &room).await?
        }
    };
    Ok(Done { change, people: ids.len() })
}

/// The people who are meant by these names, their beginnings, or ids.
///
/// # Errors
/// [`Code::PersonNotFound`], [`Code::PersonAmbiguous`]; those of the store.
pub async fn named(store: &dyn Store, ctx: &Ctx, names: &[String]) -> Result<Vec<PersonId>> {
    ctx.require(Rights::Read)?;
    let people = who::are_meant(store, ctx, "people", names, Match::Near).await?;
    Ok(people.into_iter().map(|person| person.id).collect())
}

async fn aside(
    store: &dyn Store,
    ctx: &Ctx,
    ids: &[PersonId],
    set_aside: bool,
) -> Result<Option<ChangeId>> {
    let verb = if set_aside { "set_aside" } else { "count_in" };
    let put = |person: Person| Person { set_aside, ..person };
    each(store, ctx, (verb, ids), put, |said| said).await
}

async fn met_in(
    store: &dyn Store,
    ctx: &Ctx,
    ids: &[PersonId],
    room: &Room,
) -> Result<Option<ChangeId>> {
    let put = |person: Person| Person { met_at: Some(room.id), ..person };
    let word = |said: SaidPerson| SaidPerson { met_at: Some(room.name.clone()), ..said };
    each(store, ctx, ("met_in", ids), put, word).await
}

/// Changes the record of each whom it changes, and says so in the owner's own statement, so that it
/// outlives every later import.
async fn each(
    store: &dyn Store,
    ctx: &Ctx,
    (verb, people): (&str, &[PersonId]),
    put: impl Fn(Person) -> Person,
    word: impl Fn(SaidPerson) -> SaidPerson,
) -> Result<Option<ChangeId>> {
    let (mut ids, mut edits) = (ctx.ids(), Vec::new());
    for &id in people {
        let person = who::by_id(store, ctx, id).await?;
        let Some(edit) = Edit::changed(person.clone(), put(person.clone())) else { continue };
        edits.push(edit);
        edits.extend(own::stated(store, ctx, &person, FactId(ids()), &word).await?);
    }
    let change = deed::done(store, ctx, verb, None, edits).await?;
    Ok(change.map(|change| change.id))
}
