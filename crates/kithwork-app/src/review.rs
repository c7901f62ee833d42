//! The review: all that is known at a date.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::{book, settings};
use jiff::civil::Date;
use kithwork_core::review::Review;
use kithwork_store::Store;

/// The review at a date; without one, at today's date where the owner lives.
///
/// # Errors
/// Those of the store.
pub async fn at(store: &dyn Store, ctx: &Ctx, as_of: Option<Date>) -> Result<Review> {
    let as_of = match as_of {
        Some(date) => date,
        None => ctx.today(&settings::of(store, ctx).await?),
    };
    let book = book::load(store, ctx, as_of).await?;
    Ok(Review::of(&book, as_of, &ctx.params))
}
