//! Forgetting what was deleted.

use super::super::{overwrite_freed, settle};
use super::{SqlStore, Tx, log, rows, seq};
use crate::error::Result;
use kithwork_core::change::Change;
use kithwork_core::fact::FactKind;
use kithwork_core::id::{BookId, FactId};
use std::collections::HashSet;
use uuid::Uuid;

/// Takes what past changes held of facts that are gone out of the log, then overwrites what has been
/// freed.
pub(super) async fn forget(
    store: &SqlStore,
    book: BookId,
    facts: &[FactId],
    change: &Change,
) -> Result<u64> {
    let mut tx = store.begin_write().await?;
    let seq = seq::raise(&mut tx, book, change.from).await?;
    let gone = gone(&mut tx, book, facts).await?;
    let changes = log::empty(&mut tx, book, &gone).await?;
    log::append(&mut tx, book, seq, change, &log::logged(change)).await?;
    settle(tx).await?;
    overwrite_freed(&store.place).await?;
    Ok(changes.len() as u64)
}

/// Those of these facts that are in no table any more.
async fn gone(tx: &mut Tx, book: BookId, facts: &[FactId]) -> Result<Vec<Uuid>> {
    let ids: Vec<Uuid> = facts.iter().map(|id| id.0).collect();
    let mut here: HashSet<Uuid> = HashSet::new();
    for &kind in FactKind::ALL {
        here.extend(rows::among(tx, book, kind, &ids).await?.iter().map(|fact| fact.id().0));
    }
    Ok(ids.into_iter().filter(|id| !here.contains(id)).collect())
}
