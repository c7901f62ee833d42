//! Everything that speaks of a person.

use super::super::{id_list, is_among};
use super::{Conn, appearance, rows};
use crate::error::Result;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::{BookId, PersonId};
use sqlx::{AssertSqlSafe, Row};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Everything that speaks of a person or a record joined into theirs, oldest first, undated facts
/// at the front.
pub(super) async fn timeline(conn: &mut Conn, book: BookId, person: PersonId) -> Result<Vec<Fact>> {
    let people = appearance::joined(conn, book, person).await?;
    let mut facts = Vec::new();
    for (kind, ids) in mentions(conn, book, &people).await? {
        facts.append(&mut rows::among(conn, book, kind, &ids).await?);
    }
    facts.sort_by_cached_key(|fact| (fact.on(), fact.kind(), fact.id()));
    Ok(facts)
}

/// The ids of all facts that speak of any of these people, by kind.
pub(super) async fn mentions(
    conn: &mut Conn,
    book: BookId,
    people: &[Uuid],
) -> Result<BTreeMap<FactKind, Vec<Uuid>>> {
    // Neither sorted nor made unique by the database: for that SQLite would walk through all that is
    // known of everybody instead of looking up these few.
    let text = format!(
        "SELECT fact_kind, fact_id FROM appearance WHERE book_id = $1 AND person_id {}",
        is_among(2)
    );
    let rows =
        sqlx::query(AssertSqlSafe(text)).bind(book.0).bind(id_list(people)).fetch_all(conn).await?;
    let mut by_kind: BTreeMap<FactKind, Vec<Uuid>> = BTreeMap::new();
    for row in &rows {
        let kind = crate::kind::named(row.try_get(0)?)?;
        by_kind.entry(kind).or_default().push(row.try_get(1)?);
    }
    for ids in by_kind.values_mut() {
        ids.sort_unstable();
        ids.dedup();
    }
    Ok(by_kind)
}
