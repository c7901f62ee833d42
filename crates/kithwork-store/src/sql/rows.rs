//! The rows of the facts.

use super::super::{Db, IdList, id_list, insert, is_among};
use super::{Conn, appearance};
use crate::cell::RowReader;
use crate::error::Result;
use crate::sheet::Sheet;
use crate::table;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::{BookId, FactId};
use sqlx::{AssertSqlSafe, Row};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A driver's row, read cell by cell.
pub(in super::super) struct Cursor<'r> {
    row: &'r <Db as sqlx::Database>::Row,
    at: usize,
}

impl<'r> Cursor<'r> {
    /// Begins at a column, counted from 0.
    pub(in super::super) fn at(row: &'r <Db as sqlx::Database>::Row, at: usize) -> Self {
        Self { row, at }
    }

    fn next<T>(&mut self) -> Result<T>
    where
        T: sqlx::Decode<'r, Db> + sqlx::Type<Db>,
    {
        let at = self.at;
        self.at += 1;
        Ok(self.row.try_get(at)?)
    }
}

impl RowReader for Cursor<'_> {
    fn id(&mut self) -> Result<Option<Uuid>> {
        self.next()
    }
    fn text(&mut self) -> Result<Option<String>> {
        self.next()
    }
    fn number(&mut self) -> Result<Option<i64>> {
        self.next()
    }
    fn truth(&mut self) -> Result<Option<bool>> {
        self.next()
    }
    fn bytes(&mut self) -> Result<Option<Vec<u8>>> {
        self.next()
    }
    fn with_text<T>(&mut self, read: impl FnOnce(Option<&str>) -> Result<T>) -> Result<T> {
        let at = self.at;
        self.at += 1;
        read(self.row.try_get::<Option<&str>, _>(at)?)
    }
}

/// Whether rows are new or written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Write {
    New,
    Over,
}

/// Writes facts, kind by kind.
pub(super) async fn write(
    conn: &mut Conn,
    book: BookId,
    facts: &[&Fact],
    write: Write,
) -> Result<()> {
    let mut by_kind: BTreeMap<FactKind, Vec<&Fact>> = BTreeMap::new();
    for fact in facts {
        by_kind.entry(fact.kind()).or_default().push(fact);
    }
    for (kind, facts) in by_kind {
        let sheet = Sheet::of(kind);
        let sheet = if write == Write::Over { sheet.over() } else { sheet };
        let rows = facts.into_iter().map(table::cells).collect();
        insert(conn, book, &sheet, rows).await?;
    }
    Ok(())
}

/// Removes facts of one kind.
pub(super) async fn remove(
    conn: &mut Conn,
    book: BookId,
    kind: FactKind,
    ids: &[Uuid],
) -> Result<u64> {
    let text = format!("DELETE FROM {} WHERE book_id = $1 AND id {}", kind.name(), is_among(2));
    let query = sqlx::query(AssertSqlSafe(text)).bind(book.0).bind(id_list(ids));
    Ok(query.execute(conn).await?.rows_affected())
}

/// All facts of one kind, in the order of their ids.
pub(crate) async fn all(conn: &mut Conn, book: BookId, kind: FactKind) -> Result<Vec<Fact>> {
    select(conn, book, kind, "", None).await
}

/// The facts of one kind with these ids, in the order of their ids; unknown ones are left out.
pub(super) async fn among(
    conn: &mut Conn,
    book: BookId,
    kind: FactKind,
    ids: &[Uuid],
) -> Result<Vec<Fact>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let only = format!(" AND id {}", is_among(2));
    select(conn, book, kind, &only, Some(id_list(ids))).await
}

/// What sources said about one fact.
pub(super) async fn statements_about(
    conn: &mut Conn,
    book: BookId,
    subject: FactId,
) -> Result<Vec<Fact>> {
    // By way of their ids: sorted by id, SQLite would walk through all that was ever said.
    let only = format!(
        " AND id IN (SELECT s.id FROM statement s WHERE s.book_id = $1 AND s.subject {})",
        is_among(2)
    );
    select(conn, book, FactKind::Statement, &only, Some(id_list(&[subject.0]))).await
}

async fn select(
    conn: &mut Conn,
    book: BookId,
    kind: FactKind,
    only: &str,
    ids: Option<IdList>,
) -> Result<Vec<Fact>> {
    let (columns, name) = (Sheet::of(kind).names(), kind.name());
    let text = format!("SELECT {columns} FROM {name} WHERE book_id = $1{only} ORDER BY id");
    let query = sqlx::query(AssertSqlSafe(text)).bind(book.0);
    let query = match &ids {
        Some(ids) => query.bind(ids.clone()),
        None => query,
    };
    let rows = query.fetch_all(&mut *conn).await?;
    let mut facts = Vec::with_capacity(rows.len());
    for row in &rows {
        facts.push(table::read(kind, &mut Cursor::at(row, 0))?);
    }
    appearance::fill(conn, book, kind, &mut facts, ids).await?;
    Ok(facts)
}
