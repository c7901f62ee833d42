//! Reading a book in one pass.

use super::SqlStore;
use super::sql::{rows, seq};
use crate::error::Result;
use crate::store::Scope;
use kithwork_core::fact::Facts;
use kithwork_core::id::BookId;

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
