//! One conversation as it stands.

use super::row;
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use kithwork_core::facts::Conversation;
use kithwork_core::id::FactId;
use kithwork_store::Store;

/// The conversation of that id: a row of its own, or one occasion of a series.
///
/// # Errors
/// [`Code::NotFound`](crate::Code::NotFound); those of the store.
pub async fn by_id(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Conversation> {
    ctx.require(Rights::Read)?;
    Ok(row::find(store, ctx, id).await?.now)
}
