//! The plan of a week.

use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::{book, note, settings};
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::facts::Settings;
use kithwork_core::plan::{Adherence, Budget, Close, Plan};
use kithwork_core::review::Practice;
use kithwork_store::Store;
use std::sync::Arc;

/// Hours a week where the owner named none: our judgement.
const USUAL_HOURS: u32 = 6;

/// Series are spelled out so many days ahead: invitations speak of the weeks that follow.
const AHEAD: i64 = 35;

/// The plan of the week that a date lies in (without one, of today's) for so many minutes (without,
/// the owner's own budget), with what became of the week before and the one thing to practise.
///
/// # Errors
/// [`Code::ValueInvalid`] where the week has fewer minutes than that; those of the store.
pub async fn week(
    store: &dyn Store,
    ctx: &Ctx,
    week: Option<Date>,
    minutes: Option<u32>,
) -> Result<Arc<Plan>> {
    if minutes.is_some_and(|minutes| minutes > 7 * 24 * 60) {
        return Err(Error::new(Code::ValueInvalid).field("hours", "is more than a week has"));
    }
    let settings = settings::of(store, ctx).await?;
    let day = week.unwrap_or_else(|| ctx.today(&settings));
    let book = ahead(store, ctx, day).await?;
    let depends_on = (day, ctx.today(&settings), minutes);
    Ok(ctx.derived(&book, depends_on, || of(&book, ctx, &settings, day, minutes)))
}

/// The book, as far ahead of a day as a plan looks.
pub(crate) async fn ahead(store: &dyn Store, ctx: &Ctx, day: Date) -> Result<Arc<Book>> {
    book::load_with_diary(store, ctx, day.saturating_add(AHEAD.days())).await
}

/// The plan of the week that a day lies in, for so many minutes, else the owner's own budget.
pub(crate) fn of(
    book: &Book,
    ctx: &Ctx,
    settings: &Settings,
    day: Date,
    minutes: Option<u32>,
) -> Plan {
    let today = ctx.today(settings);
    let said = settings.hours_per_week.map(|hours| Budget::from(hours.saturating_mul(60)));
    let usual = said.unwrap_or(Budget::assumed(USUAL_HOURS * 60));
    let plan = Plan::for_week(book, day, minutes.map_or(usual, Budget::from), &ctx.params);
    let plan = plan.practising(Practice::of(book, day.min(today), &ctx.params));
    match week_before(book, ctx, plan.week, today, usual.minutes) {
        Some(before) => plan.carrying_over(before),
        None => plan,
    }
}

/// The close of the week that a date lies in; without one, today.
///
/// # Errors
/// Those of the store.
pub async fn close(store: &dyn Store, ctx: &Ctx, on: Option<Date>) -> Result<Close> {
    let on = match on {
        Some(on) => on,
        None => ctx.today(&settings::of(store, ctx).await?),
    };
    let book = book::load(store, ctx, on).await?;
    if let Some(known) = ctx.known::<_, Close>(&book, &on) {
        return Ok(Close::clone(&known));
    }
    let monday = on.saturating_sub(i64::from(on.weekday().to_monday_zero_offset()).days());
    let mut close = Close::of(&book, on);
    close.kept = note::not_understood(store, ctx, (monday, on)).await?;
    close.planned = week(store, ctx, Some(on), None).await?.still_open();
    Ok(Close::clone(&ctx.know(&book, on, close)))
}

/// What became of the plan of the week before a Monday; none while that week is not over, or where the
/// book was begun after it.
fn week_before(book: &Book, ctx: &Ctx, monday: Date, today: Date, usual: u32) -> Option<Adherence> {
    let before = monday.saturating_sub(7.days());
    // A book that was begun later has had no plan for that week that anybody could have seen.
    let had_one = book.begun_on().is_none_or(|begun| begun < monday);
    (monday <= today && had_one).then(|| Adherence::of_week(book, before, usual, &ctx.params))
}
