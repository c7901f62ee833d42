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
/// stands as it is. What the owner said of the row before is kept where this leaves it out: one row has
/// one word of theirs.
pub(crate) async fn kept(
    store: &dyn Store,
    ctx: &Ctx,
    (about, subject): (FactKind, FactId),
    said: Said,
    ids: Ids<'_>,
) -> Result<Option<Edit>> {
    let known = store.statements_about(ctx.tenant, subject).await?;
    let known: Vec<Statement> = known.into_iter().filter_map(statement).collect();
    if known.is_empty() {
        return Ok(None);
    }
    let is_own = |s: &Statement| s.about == about && s.key.starts_with(&begins(about, subject));
    if let Some(before) = known.into_iter().find(is_own) {
        let said = overlay(&before.said, said);
        let after = Statement { said, recorded_at: ctx.now, ..before.clone() };
        return Ok(Edit::changed(before, after));
    }
    let id = FactId(ids());
    Ok(Some(Edit::created(Statement {
        id,
        source: Source::Own,
        key: format!("{}{id}", begins(about, subject)),
        document: String::new(),
        about,
        subject,
        written_under: subject,
        said,
        recorded_at: ctx.now,
    })))
}

fn statement(fact: Fact) -> Option<Statement> {
    match fact {
        Fact::Statement(statement) => Some(statement),
        _ => None,
    }
}

/// How the keys of the owner's words on a row begin.
fn begins(about: FactKind, subject: FactId) -> String {
    format!("own|{}|{subject}|", about.name())
}
