//! What only PostgreSQL has: its search, its way of lists and of many rows at once.

use crate::cell::{Cell, CellType};
use crate::error::{Result, StoreError};
use crate::sheet::Sheet;
use crate::store::Problem;
use crate::words::Entry;
use kithwork_core::id::BookId;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, ConnectOptions, PgConnection, PgPool, Row};
use std::path::Path;
use std::str::FromStr;
use uuid::Uuid;

mod bulk;
#[path = "sql/mod.rs"]
mod sql;

pub(crate) use bulk::{load, names};
pub(crate) use sql::SqlStore;
use sql::{PLACES, Places};

/// The driver.
pub(crate) type Db = sqlx::Postgres;

/// Writers of one book wait for each other at its number.
pub(crate) const BEGIN_WRITE: &str = "BEGIN";
/// Sees one state of the database from its first statement on.
pub(crate) const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// Connections of one process.
const CONNECTIONS: u32 = 10;

/// A database is reached by its pool.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pool: PgPool,
}

/// Opens the books of a database, and brings its tables up to date.
pub(crate) async fn open(url: &str) -> Result<SqlStore> {
    let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .test_before_acquire(false)
        .connect_with(options)
        .await?;
    // Not `run`: its future is not general enough to be sent between threads.
    MIGRATIONS.run_direct(None, &mut *pool.acquire().await?, false).await?;
    Ok(SqlStore { readers: pool.clone(), writer: pool.clone(), place: Place { pool } })
}

/// A list of ids as one argument.
pub(crate) type IdList = Vec<Uuid>;

/// A list of ids as one argument.
pub(crate) fn id_list(ids: &[Uuid]) -> IdList {
    ids.to_vec()
}

/// The condition that a column is in the list of ids of this argument.
pub(crate) fn is_among(argument: usize) -> String {
    format!("= ANY(${argument})")
}

/// The condition that folded words hold the word of this argument, or a longer one that begins with it.
pub(crate) fn says(words: &str, argument: usize) -> String {
    format!("strpos(' ' || {words}, ' ' || ${argument}) > 0")
}

/// So many rows go over the wire at once.
const ROWS: usize = 2000;

/// Inserts rows, each column as one array: a sharding proxy routes that by its first argument.
pub(crate) async fn insert(
    conn: &mut PgConnection,
    book: BookId,
    sheet: &Sheet,
    rows: Vec<Vec<Cell>>,
) -> Result<()> {
    let (table, names, on_conflict) = (sheet.table, sheet.names(), sheet.on_conflict());
    let arrays = arrays(sheet);
    let text = format!(
        "INSERT INTO {table} (book_id, {names}) SELECT $1, * FROM UNNEST({arrays}){on_conflict}"
    );
    insert_arrays(conn, book, sheet, rows, &text).await
}

async fn insert_arrays(
    conn: &mut PgConnection,
    book: BookId,
    sheet: &Sheet,
    rows: Vec<Vec<Cell>>,
    text: &str,
) -> Result<()> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let mut columns: Vec<Array> = sheet.columns.iter().map(|c| Array::of(c.cell)).collect();
        for row in rows.by_ref().take(ROWS) {
            for (column, cell) in columns.iter_mut().zip(row) {
                column.push(cell);
            }
        }
        let query = sqlx::query(AssertSqlSafe(text)).bind(book.0);
        columns.into_iter().fold(query, Array::bind).execute(&mut *conn).await?;
    }
    Ok(())
}

/// The arguments of `UNNEST`, the first one being $2.
fn arrays(sheet: &Sheet) -> String {
    let array = |(at, cell): (usize, CellType)| {
        let name = match cell {
            CellType::Id => "uuid",
            CellType::Text => "text",
            CellType::Number => "bigint",
            CellType::Truth => "boolean",
            CellType::Bytes => "bytea",
        };
        format!("${at}::{name}[]")
    };
    let cells = sheet.columns.iter().map(|column| column.cell);
    let arrays: Vec<String> = (2..).zip(cells).map(array).collect();
    arrays.join(", ")
}

/// A column of many rows.
enum Array {
    Id(Vec<Option<Uuid>>),
    Text(Vec<Option<String>>),
    Number(Vec<Option<i64>>),
    Truth(Vec<Option<bool>>),
    Bytes(Vec<Option<Vec<u8>>>),
}

impl Array {
    fn of(cell: CellType) -> Self {
        match cell {
            CellType::Id => Self::Id(Vec::new()),
            CellType::Text => Self::Text(Vec::new()),
            CellType::Number => Self::Number(Vec::new()),
            CellType::Truth => Self::Truth(Vec::new()),
            CellType::Bytes => Self::Bytes(Vec::new()),
        }
    }

