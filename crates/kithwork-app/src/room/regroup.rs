//! Rooms that the calendar was misread for: one that is none, two that are one.

use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use kithwork_core::change::Change;
use kithwork_core::handover::{self, Outcome};
use kithwork_core::id::RoomId;
use kithwork_store::{Scope, Store};

/// Remembers that a room is none. Its entries stay in the calendar and count for nothing; no later
/// file brings it back.
///
/// # Errors
/// [`NotFound`](crate::Code::NotFound); [`ValueInvalid`](crate::Code::ValueInvalid) where more than the
/// calendar names it; those of the store.
pub async fn not_a_group(store: &dyn Store, ctx: &Ctx, room: RoomId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let facts = store.load(ctx.tenant, Scope::Whole).await?;
    let outcome = handover::not_a_group(&facts, room, ctx.now, &mut ctx.ids())?;
    committed(store, ctx, "not_a_group", outcome).await
}

/// Remembers that a room is another one by a second name: its meetings are the other's from now on.
///
/// # Errors
/// [`NotFound`](crate::Code::NotFound); [`ValueInvalid`](crate::Code::ValueInvalid) where more than the
/// calendar names the second, or both are one; those of the store.
pub async fn same_group(
    store: &dyn Store,
    ctx: &Ctx,
    keep: RoomId,
    lose: RoomId,
) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let facts = store.load(ctx.tenant, Scope::Whole).await?;
    let outcome = handover::same_group(&facts, keep, lose, ctx.now, &mut ctx.ids())?;
    committed(store, ctx, "same_group", outcome).await
}

async fn committed(store: &dyn Store, ctx: &Ctx, verb: &str, outcome: Outcome) -> Result<Change> {
    let change = ctx.change(verb, None, outcome.edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}
