//! Who is spoken of by which fact.

use super::super::{IdList, id_list, insert, is_among};
use super::Conn;
use crate::cell::{Cell, CellType};
use crate::error::Result;
use crate::links;
use crate::sheet::Sheet;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::{BookId, PersonId};
use sqlx::{AssertSqlSafe, Row};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Fills in the people of facts that keep a list of them; `facts` are in the order of their ids.
pub(super) async fn fill(
    conn: &mut Conn,
    book: BookId,
    kind: FactKind,
    facts: &mut [Fact],
    ids: Option<IdList>,
) -> Result<()> {
    if !links::is_listed(kind) || facts.is_empty() {
        return Ok(());
    }
    let only = if ids.is_some() { format!(" AND fact_id {}", is_among(3)) } else { String::new() };
    let text = format!(
        "SELECT fact_id, person_id FROM appearance WHERE book_id = $1 AND fact_kind = $2{only} \
         ORDER BY fact_id, position"
    );
    let query = sqlx::query(AssertSqlSafe(text)).bind(book.0).bind(kind.name());
    let query = match ids {
        Some(ids) => query.bind(ids),
        None => query,
    };
    let rows = query.fetch_all(conn).await?;
    let pairs = rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?)));
    links::fill(facts, pairs)
}

/// Writes down whom facts speak of.
pub(super) async fn write(conn: &mut Conn, book: BookId, facts: &[&Fact]) -> Result<()> {
    let mut rows = Vec::new();
    for fact in facts {
        let (kind, on) = (fact.kind().name(), fact.on().map(|on| on.to_string()));
        for (person, position) in links::people(fact).into_iter().zip(0..) {
            rows.push(vec![
                Cell::Id(Some(person.0)),
                Cell::Text(Some(kind.to_owned())),
                Cell::Id(Some(fact.id().0)),
                Cell::Text(on.clone()),
                Cell::Number(Some(position)),
            ]);
        }
    }
    insert(conn, book, &sheet(), rows).await
}

fn sheet() -> Sheet {
    use CellType::{Id, Number, Text};
    Sheet::plain(
        "appearance",
        &[
            ("person_id", Id),
            ("fact_kind", Text),
            ("fact_id", Id),
            ("on_date", Text),
            ("position", Number),
        ],
    )
}

/// Forgets whom facts speak of.
pub(super) async fn forget(conn: &mut Conn, book: BookId, facts: &[&Fact]) -> Result<()> {
    let mut by_kind: BTreeMap<FactKind, Vec<Uuid>> = BTreeMap::new();
    for fact in facts {
        by_kind.entry(fact.kind()).or_default().push(fact.id().0);
    }
    for (kind, ids) in by_kind {
        let text = format!(
            "DELETE FROM appearance WHERE book_id = $1 AND fact_kind = $2 AND fact_id {}",
            is_among(3)
        );
        sqlx::query(AssertSqlSafe(text))
            .bind(book.0)
            .bind(kind.name())
            .bind(id_list(&ids))
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// The person and all records joined into theirs.
pub(super) async fn joined(conn: &mut Conn, book: BookId, person: PersonId) -> Result<Vec<Uuid>> {
    let (mut all, mut next) = (vec![person.0], vec![person.0]);
    let text = format!("SELECT id FROM person WHERE book_id = $1 AND merged_into {}", is_among(2));
    while !next.is_empty() {
        let rows = sqlx::query(AssertSqlSafe(text.as_str()))
            .bind(book.0)
            .bind(id_list(&next))
            .fetch_all(&mut *conn)
            .await?;
        next = rows.iter().map(|row| row.try_get(0)).collect::<sqlx::Result<_>>()?;
        next.retain(|id| !all.contains(id));
        all.extend(&next);
    }
    Ok(all)
}
