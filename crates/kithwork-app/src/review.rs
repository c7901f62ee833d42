//! The review: all that is known at a date.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::{book, settings};
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::review::Review;
use kithwork_store::Store;
use std::sync::Arc;

/// The review at a date; without one, at today's date where the owner lives.
///
/// # Errors
/// Those of the store.
pub async fn at(store: &dyn Store, ctx: &Ctx, as_of: Option<Date>) -> Result<Arc<Review>> {
    let as_of = match as_of {
        Some(date) => date,
        None => ctx.today(&settings::of(store, ctx).await?),
    };
    let book = book::load(store, ctx, as_of).await?;
    Ok(of(&book, ctx, as_of))
}

/// The review at a date of a book that is read already.
pub fn of(book: &Arc<Book>, ctx: &Ctx, as_of: Date) -> Arc<Review> {
    ctx.derived(book, as_of, || Review::of(book, as_of, &ctx.params))
}
