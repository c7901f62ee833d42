//! The owner's own word about a row that another source told of: it outlives imports.

use crate::ctx::Ctx;
use crate::error::Result;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Statement;
use kithwork_core::handover::Said;
use kithwork_core::id::{FactId, Ids};
use kithwork_core::source::Source;
use kithwork_store::Store;

/// The statement that keeps the owner's word; none where no source speaks of the row, which then
/// stands as it is.
pub(crate) async fn kept(
    store: &dyn Store,
    ctx: &Ctx,
    (about, subject): (FactKind, FactId),
    said: Said,
    ids: Ids<'_>,
) -> Result<Option<Edit>> {
    let known = store.statements_about(ctx.tenant, subject).await?;
    if !known.iter().any(|fact| matches!(fact, Fact::Statement(_))) {
        return Ok(None);
    }
    Ok(Some(own(ctx, about, subject, said, ids)))
}

/// The owner's word as a statement.
pub(crate) fn own(ctx: &Ctx, about: FactKind, subject: FactId, said: Said, ids: Ids<'_>) -> Edit {
    let id = FactId(ids());
    Edit::created(Statement {
        id,
        source: Source::Own,
        key: format!("own|{}|{subject}|{id}", about.name()),
        document: String::new(),
        about,
        subject,
        written_under: subject,
        said,
        recorded_at: ctx.now,
    })
}
