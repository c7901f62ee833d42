//! A minute that was given, and whether it was the one that had been prepared.

use super::occasion::Occasion;
use super::{is_same, named, versions};
use crate::ctx::{Ctx, Rights};
use crate::day::not_ahead;
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::{room, settings};
use jiff::civil::Date;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Meeting, PitchChange, Room};
use kithwork_core::id::{ChangeId, FactId};
use kithwork_store::Store;
use serde::Deserialize;

/// A minute that was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Given {
    /// Which version, by its name.
    pub version: String,
    /// Where, by the room's name.
    pub room: String,
    /// When; none for today.
    pub on: Option<Date>,
    /// Whether it had been prepared.
    pub prepared: Option<bool>,
    /// Whether it was changed just before.
    pub changed: Option<bool>,
    /// Why it was; a reason says that it was changed.
    pub why: Option<PitchChange>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The room.
    pub room: Room,
    /// The meeting, as it is now.
    pub meeting: Meeting,
}

/// Notes which version was given at a meeting; a meeting that the book does not hold yet is entered.
///
/// # Errors
/// [`Code::NotFound`] where no room is meant; [`Code::ValueInvalid`] where the version has no name or
/// the day lies ahead; those of the store.
pub async fn gave(store: &dyn Store, ctx: &Ctx, given: Given) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let version = named(&given.version)?;
    let room = room::is_meant(store, ctx, &given.room).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = not_ahead(given.on.unwrap_or(today), today)?;
    let known = versions(store, ctx).await?;
    let spelt = known.into_iter().find(|p| is_same(&p.version, &version)).map(|p| p.version);
    let mut ids = ctx.ids();
    let occasion = Occasion::of(store, ctx, room, on, &mut ids).await?;
    let base = occasion.now.clone();
    let changed = given.changed.or(given.why.map(|_| true)).or(base.pitch_changed);
    let meeting = Meeting {
        pitch: Some(spelt.unwrap_or(version)),
        pitch_prepared: given.prepared.or(base.pitch_prepared),
        pitch_changed: changed,
        // Given, it was not left out.
        pitch_skipped: Some(false),
        pitch_changed_why: given.why.or(base.pitch_changed_why).filter(|_| changed == Some(true)),
        ..base
    };
    kept(store, ctx, occasion, meeting).await
}

/// Says afterwards whether the minute of a meeting was given as prepared: without a reason it was.
///
/// # Errors
/// [`Code::NotFound`] where there is no such meeting; [`Code::ValueInvalid`] where it lies ahead; those of
/// the store.
pub async fn afterwards(
    store: &dyn Store,
    ctx: &Ctx,
    meeting: FactId,
    why: Option<PitchChange>,
) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let gone = || Error::new(Code::NotFound).hint("this meeting is no longer in the book");
    let found = store.fact(ctx.tenant, FactKind::Meeting, meeting).await?;
    let Some(Fact::Meeting(meeting)) = found else { return Err(gone()) };
    let today = ctx.today(&settings::of(store, ctx).await?);
    not_ahead(meeting.on, today)?;
    let room = room::by_id(store, ctx, meeting.room).await?;
    let occasion = Occasion::of(store, ctx, room, meeting.on, &mut ctx.ids()).await?;
    let after = Meeting {
        pitch_prepared: Some(why != Some(PitchChange::NotPrepared)),
        pitch_changed: Some(why.is_some()),
        pitch_changed_why: why,
        pitch_skipped: Some(false),
        ..occasion.now.clone()
    };
    kept(store, ctx, occasion, after).await
}

/// Commits what became of a meeting.
pub(super) async fn kept(
    store: &dyn Store,
    ctx: &Ctx,
    occasion: Occasion,
    meeting: Meeting,
) -> Result<Kept> {
    let edits = occasion.becomes(store, ctx, &meeting, &mut ctx.ids()).await?;
    let change = deed::done(store, ctx, "pitch", Some(meeting.on), edits).await?;
    Ok(Kept { change: change.map(|change| change.id), room: occasion.room, meeting })
}
