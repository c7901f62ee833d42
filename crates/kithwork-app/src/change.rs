//! What was done to a book: past changes, to look through and to take back.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use kithwork_core::change::Change;
use kithwork_core::id::ChangeId;
use kithwork_store::{Past, Store};

/// The change of that id with its rows.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn find(store: &dyn Store, ctx: &Ctx, id: ChangeId) -> Result<Change> {
    ctx.require(Rights::Read)?;
    let found = store.change(ctx.tenant, id).await?;
    found.ok_or_else(|| Error::new(Code::NotFound).hint("the book knows no such change"))
}

/// Past changes, the latest first: at most `limit`, and only those before a change's number where one
/// is given.
///
/// # Errors
/// Those of the store.
pub async fn past(
    store: &dyn Store,
    ctx: &Ctx,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Past>> {
    ctx.require(Rights::Read)?;
    Ok(store.changes(ctx.tenant, before, limit).await?)
}
