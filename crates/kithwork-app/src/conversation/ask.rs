//! Asking for time together.

use super::row::{self, Row};
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::settings;
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Conversation, ConversationKind, Stage};
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::Store;

/// Notes that people were asked today for time together. What was only suggested with the same people
/// becomes this.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound),
/// [`Code::NobodyChosen`](crate::Code::NobodyChosen); those of the store.
pub async fn ask(
    store: &dyn Store,
    ctx: &Ctx,
    people: &[PersonId],
    kind: ConversationKind,
) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let people = row::people(store, ctx, people).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let mut ids = ctx.ids();
    let asked = |talk: Conversation| Conversation { kind, on: today, stage: Stage::Asked, ..talk };
    let open = row::open_with(store, ctx, &people).await?;
    let open = open.filter(|row: &Row| row.now.stage == Stage::Suggested);
    let edits = if let Some(row) = open {
        let after = asked(row.now.clone());
        row.becomes(store, ctx, after, &mut ids).await?
    } else {
        let new = Conversation::happened(FactId(ids()), kind, today, people);
        vec![Edit::created(asked(new))]
    };
    let change = ctx.change("ask", Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}
