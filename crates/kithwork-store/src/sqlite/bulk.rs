//! Reading a whole book from a file: sqlx hands every row from thread to thread, which takes longer
//! than reading it. So this one task goes to SQLite directly, by way of the same columns.

use super::SqlStore;
use super::file::Place;
use crate::cell::{RowReader, unreadable};
use crate::error::{Result, StoreError};
use crate::sheet::Sheet;
use crate::store::Scope;
use crate::{links, table};
use kithwork_core::fact::{Fact, FactKind, Facts};
use kithwork_core::id::{BookId, PersonId};
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

/// A row as SQLite lends it, read cell by cell.
struct Cursor<'r> {
    row: &'r Row<'r>,
    at: usize,
}

impl<'r> Cursor<'r> {
    fn lent(&mut self) -> Result<ValueRef<'r>> {
        let at = self.at;
        self.at += 1;
        Ok(self.row.get_ref(at)?)
    }

    fn next<T: FromSql>(&mut self) -> Result<Option<T>> {
        Option::<T>::column_result(self.lent()?).map_err(|_wrong_type| unreadable("value"))
    }
}

impl RowReader for Cursor<'_> {
    fn id(&mut self) -> Result<Option<Uuid>> {
        match self.lent()? {
            ValueRef::Null => Ok(None),
            ValueRef::Blob(bytes) => uuid(bytes).map(Some),
            _ => Err(unreadable("id")),
        }
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
        match self.lent()? {
            ValueRef::Null => read(None),
            text => read(Some(text.as_str().map_err(|_wrong_type| unreadable("text"))?)),
        }
    }
}

fn uuid(bytes: &[u8]) -> Result<Uuid> {
    Uuid::from_slice(bytes).map_err(|_wrong_length| unreadable("id"))
}

/// Reads a book in one pass, in one state.
pub(crate) async fn load(store: &SqlStore, book: BookId, scope: Scope) -> Result<Facts> {
    let place = store.place.clone();
    let reading = tokio::task::spawn_blocking(move || read(&place, book, scope));
    reading.await.map_err(|stopped| StoreError::Unavailable(Box::new(stopped)))?
}

/// Everyone's id and name.
pub(crate) async fn names(store: &SqlStore, book: BookId) -> Result<Vec<(PersonId, String)>> {
    let place = store.place.clone();
    let reading = tokio::task::spawn_blocking(move || read_names(&place, book));
    reading.await.map_err(|stopped| StoreError::Unavailable(Box::new(stopped)))?
}

fn read_names(place: &Place, book: BookId) -> Result<Vec<(PersonId, String)>> {
    let conn = place.open_for_bulk()?;
    let mut statement = conn.prepare(
        "SELECT id, name FROM person WHERE book_id = ?1 AND merged_into IS NULL ORDER BY id",
    )?;
    let mut rows = statement.query([book.0.as_bytes()])?;
    let mut names = Vec::new();
    while let Some(row) = rows.next()? {
        names.push((PersonId(id(row, 0)?), row.get(1)?));
    }
    Ok(names)
}

fn read(place: &Place, book: BookId, scope: Scope) -> Result<Facts> {
    let mut conn = place.open_for_bulk()?;
    let tx = conn.transaction()?;
    let known =
        tx.query_row("SELECT 1 FROM book WHERE book_id = ?1", [book.0.as_bytes()], |_| Ok(()));
    known.optional()?.ok_or(StoreError::NotFound)?;
    let mut facts = Facts::default();
    for kind in scope.kinds() {
        read_kind(&tx, book, kind)?.into_iter().for_each(|fact| facts.push(fact));
    }
    Ok(facts)
}

fn read_kind(conn: &Connection, book: BookId, kind: FactKind) -> Result<Vec<Fact>> {
    let columns = Sheet::of(kind).names();
    let text = format!("SELECT {columns} FROM {} WHERE book_id = ?1 ORDER BY id", kind.name());
    let mut statement = conn.prepare(&text)?;
    let mut rows = statement.query([book.0.as_bytes()])?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        facts.push(table::read(kind, &mut Cursor { row, at: 0 })?);
    }
    if links::is_listed(kind) {
        let mut statement = conn.prepare(
            "SELECT fact_id, person_id FROM appearance WHERE book_id = ?1 AND fact_kind = ?2 \
             ORDER BY fact_id, position",
        )?;
        let pairs = statement.query_and_then((book.0.as_bytes(), kind.name()), pair)?;
        links::fill(&mut facts, pairs)?;
    }
    Ok(facts)
}

fn pair(row: &Row<'_>) -> Result<(Uuid, Uuid)> {
    Ok((id(row, 0)?, id(row, 1)?))
}

fn id(row: &Row<'_>, at: usize) -> Result<Uuid> {
    uuid(row.get_ref(at)?.as_blob().map_err(|_wrong_type| unreadable("id"))?)
}
