//! Reading a book in one pass.

use super::SqlStore;
use super::sql::{rows, seq};
use crate::error::Result;
use crate::store::Scope;
use kithwork_core::fact::Facts;
use kithwork_core::id::{BookId, PersonId};
use sqlx::Row;

/// Reads a book in one pass, kind by kind, in one state.
pub(crate) async fn load(store: &SqlStore, book: BookId, scope: Scope) -> Result<Facts> {
    let mut tx = store.begin_read().await?;
    seq::seq(&mut tx, book).await?;
    let mut facts = Facts::default();
    for kind in scope.kinds() {
        for fact in rows::all(&mut tx, book, kind).await? {
            facts.push(fact);
        }
    }
    Ok(facts)
}

/// Everyone's id and name.
pub(crate) async fn names(store: &SqlStore, book: BookId) -> Result<Vec<(PersonId, String)>> {
    let mut conn = store.readers.acquire().await?;
    let rows = sqlx::query(
        "SELECT id, name FROM person WHERE book_id = $1 AND merged_into IS NULL ORDER BY id",
    )
    .bind(book.0)
    .fetch_all(&mut *conn)
    .await?;
    rows.iter().map(|row| Ok((PersonId(row.try_get(0)?), row.try_get(1)?))).collect()
}
