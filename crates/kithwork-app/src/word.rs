//! The owner's own word about a row that another source told of: it outlives imports.

use crate::ctx::Ctx;
use crate::error::Result;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Statement;
use kithwork_core::handover::{Said, overlay};
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
    let known: Vec<Statement> = known
        .into_iter()
        .filter_map(|fact| match fact {
            Fact::Statement(statement) => Some(statement),
            _ => None,
        })
        .collect();
    if known.is_empty() {
        return Ok(None);
    }
    let is_own = |s: &Statement| (s.source, s.about, s.subject) == (Source::Own, about, subject);
    // A second word on the same row is the first one put right: two would be taken for two occasions
    // wherever the book is read in again.
    match known.into_iter().rev().find(is_own) {
        Some(before) => {
            let said = overlay(&before.said, said);
            let after = Statement { said, recorded_at: ctx.now, ..before.clone() };
            Ok(Edit::changed(before, after))
        }
        None => Ok(Some(own(ctx, about, subject, said, ids))),
    }
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
