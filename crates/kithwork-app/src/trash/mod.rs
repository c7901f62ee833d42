//! The trash: what the owner deleted, to be put back at any time, until it is emptied.
//!
//! Deleting is a change that takes rows out; putting back takes that change back. Nothing is kept twice:
//! the trash is the changes that deleted something and have not been taken back. Emptying it takes what
//! they held out of the log for good.

mod clash;
mod told;

use crate::book::Frame;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::json::UndoJson;
use crate::person::moment;
use crate::{book, pitch, proposal, undo};
use jiff::Timestamp;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::PitchChange;
use kithwork_core::id::{ChangeId, FactId};
use kithwork_store::Store;

/// The verb of the changes that delete.
const DELETE: &str = "delete";
/// The verb of the change that empties the trash.
const EMPTY: &str = "empty_trash";
/// What the owner enters, and may delete, one entry at a time.
const KINDS: [FactKind; 22] = [
    FactKind::Note,
    FactKind::Conversation,
    FactKind::Meeting,
    FactKind::Promise,
    FactKind::Help,
    FactKind::Introduction,
    FactKind::ProposedIntroduction,
    FactKind::Referral,
    FactKind::Business,
    FactKind::ChannelMonth,
    FactKind::Need,
    FactKind::Offer,
    FactKind::Rating,
    FactKind::Playback,
    FactKind::Mention,
    FactKind::Project,
    FactKind::Aim,
    FactKind::Presentation,
    FactKind::Pitch,
    FactKind::CardGiven,
    FactKind::Tag,
    FactKind::PeopleList,
];

/// One thing in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thrown {
    /// The change that deleted it, by which it is put back.
    pub change: ChangeId,
    /// When it was deleted.
    pub at: Timestamp,
    /// Its kind.
    pub kind: &'static str,
    /// What it is, in plain words, with the names of those it speaks of.
    pub says: String,
}

/// What emptying took out for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Emptied {
    /// The change that says so; none where the trash was empty.
    pub change: Option<ChangeId>,
    /// How many things went.
    pub things: usize,
}

/// Whether an entry of the kind of this name can be deleted by itself.
pub fn can_go(kind: &str) -> bool {
    KINDS.iter().any(|known| known.name() == kind)
}

/// Moves an entry to the trash, with what sources said of it: reading the same file in again brings it
/// back as new.
///
/// # Errors
/// Those of [`delete_because`].
pub async fn delete(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Change> {
    delete_because(store, ctx, id, None).await
}

/// The same, with the reason that giving up the locked minute of the next meeting takes.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where a calendar tells of it, which would bring it back at
/// once, and with the field `why` where it is locked and no reason is given; those of the store.
pub async fn delete_because(
    store: &dyn Store,
    ctx: &Ctx,
    id: FactId,
    why: Option<PitchChange>,
) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let fact = find(store, ctx, id).await?;
    told::refuse_if_in_a_calendar(store, ctx, &fact).await?;
    let unlocked = match &fact {
        Fact::Pitch(pitch) => pitch::unlocked(store, ctx, pitch, why, &mut ctx.ids()).await?,
        _ => Vec::new(),
    };
    let mut edits = vec![Edit::removed(fact)];
    edits.extend(unlocked);
    edits.extend(proposal::unmade(store, ctx, id).await?);
    for question in store.all(ctx.tenant, FactKind::Question).await? {
        if matches!(&question, Fact::Question(q) if q.is_open() && q.subjects.contains(&id)) {
            edits.push(Edit::removed(question));
        }
    }
    edits.extend(store.statements_about(ctx.tenant, id).await?.into_iter().map(Edit::removed));
    let change = ctx.change(DELETE, None, edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

async fn find(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Fact> {
    for kind in KINDS {
        if let Some(fact) = store.fact(ctx.tenant, kind, id).await? {
            return Ok(fact);
        }
    }
    // An occasion of a series has an id that is made of the series' own.
    if id.0.get_version_num() == 5 {
        return Err(told::in_a_calendar());
    }
    Err(Error::new(Code::NotFound)
        .hint("it is no longer in the book, or can’t be deleted by itself"))
}

/// What is in the trash, the latest first, at most so many.
///
/// # Errors
/// Those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx, most: u32) -> Result<Vec<Thrown>> {
    ctx.require(Rights::Read)?;
    let changes = store.standing(ctx.tenant, DELETE, most).await?;
    let facts: Vec<Fact> = changes.iter().filter_map(|change| gone(change).cloned()).collect();
    let names = book::names(store, ctx, &facts).await?;
    let rooms = Frame::read(store, ctx).await?.alone();
    let thrown = |change: &Change| {
        let fact = gone(change)?;
        let says = told::says(fact, &names, moment::of(&rooms, &names, fact));
        Some(Thrown { change: change.id, at: change.at, kind: fact.kind().name(), says })
    };
    Ok(changes.iter().filter_map(thrown).collect())
}

/// What a change deleted, besides what hung on it.
fn gone(change: &Change) -> Option<&Fact> {
    let rows = change.edits.iter().filter_map(|edit| edit.before.as_ref());
    rows.into_iter().find(|fact| KINDS.contains(&fact.kind()))
}

/// Puts back what a change deleted. Put back already, it stays so.
///
/// # Errors
/// [`Code::NotFound`] where the trash holds no such thing; [`Code::ChangeLater`] where something stands
/// in its way by now, which it names; those of the store.
pub async fn put_back(store: &dyn Store, ctx: &Ctx, id: ChangeId) -> Result<UndoJson> {
    ctx.require(Rights::Write)?;
    let found = store.change(ctx.tenant, id).await?;
    // Emptied, nothing is left of what it deleted.
    let change = found.filter(|change| change.verb == DELETE && !change.edits.is_empty());
    let change = change.ok_or_else(|| {
        Error::new(Code::NotFound).hint("the trash holds no such thing; it may have been emptied")
    })?;
    for fact in change.edits.iter().filter_map(|edit| edit.before.as_ref()) {
        clash::refuse(store, ctx, fact).await?;
    }
    undo::change(store, ctx, id).await
}

/// Takes everything in the trash out of the book for good.
///
/// # Errors
/// Those of the store.
pub async fn empty(store: &dyn Store, ctx: &Ctx) -> Result<Emptied> {
    ctx.require(Rights::Own)?;
    let changes = store.standing(ctx.tenant, DELETE, u32::MAX).await?;
    if changes.is_empty() {
        return Ok(Emptied { change: None, things: 0 });
    }
    let gone = changes.iter().flat_map(|change| &change.edits).filter(|edit| edit.after.is_none());
    let rows = gone.filter_map(Edit::subject);
    let rows: Vec<FactId> = rows.map(|(_, id)| id).collect();
    let change = ctx.change(EMPTY, None, Vec::new());
    store.forget(ctx.tenant, &rows, &change).await?;
    Ok(Emptied { change: Some(change.id), things: changes.len() })
}
