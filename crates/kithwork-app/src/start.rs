//! How the owner begins: five answers to what keeps them from networking, five first weeks (mission
//! row 73).

use crate::ctx::Ctx;
use crate::error::Result;
use crate::{plan, settings};
use kithwork_core::facts::{Hindrance, Settings};
use kithwork_core::review::Review;
use kithwork_core::start::{FirstWeek, Known};
use kithwork_store::Store;

/// The first week of the owner's own answer; none while they have given none.
///
/// # Errors
/// Those of the store.
pub async fn first_week(store: &dyn Store, ctx: &Ctx) -> Result<Option<FirstWeek>> {
    let settings = settings::of(store, ctx).await?;
    let Some(because) = settings.hindrance else { return Ok(None) };
    let today = ctx.today(&settings);
    let book = plan::ahead(store, ctx, today).await?;
    let review = Review::of(&book, today, &ctx.params);
    let plan = plan::of(&book, ctx, &settings, today, None);
    let known = Known { book: &book, review: &review, plan: &plan, today };
    Ok(Some(FirstWeek::of(because, known)))
}

/// Keeps the owner's answer; none takes it back, and with it the first week.
///
/// # Errors
/// Those of the store.
pub async fn answer(store: &dyn Store, ctx: &Ctx, because: Option<Hindrance>) -> Result<()> {
    let old = settings::of(store, ctx).await?;
    settings::keep(store, ctx, Settings { hindrance: because, ..old }).await
}
