//! Introductions that the owner makes.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{settings, who};
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Introduction, Party};
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::Store;

/// Writes down that the owner brought two people together today.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where both are one; those of the store.
pub async fn made(store: &dyn Store, ctx: &Ctx, one: PersonId, other: PersonId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let (one, other) = (who::by_id(store, ctx, one).await?, who::by_id(store, ctx, other).await?);
    if one.id == other.id {
        return Err(Error::new(Code::ValueInvalid).hint("an introduction takes two people"));
    }
    let today = ctx.today(&settings::of(store, ctx).await?);
    let introduction = Introduction {
        id: FactId(ctx.ids()()),
        on: Some(today),
        introduced_by: Party::Me,
        person_a: Party::Person(one.id),
        person_b: Party::Person(other.id),
        outcome: None,
    };
    let change = ctx.change("introduce", Some(today), vec![Edit::created(introduction)]);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}
