//! One room on a page.

use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::{book, review, settings};
use jiff::ToSpan;
use kithwork_core::id::RoomId;
use kithwork_core::review::RoomSheet;
use kithwork_store::Store;

/// Meetings to come are listed so many days ahead.
const AHEAD: i64 = 35;

/// The room that is meant: by its name, the beginning of it, or its id.
///
/// # Errors
/// [`Code::NotFound`], with the rooms there are; those of the store.
pub async fn known(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<RoomId> {
    Ok(super::is_meant(store, ctx, which).await?.id)
}

fn gone() -> Error {
    Error::new(Code::NotFound).hint("the address may be mistyped, or the group was taken back")
}

/// All that is known of a room today.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn sheet(store: &dyn Store, ctx: &Ctx, room: RoomId) -> Result<RoomSheet> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let review = review::at(store, ctx, Some(today)).await?;
    let book = book::load(store, ctx, today.saturating_add(AHEAD.days())).await?;
    RoomSheet::of(&book, &review, room).ok_or_else(gone)
}
