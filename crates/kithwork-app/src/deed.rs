//! What the owner does: its edits as one change.

use crate::ctx::Ctx;
use crate::error::Result;
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_store::Store;

/// Commits these edits as one change of this name and day; none where there are no edits, since all of it
/// stands so already.
///
/// # Errors
/// Those of the store.
pub(crate) async fn done(
    store: &dyn Store,
    ctx: &Ctx,
    verb: &str,
    on: Option<Date>,
    edits: impl IntoIterator<Item = Edit>,
) -> Result<Option<Change>> {
    let edits: Vec<Edit> = edits.into_iter().collect();
    if edits.is_empty() {
        return Ok(None);
    }
    let change = ctx.change(verb, on, edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change))
}
