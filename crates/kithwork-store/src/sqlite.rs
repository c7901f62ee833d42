//! What only SQLite has: its file, its search, its way of lists and of many rows at once.

use crate::cell::{Cell, CellType};
use crate::error::Result;
use crate::sheet::Sheet;
use crate::words::Entry;
use kithwork_core::fact::FactKind;
use kithwork_core::id::BookId;
use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use std::ops::Range;
use std::sync::Arc;
use uuid::Uuid;

mod bulk;
mod file;
mod restore;
#[path = "sql/mod.rs"]
mod sql;

pub(crate) use bulk::{load, names};
pub(crate) use file::{Place, backup, check_database, open, overwrite_freed};
pub(crate) use restore::{replace, restore};
pub(crate) use sql::SqlStore;
use sql::{PLACES, Places};

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

/// The condition that folded words hold the word of this argument, or a longer one that begins with it.
pub(crate) fn says(words: &str, argument: usize) -> String {
    format!("instr(' ' || {words}, ' ' || ${argument}) > 0")
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
    let first = Numbers::of(conn, book).await?;
    let (people, facts) = entries.into_iter().partition(|entry| entry.kind == FactKind::Person);
    index_part(conn, book, facts, first.facts()).await?;
    index_part(conn, book, people, first.people()).await
}

/// The numbers by which the full-text index knows a book's rows: those of people themselves above
/// those of facts, so that the highest, which are read first, are theirs, and then the latest.
#[derive(Clone, Copy, Debug)]
struct Numbers(i64);

impl Numbers {
    /// So many a book has, half of them for people.
    const ALL: i64 = 1 << 42;
    const HALF: i64 = Self::ALL / 2;

    async fn of(conn: &mut SqliteConnection, book: BookId) -> Result<Self> {
        let own = sqlx::query("SELECT number FROM search_entry WHERE book_id = $1 LIMIT 1");
        if let Some(row) = own.bind(book.0).fetch_optional(&mut *conn).await? {
            let number: i64 = row.try_get(0)?;
            return Ok(Self(number / Self::ALL * Self::ALL));
        }
        let last = sqlx::query("SELECT MAX(number) FROM search_entry").fetch_one(conn).await?;
        let last: Option<i64> = last.try_get(0)?;
        Ok(Self(last.map_or(0, |number| (number / Self::ALL + 1) * Self::ALL)))
    }

    fn facts(self) -> Range<i64> {
        self.0..self.0 + Self::HALF
    }

    fn people(self) -> Range<i64> {
        self.0 + Self::HALF..self.0 + Self::ALL
    }
}

async fn index_part(
    conn: &mut SqliteConnection,
    book: BookId,
    entries: Vec<Entry>,
    numbers: Range<i64>,
) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let last = "SELECT MAX(number) FROM search_entry WHERE number >= $1 AND number < $2";
    let last =
        sqlx::query(last).bind(numbers.start).bind(numbers.end).fetch_one(&mut *conn).await?;
    let next = last.try_get::<Option<i64>, _>(0)?.map_or(numbers.start, |last| last + 1);
    let numbered = |(entry, number): (Entry, i64)| {
        let mut cells = entry.cells();
        cells.push(Cell::Number(Some(number)));
        cells
    };
    let rows = entries.into_iter().zip(next..).map(numbered).collect();
    insert(conn, book, &Entry::sheet().with("number", CellType::Number), rows).await?;
    sqlx::query(
        "INSERT INTO search (rowid, words) SELECT number, words FROM search_entry \
         WHERE number >= $1 AND number < $2",
    )
    .bind(next)
    .bind(numbers.end)
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether a word by itself fills the list of places.
pub(crate) async fn is_common(
    conn: &mut SqliteConnection,
    book: BookId,
    word: &str,
) -> Result<bool> {
    let numbers = Numbers::of(conn, book).await?;
    let count = sqlx::query(
        "SELECT COUNT(*) FROM (SELECT 1 FROM search \
         WHERE search MATCH $1 AND rowid >= $2 AND rowid < $3 LIMIT $4)",
    );
    let count = count.bind(format!("\"{word}\"")).bind(numbers.facts().start);
    let row = count.bind(numbers.people().end).bind(PLACES).fetch_one(conn).await?;
    Ok(row.try_get::<i64, _>(0)? >= PLACES)
}

/// The places of a word, or of a longer one that begins with it.
pub(crate) async fn find_word(
    conn: &mut SqliteConnection,
    book: BookId,
    word: &str,
) -> Result<Places> {
    let numbers = Numbers::of(conn, book).await?;
    // The index walks backwards through one word; of all that begin alike it must gather everything
    // before it begins. So a word that already fills the list stands alone.
    let whole = format!("\"{word}\"");
    let pattern = if is_common(conn, book, word).await? { whole } else { whole + "*" };
    match_word(conn, book, &pattern, numbers).await
}

async fn match_word(
    conn: &mut SqliteConnection,
    book: BookId,
    pattern: &str,
    numbers: Numbers,
) -> Result<Places> {
    // The match comes first, then each row by its number: the planner must not turn that round.
    let rows = sqlx::query(
        "WITH m AS MATERIALIZED (SELECT rowid AS number FROM search \
         WHERE search MATCH $2 AND rowid >= $3 AND rowid < $4 ORDER BY rowid DESC LIMIT $5) \
         SELECT DISTINCT a.person_id, e.field, (SELECT COUNT(*) FROM m) FROM m \
         CROSS JOIN search_entry e ON e.number = m.number AND e.book_id = $1 \
         LEFT JOIN appearance a ON a.book_id = $1 AND a.fact_kind = e.fact_kind \
         AND a.fact_id = e.fact_id AND (e.fact_kind <> 'person' OR a.person_id = e.fact_id)",
    )
    .bind(book.0)
    .bind(pattern)
    .bind(numbers.facts().start)
    .bind(numbers.people().end)
    .bind(PLACES)
    .fetch_all(conn)
    .await?;
    let count = rows.first().map(|row| row.try_get(2)).transpose()?.unwrap_or(0);
    Places::read(&rows, count)
}

/// Ends a transaction that wrote.
pub(crate) async fn settle(tx: sql::Tx) -> Result<()> {
    Ok(tx.commit().await?)
}
