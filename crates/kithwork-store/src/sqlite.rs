//! What only SQLite has: its file, its search, its way of lists and of many rows at once.

use crate::cell::Cell;
use crate::error::Result;
use crate::sheet::Sheet;
use crate::words::{Entry, Found};
use kithwork_core::id::BookId;
use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use std::sync::Arc;
use uuid::Uuid;

mod bulk;
mod file;
mod restore;
#[path = "sql/mod.rs"]
mod sql;

pub(crate) use bulk::load;
pub(crate) use file::{Place, backup, check_database, open, overwrite_freed};
pub(crate) use restore::{replace, restore};
pub(crate) use sql::SqlStore;

/// The driver.
pub(crate) type Db = sqlx::Sqlite;

/// Takes the write lock at once, so that two writers wait for each other instead of failing.
pub(crate) const BEGIN_WRITE: &str = "BEGIN IMMEDIATE";
/// Sees one state of the file from its first statement on.
pub(crate) const BEGIN_READ: &str = "BEGIN";

/// A list of ids as one argument: JSON of hexadecimal.
pub(crate) type IdList = String;

/// A list of ids as one argument.
pub(crate) fn id_list(ids: &[Uuid]) -> IdList {
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"{}\"", id.simple())).collect();
    format!("[{}]", quoted.join(","))
}

/// The condition that a column is in the list of ids of this argument.
pub(crate) fn is_among(argument: usize) -> String {
    format!("IN (SELECT unhex(value) FROM json_each(${argument}))")
}

/// So many arguments stand in one statement: more cost more to prepare than they save.
const ARGUMENTS: usize = 2000;

/// Inserts rows, as many a statement as pay.
pub(crate) async fn insert(
    conn: &mut SqliteConnection,
    book: BookId,
    sheet: &Sheet,
    rows: Vec<Vec<Cell>>,
) -> Result<()> {
    let each = (ARGUMENTS / (sheet.columns.len() + 1)).max(1);
    let mut rows = rows.into_iter().peekable();
    let full: Arc<str> = insert_text(sheet, each).into();
    while rows.peek().is_some() {
        let chunk: Vec<Vec<Cell>> = rows.by_ref().take(each).collect();
        let text = if chunk.len() == each {
            Arc::clone(&full)
        } else {
            insert_text(sheet, chunk.len()).into()
        };
        let persistent = chunk.len() == each || chunk.len() == 1;
        let mut query = sqlx::query(AssertSqlSafe(text)).persistent(persistent);
        for row in chunk {
            query = row.into_iter().fold(query.bind(book.0), bind);
        }
        query.execute(&mut *conn).await?;
    }
    Ok(())
}

fn insert_text(sheet: &Sheet, rows: usize) -> String {
    // Nameless arguments: SQLite looks named ones up one by one.
    let row = format!("(?{})", ", ?".repeat(sheet.columns.len()));
    let values = vec![row; rows].join(", ");
    let (table, names, on_conflict) = (sheet.table, sheet.names(), sheet.on_conflict());
    format!("INSERT INTO {table} (book_id, {names}) VALUES {values}{on_conflict}")
}

fn bind(query: Query<'_, Db, SqliteArguments>, cell: Cell) -> Query<'_, Db, SqliteArguments> {
    match cell {
        Cell::Id(id) => query.bind(id),
        Cell::Text(text) => query.bind(text),
        Cell::Number(number) => query.bind(number),
        Cell::Truth(truth) => query.bind(truth),
        Cell::Bytes(bytes) => query.bind(bytes),
    }
}

/// Takes facts out of the full-text index.
pub(crate) async fn forget_words(
    conn: &mut SqliteConnection,
    book: BookId,
    facts: &[Uuid],
) -> Result<()> {
    if facts.is_empty() {
        return Ok(());
    }
    let ids = id_list(facts);
    sqlx::query(
        "INSERT INTO search (search, rowid, words) SELECT 'delete', number, words \
         FROM search_entry WHERE book_id = $1 \
         AND fact_id IN (SELECT unhex(value) FROM json_each($2))",
    )
    .bind(book.0)
    .bind(&ids)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "DELETE FROM search_entry WHERE book_id = $1 \
         AND fact_id IN (SELECT unhex(value) FROM json_each($2))",
    )
    .bind(book.0)
    .bind(ids)
    .execute(conn)
    .await?;
    Ok(())
}

/// Puts facts into the full-text index.
pub(crate) async fn index_words(
    conn: &mut SqliteConnection,
    book: BookId,
    entries: Vec<Entry>,
) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let last: i64 = sqlx::query("SELECT COALESCE(MAX(number), 0) FROM search_entry")
        .fetch_one(&mut *conn)
        .await?
        .try_get(0)?;
    insert(conn, book, &Entry::sheet(), entries.into_iter().map(Entry::cells).collect()).await?;
    sqlx::query(
        "INSERT INTO search (rowid, words) SELECT number, words FROM search_entry \
         WHERE number > $1",
    )
    .bind(last)
    .execute(conn)
    .await?;
    Ok(())
}

/// Of whom a word, or a longer one that begins with it, is said; best first.
pub(crate) async fn find_word(
    conn: &mut SqliteConnection,
    book: BookId,
    word: &str,
) -> Result<Vec<Found>> {
    // The match comes first, then each row by its number: the planner must not turn that round.
    let rows = sqlx::query(
        "SELECT a.person_id, e.field, -m.rank FROM \
         (SELECT rowid AS number, rank FROM search WHERE search MATCH $2) m \
         CROSS JOIN search_entry e ON e.number = m.number AND e.book_id = $1 \
         CROSS JOIN appearance a ON a.book_id = $1 AND a.fact_kind = e.fact_kind \
         AND a.fact_id = e.fact_id \
         WHERE e.fact_kind <> 'person' OR a.person_id = e.fact_id \
         ORDER BY m.rank LIMIT 10000",
    )
    .bind(book.0)
    .bind(format!("\"{word}\"*"))
    .fetch_all(conn)
    .await?;
    sql::read_found(&rows)
}

/// Ends a transaction that wrote.
pub(crate) async fn settle(tx: sql::Tx) -> Result<()> {
    Ok(tx.commit().await?)
}
