//! A meeting that the owner did not go to.

use super::look::known;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{book, room, word};
use kithwork_core::change::Edit;
use kithwork_core::fact::FactKind;
use kithwork_core::facts::Meeting;
use kithwork_core::handover::{Said, SaidMeeting};
use kithwork_core::id::{ChangeId, FactId};
use kithwork_store::Store;

/// Notes that the owner did not go to a meeting. One that only they entered is taken out again; one that
/// a calendar or a sheet tells of keeps its place there, and counts in no figure.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where people are noted whom the owner talked to there; those
/// of the store.
pub async fn not_there(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<ChangeId> {
    ctx.require(Rights::Write)?;
    let gone = || Error::new(Code::NotFound).hint("the meeting is not known any more");
    let before = known(store, ctx, id).await?.ok_or_else(gone)?;
    if !before.people.is_empty() {
        let problem = "has people whom you talked to there";
        return Err(Error::new(Code::ValueInvalid).field("meeting", problem));
    }
    let has_row = store.fact(ctx.tenant, FactKind::Meeting, before.id).await?.is_some();
    let on = before.on;
    let edits = if has_row && is_own_alone(store, ctx, &before).await? {
        vec![Edit::removed(before)]
    } else {
        marked(store, ctx, before, true).await?
    };
    let change = ctx.change("missed", Some(on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change.id)
}

/// Whether nothing but the owner's own row tells of it: no source, and no series that would put one of its
/// occasions in its place.
async fn is_own_alone(store: &dyn Store, ctx: &Ctx, meeting: &Meeting) -> Result<bool> {
    if !store.statements_about(ctx.tenant, meeting.id).await?.is_empty() {
        return Ok(false);
    }
    let without = book::load_without(store, ctx, meeting.on, meeting.id).await?.facts;
    let same = |m: &Meeting| (m.room, m.on) == (meeting.room, meeting.on);
    Ok(!without.meetings.iter().any(|m| m.id.0.get_version_num() == 5 && same(m)))
}

/// The edits that say whether a meeting was missed, as the owner's word.
pub(super) async fn marked(
    store: &dyn Store,
    ctx: &Ctx,
    before: Meeting,
    is_missed: bool,
) -> Result<Vec<Edit>> {
    let has_row = store.fact(ctx.tenant, FactKind::Meeting, before.id).await?.is_some();
    let after = Meeting { missed: Some(is_missed), ..before.clone() };
    let edit = if has_row { Edit::changed(before, after.clone()) } else { None };
    let edit = edit.unwrap_or_else(|| Edit::created(after.clone()));
    let room = room::by_id(store, ctx, after.room).await?;
    let said = SaidMeeting { missed: Some(is_missed), ..SaidMeeting::held(after.on, room.name) };
    let row = (FactKind::Meeting, after.id);
    let word = word::kept(store, ctx, row, Said::Meeting(said), &mut ctx.ids()).await?;
    Ok(std::iter::once(edit).chain(word).collect())
}
