//! A meeting that no calendar tells of.

use super::not_there::marked;
use super::tell::{Kept, Told, valid};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{room, settings};
use jiff::civil::{Date, Time};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Meeting, Room};
use kithwork_core::handover::fold;
use kithwork_core::id::{FactId, RoomId};
use kithwork_store::Store;
use serde::Deserialize;

/// A meeting to enter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct New {
    /// Which group or event, by its name.
    pub group: String,
    /// When; none for today.
    #[serde(default)]
    pub on: Option<Date>,
    /// Local start.
    #[serde(default)]
    pub starts: Option<Time>,
    /// Its length.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Whether a group of that name may be new to the book.
    #[serde(default)]
    pub may_be_new: bool,
}

/// Enters a meeting, before it or afterwards. One that the book holds already is left as it is; one that
/// the owner said they did not go to counts again.
///
/// # Errors
/// [`Code::NotFound`] where no group is meant and it may not be new; [`Code::ValueInvalid`] where it has
/// no name or is longer than a day; those of the store.
pub async fn enter(store: &dyn Store, ctx: &Ctx, new: New) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = new.on.unwrap_or(today);
    valid(&Told { minutes: new.minutes.into(), ..Told::default() }, on, today)?;
    let mut ids = ctx.ids();
    let (room, is_new) = group(store, ctx, &new, || RoomId(ids())).await?;
    let known = if is_new { None } else { held(store, ctx, &room, on, new.starts).await? };
    if let Some(meeting) = known {
        return gone_to(store, ctx, meeting).await;
    }
    let (starts, minutes) = (new.starts, new.minutes);
    let meeting = Meeting { starts, minutes, ..Meeting::held(FactId(ids()), room.id, on) };
    let begun = is_new.then(|| Edit::created(room));
    let edits = begun.into_iter().chain([Edit::created(meeting.clone())]).collect();
    let change = ctx.change("event", Some(on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Kept { change: Some(change.id), meeting })
}

async fn gone_to(store: &dyn Store, ctx: &Ctx, meeting: Meeting) -> Result<Kept> {
    if meeting.missed != Some(true) {
        return Ok(Kept { change: None, meeting });
    }
    let edits = marked(store, ctx, meeting.clone(), false).await?;
    let change = ctx.change("event", Some(meeting.on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Kept { change: Some(change.id), meeting: Meeting { missed: Some(false), ..meeting } })
}

/// The group, and whether it is new: then only a whole name means one that is known.
async fn group(
    store: &dyn Store,
    ctx: &Ctx,
    new: &New,
    id: impl FnOnce() -> RoomId,
) -> Result<(Room, bool)> {
    let name = new.group.trim();
    if name.is_empty() {
        return Err(Error::new(Code::ValueInvalid).field("group", "has no name"));
    }
    if !new.may_be_new {
        return Ok((room::is_meant(store, ctx, name).await?, false));
    }
    let known = room::all(store, ctx).await?.into_iter().find(|r| fold(&r.name) == fold(name));
    Ok(known.map_or_else(|| (Room::named(id(), name), true), |room| (room, false)))
}

async fn held(
    store: &dyn Store,
    ctx: &Ctx,
    room: &Room,
    on: Date,
    starts: Option<Time>,
) -> Result<Option<Meeting>> {
    let all = store.all(ctx.tenant, FactKind::Meeting).await?;
    let is_same = |m: &Meeting| {
        let same_time = m.starts.is_none() || starts.is_none() || m.starts == starts;
        m.room == room.id && m.on == on && same_time
    };
    Ok(all.into_iter().find_map(|fact| match fact {
        Fact::Meeting(meeting) if is_same(&meeting) => Some(meeting),
        _ => None,
    }))
}
