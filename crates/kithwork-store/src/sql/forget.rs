//! Forgetting what was deleted.

use super::super::{id_list, is_among, overwrite_freed, settle};
use super::{SqlStore, Tx, log, rows, seq};
use crate::error::Result;
use kithwork_core::change::Change;
use kithwork_core::fact::FactKind;
use kithwork_core::id::{BookId, FactId};
use sqlx::{AssertSqlSafe, Row};
use std::collections::{BTreeSet, HashSet};
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
    let text = format!(
        "UPDATE change_edit SET salt = NULL, before = NULL, after = NULL \
         WHERE book_id = $1 AND fact_id {} AND salt IS NOT NULL RETURNING seq",
        is_among(2)
    );
    let emptied = sqlx::query(AssertSqlSafe(text))
        .bind(book.0)
        .bind(id_list(&gone))
        .fetch_all(&mut *tx)
        .await?;
    let mut changes: BTreeSet<i64> = BTreeSet::new();
    for row in &emptied {
        changes.insert(row.try_get(0)?);
    }
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
