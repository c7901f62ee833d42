//! Verifying the book.

use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use kithwork_store::{Problem, Store};

/// Whatever is wrong with the book; nothing where it is sound.
///
/// # Errors
/// Those of the store, where it can't even be read.
pub async fn book(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Problem>> {
    ctx.require(Rights::Read)?;
    Ok(store.check(ctx.tenant).await?)
}
