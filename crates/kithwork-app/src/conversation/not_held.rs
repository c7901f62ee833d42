//! What was agreed did not take place.

use super::row;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::settings;
use kithwork_core::change::Change;
use kithwork_core::facts::{Conversation, Stage};
use kithwork_core::id::FactId;
use kithwork_store::Store;

/// Notes that it did not take place: it is a mere wish again, for the day it was to be.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where it happened; those of the store.
pub async fn not_held(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let row = row::find(store, ctx, id).await?;
    if row.now.stage == Stage::Happened {
        return Err(Error::new(Code::ValueInvalid).hint("this one has happened"));
    }
    let today = ctx.today(&settings::of(store, ctx).await?);
    let after = Conversation { stage: Stage::Suggested, ..row.now.clone() };
    let edits = row.becomes(store, ctx, after, &mut ctx.ids()).await?;
    let change = ctx.change("not_held", Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}
