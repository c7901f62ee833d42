//! The plan of a week.

use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::{book, settings};
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::plan::Plan;
use kithwork_store::Store;

/// Hours a week where the owner named none: our judgement.
const USUAL_HOURS: u32 = 6;

/// Series are spelled out so many days ahead: invitations speak of the weeks that follow.
const AHEAD: i64 = 35;

/// The plan of the week that a date lies in (without one, of today's) for so many minutes (without,
/// the owner's own budget).
///
/// # Errors
/// [`Code::ValueInvalid`] where the week has fewer minutes than that; those of the store.
pub async fn week(
    store: &dyn Store,
    ctx: &Ctx,
    week: Option<Date>,
    minutes: Option<u32>,
) -> Result<Plan> {
    if minutes.is_some_and(|minutes| minutes > 7 * 24 * 60) {
        return Err(Error::new(Code::ValueInvalid).field("hours", "is more than a week has"));
    }
    let settings = settings::of(store, ctx).await?;
    let day = week.unwrap_or_else(|| ctx.today(&settings));
    let book = book::load(store, ctx, day.saturating_add(AHEAD.days())).await?;
    let usual = settings.hours_per_week.unwrap_or(USUAL_HOURS).saturating_mul(60);
    Ok(Plan::for_week(&book, day, minutes.unwrap_or(usual), &ctx.params))
}
