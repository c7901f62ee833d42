//! What was agreed did not take place.

use super::row;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::settings;
use kithwork_core::change::Change;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Conversation, Stage};
use kithwork_core::id::FactId;
use kithwork_core::source::Source;
use kithwork_store::Store;

/// Notes that it did not take place, or before its day that it is called off: it is a mere wish again, for the
/// day it was to be. What only a calendar says happened was never more than planned.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where it happened; those of the store.
pub async fn not_held(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let row = row::find(store, ctx, id).await?;
    if row.now.stage == Stage::Happened && !is_a_calendars(store, ctx, id).await? {
        return Err(Error::new(Code::ValueInvalid).hint("this one has happened"));
    }
    let today = ctx.today(&settings::of(store, ctx).await?);
    let is_ahead = row.now.on > today;
    let after = Conversation { stage: Stage::Suggested, ..row.now.clone() };
    let edits = row.becomes(store, ctx, after, &mut ctx.ids()).await?;
    let verb = if is_ahead { "called_off" } else { "not_held" };
    let change = ctx.change(verb, Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

/// Those of these conversations that stand in a calendar and of which the owner has said nothing.
///
/// # Errors
/// Those of the store.
pub async fn of_a_calendar(
    store: &dyn Store,
    ctx: &Ctx,
    talks: impl IntoIterator<Item = FactId>,
) -> Result<Vec<FactId>> {
    ctx.require(Rights::Read)?;
    let mut planned = Vec::new();
    for id in talks {
        if is_a_calendars(store, ctx, id).await? {
            planned.push(id);
        }
    }
    Ok(planned)
}

async fn is_a_calendars(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<bool> {
    // An occasion of a series has no row until something is said of it.
    if id.0.get_version_num() == 5
        && store.fact(ctx.tenant, FactKind::Conversation, id).await?.is_none()
    {
        return Ok(true);
    }
    let told = store.statements_about(ctx.tenant, id).await?;
    let says = |source| {
        told.iter().any(|fact| matches!(fact, Fact::Statement(said) if said.source == source))
    };
    Ok(says(Source::Calendar) && !says(Source::Own))
}