    fn push(&mut self, cell: Cell) {
        match (self, cell) {
            (Self::Id(column), Cell::Id(id)) => column.push(id),
            (Self::Text(column), Cell::Text(text)) => column.push(text),
            (Self::Number(column), Cell::Number(number)) => column.push(number),
            (Self::Truth(column), Cell::Truth(truth)) => column.push(truth),
            (Self::Bytes(column), Cell::Bytes(bytes)) => column.push(bytes),
            // Columns and cells come from the same line of `table.rs`.
            _ => debug_assert!(false, "a cell of another type than its column"),
        }
    }

    fn bind(query: Query<'_, Db, PgArguments>, column: Self) -> Query<'_, Db, PgArguments> {
        match column {
            Self::Id(column) => query.bind(column),
            Self::Text(column) => query.bind(column),
            Self::Number(column) => query.bind(column),
            Self::Truth(column) => query.bind(column),
            Self::Bytes(column) => query.bind(column),
        }
    }
}

/// Takes facts out of the full-text index.
pub(crate) async fn forget_words(
    conn: &mut PgConnection,
    book: BookId,
    facts: &[Uuid],
) -> Result<()> {
    if !facts.is_empty() {
        sqlx::query("DELETE FROM search_entry WHERE book_id = $1 AND fact_id = ANY($2)")
            .bind(book.0)
            .bind(facts)
            .execute(conn)
            .await?;
    }
    Ok(())
}

/// Puts facts into the full-text index.
pub(crate) async fn index_words(
    conn: &mut PgConnection,
    book: BookId,
    entries: Vec<Entry>,
) -> Result<()> {
    let sheet = Entry::sheet();
    let (names, arrays) = (sheet.names(), arrays(&sheet));
    let text = format!(
        "INSERT INTO search_entry (book_id, {names}, document) \
         SELECT $1, {names}, to_tsvector('simple', words) FROM UNNEST({arrays}) AS t ({names})"
    );
    let rows = entries.into_iter().map(Entry::cells).collect();
    insert_arrays(conn, book, &sheet, rows, &text).await
}

/// Whether a word by itself fills the list of places. The index has no quick way to tell.
pub(crate) async fn is_common(
    _conn: &mut PgConnection,
    _book: BookId,
    _word: &str,
) -> Result<bool> {
    Ok(false)
}

/// The places of a word, or of a longer one that begins with it.
pub(crate) async fn find_word(conn: &mut PgConnection, book: BookId, word: &str) -> Result<Places> {
    let rows = sqlx::query(
        "SELECT a.person_id, e.field FROM \
         (SELECT fact_kind, fact_id, field FROM search_entry \
         WHERE book_id = $1 AND document @@ to_tsquery('simple', $2) \
         ORDER BY fact_kind = 'person' DESC, fact_id DESC LIMIT $3) e \
         LEFT JOIN appearance a ON a.book_id = $1 AND a.fact_kind = e.fact_kind \
         AND a.fact_id = e.fact_id AND (e.fact_kind <> 'person' OR a.person_id = e.fact_id)",
    )
    .bind(book.0)
    .bind(format!("'{word}':*"))
    .bind(PLACES)
    .fetch_all(conn)
    .await?;
    Places::read(&rows, i64::try_from(rows.len()).unwrap_or(i64::MAX))
}

/// Ends a transaction that wrote.
pub(crate) async fn settle(tx: sql::Tx) -> Result<()> {
    Ok(tx.commit().await?)
}

/// PostgreSQL has tools of its own for that.
#[expect(clippy::unused_async, reason = "its twin waits for the disk")]
pub(crate) async fn backup(_place: &Place, _to: &Path) -> Result<()> {
    Err(StoreError::Unsupported("copy a PostgreSQL database with pg_dump"))
}

/// PostgreSQL keeps references whole itself, unless someone has told it not to.
pub(crate) async fn check_database(place: &Place) -> Result<Vec<Problem>> {
    let rows = sqlx::query(
        "SELECT conrelid::regclass::text, conname::text FROM pg_constraint \
         WHERE NOT convalidated AND connamespace = current_schema()::regnamespace",
    )
    .fetch_all(&place.pool)
    .await?;
    rows.iter()
        .map(|row| {
            let what = format!("{} is not kept", row.try_get::<&str, _>(1)?);
            Ok(Problem { place: row.try_get(0)?, what })
        })
        .collect()
}

/// Frees what has been removed at once, not at the next round of the server's own cleaner.
pub(crate) async fn overwrite_freed(place: &Place) -> Result<()> {
    sqlx::query("VACUUM").execute(&place.pool).await?;
    Ok(())
}
