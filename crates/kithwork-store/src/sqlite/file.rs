//! A book's file: opening, migrating, copying.

use super::SqlStore;
use crate::error::{Result, StoreError};
use crate::open::FileOptions;
use crate::store::Problem;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// "KITH", in the file's header.
const APPLICATION: i64 = 1_263_096_904;
/// So long one writer waits for another.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// So often it is looked whether another program has migrated the file, and so far apart.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
/// What a connection keeps in memory of the file, in KiB below zero: a search reads a few thousand rows all over
/// it, and asking the system for each of their pages took as long as the search.
const CACHE: &str = "-16384";
/// Readers of one process; more than this many pages at once are rare on one machine.
const READERS: u32 = 4;

/// Where a book's file is.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(super) path: PathBuf,
    pub(super) options: FileOptions,
}

impl Place {
    fn connecting(&self) -> SqliteConnectOptions {
        let options = SqliteConnectOptions::new()
            .filename(&self.path)
            .read_only(self.options.read_only)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .pragma("cache_size", CACHE)
            .disable_statement_logging();
        #[cfg(feature = "encryption")]
        let options = match &self.options.passphrase {
            // sqlx sends the key before any other pragma.
            Some(passphrase) => options.pragma("key", quoted(&passphrase.0)),
            None => options,
        };
        match self.options.most_pages {
            Some(pages) => options.pragma("max_page_count", pages.to_string()),
            None => options,
        }
    }

    /// Durable, and what is deleted is overwritten.
    fn writing(&self) -> SqliteConnectOptions {
        if self.options.read_only {
            return self.reading();
        }
        self.connecting()
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "ON")
    }

    fn reading(&self) -> SqliteConnectOptions {
        self.connecting().pragma("query_only", "ON")
    }
}

impl Place {
    /// A connection that reads without a pool and its threads.
    pub(super) fn open_for_bulk(&self) -> Result<rusqlite::Connection> {
        self.open_plainly(rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    /// A connection for copying page by page, for which sqlx has no words.
    pub(super) fn open_for_copying(&self) -> Result<rusqlite::Connection> {
        self.open_plainly(
            rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE | rusqlite::OpenFlags::SQLITE_OPEN_CREATE,
        )
    }

    fn open_plainly(&self, flags: rusqlite::OpenFlags) -> Result<rusqlite::Connection> {
        let flags = flags | rusqlite::OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = rusqlite::Connection::open_with_flags(&self.path, flags)?;
        #[cfg(feature = "encryption")]
        if let Some(passphrase) = &self.options.passphrase {
            conn.pragma_update(None, "key", &passphrase.0)?;
        }
        conn.busy_timeout(PATIENCE)?;
        Ok(conn)
    }
}

/// A text as SQL writes it.
#[cfg(feature = "encryption")]
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Opens a book's file, or lays an empty one.
pub(crate) async fn open(path: &Path, options: &FileOptions) -> Result<SqlStore> {
    let place = Place { path: path.to_owned(), options: options.clone() };
    if let Err(error) = bring_up_to_date(&place).await {
        let is_final = matches!(error, StoreError::ReadOnly | StoreError::Foreign(_));
        if is_final || !is_brought_up_to_date_by_another(&place).await {
            return Err(cannot_create(path, error));
        }
    }
    Ok(SqlStore {
        readers: pool(READERS).connect_lazy_with(place.reading()),
        writer: pool(1).connect_lazy_with(place.writing()),
        place,
    })
}

/// A pool of so many connections. SQLite itself rolls back where the disk is full; the driver goes on
/// counting that transaction as open, and would begin none on the connection any more: it is closed.
fn pool(most: u32) -> SqlitePoolOptions {
    let pool = SqlitePoolOptions::new().max_connections(most).test_before_acquire(false);
    pool.after_release(|connection, _| {
        Box::pin(async move {
            // Waits for a rollback that is on its way.
            connection.ping().await?;
            Ok(!connection.is_in_transaction())
        })
    })
}

/// Whether another program, which may be doing the same at this moment, brings it to its end.
async fn is_brought_up_to_date_by_another(place: &Place) -> bool {
    for _ in 0..LOOKS {
        if pending(place).await.is_ok_and(|pending| pending.is_current) {
            return true;
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    false
}

/// What a file still needs before it can be used.
#[derive(Clone, Copy, Debug)]
struct Pending {
    /// Whether it has seen every migration.
    is_current: bool,
    /// The last one it has seen.
    latest: Option<i64>,
}

async fn pending(place: &Place) -> Result<Pending> {
    let is_new = !std::fs::metadata(&place.path).is_ok_and(|file| file.len() > 0);
    let applied = if is_new { Vec::new() } else { inspect(place).await? };
    let is_current = MIGRATIONS.iter().all(|migration| applied.contains(&migration.version));
    Ok(Pending { is_current, latest: applied.into_iter().max() })
}

async fn bring_up_to_date(place: &Place) -> Result<()> {
    let pending = pending(place).await?;
    if pending.is_current {
        return Ok(());
    }
    if place.options.read_only {
        return Err(StoreError::ReadOnly);
    }
    if let Some(version) = pending.latest {
        backup(place, &before_migration(&place.path, version + 1)).await?;
    }
    migrate(place).await
}

/// The numbers of the migrations that a file has seen; refuses what is no book.
pub(super) async fn inspect(place: &Place) -> Result<Vec<i64>> {
    let mut conn = SqliteConnection::connect_with(&place.connecting()).await?;
    let application: i64 =
        sqlx::query("PRAGMA application_id").fetch_one(&mut conn).await?.try_get(0)?;
    let tables: i64 =
        sqlx::query("SELECT count(*) FROM sqlite_schema WHERE tbl_name <> '_sqlx_migrations'")
            .fetch_one(&mut conn)
            .await?
            .try_get(0)?;
    if tables == 0 && application == 0 {
        return Ok(Vec::new());
    }
    if application != APPLICATION {
        return Err(StoreError::Foreign("it belongs to another program".to_owned()));
    }
    let rows = sqlx::query("SELECT version FROM _sqlx_migrations WHERE success ORDER BY version")
        .fetch_all(&mut conn)
        .await?;
    let journal: String =
        sqlx::query("PRAGMA journal_mode").fetch_one(&mut conn).await?.try_get(0)?;
    conn.close().await?;
    let applied: Vec<i64> = rows.iter().map(|row| row.try_get(0)).collect::<sqlx::Result<_>>()?;
    if applied.iter().any(|version| !MIGRATIONS.version_exists(*version)) {
        return Err(StoreError::Foreign("it was written by a newer version".to_owned()));
    }
    if !place.options.read_only && journal != "wal" {
        log_ahead(place).await?;
    }
    Ok(applied)
}

/// A copy has no write-ahead log until it is opened for writing, and readers would block writers.
async fn log_ahead(place: &Place) -> Result<()> {
    let conn = SqliteConnection::connect_with(&place.writing()).await?;
    Ok(conn.close().await?)
}

async fn migrate(place: &Place) -> Result<()> {
    let options = place.writing().create_if_missing(true);
    let mut conn = SqliteConnection::connect_with(&options).await?;
    // Not `run`: its future is not general enough to be sent between threads.
    MIGRATIONS.run_direct(None, &mut conn, false).await?;
    Ok(conn.close().await?)
}

/// SQLite only says that it can't open the file; where the folder is there, it can't be written.
fn cannot_create(path: &Path, error: StoreError) -> StoreError {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match error {
        StoreError::Unavailable(_) if folder.is_none_or(Path::is_dir) && !path.exists() => {
            StoreError::ReadOnly
        }
        other => other,
    }
}

/// Where the file is copied to before a migration: beside it, under a name that is free. Whoever put an
/// older copy back has a copy of that migration already, and keeps it.
fn before_migration(path: &Path, version: i64) -> PathBuf {
    let named = |end: String| {
        let mut name = OsString::from(path);
        name.push(end);
        PathBuf::from(name)
    };
    let first = named(format!(".before-{version}"));
    let others = (2..).map(|n: u32| named(format!(".before-{version}-{n}")));
    std::iter::once(first).chain(others).find(|path| !path.exists()).unwrap_or_default()
}

/// Every copy that migrations of the file have left beside it.
fn copies_before_migrations(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Ok(Vec::new()) };
    let before = format!("{name}.before-");
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new(".")))?;
    let is_copy = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix(&before).is_some_and(|end| end.starts_with(|c: char| c.is_ascii_digit()))
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    paths.filter(|path| path.as_ref().map_or(true, is_copy)).collect()
}

/// Writes a consistent copy of the file while it is in use.
pub(crate) async fn backup(place: &Place, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(StoreError::Exists);
    }
    let Some(name) = to.to_str() else {
        return Err(StoreError::Unsupported("a file’s name that is no Unicode"));
    };
    let mut conn = SqliteConnection::connect_with(&place.connecting()).await?;
    sqlx::query("VACUUM INTO $1").bind(name).execute(&mut conn).await?;
    conn.close().await?;
    let unavailable = |error| StoreError::Unavailable(Box::new(error));
    std::fs::File::open(to).and_then(|file| file.sync_all()).map_err(unavailable)
}

/// What SQLite itself finds wrong with the file.
pub(crate) async fn check_database(place: &Place) -> Result<Vec<Problem>> {
    let mut conn = SqliteConnection::connect_with(&place.connecting()).await?;
    let mut problems = Vec::new();
    for row in sqlx::query("PRAGMA integrity_check").fetch_all(&mut conn).await? {
        let found: String = row.try_get(0)?;
        if found != "ok" {
            problems.push(Problem { place: "file".to_owned(), what: found });
        }
    }
    for row in sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut conn).await? {
        let what = format!("refers to a {} that is missing", row.try_get::<&str, _>(2)?);
        problems.push(Problem { place: row.try_get(0)?, what });
    }
    // A comparison of the index with its rows, which counts as writing.
    if place.options.read_only {
        return Ok(problems);
    }
    let compare = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)";
    if let Err(error) = sqlx::query(compare).execute(&mut conn).await {
        match error.into() {
            StoreError::Corrupt(_) => problems.push(Problem {
                place: "search".to_owned(),
                what: "does not agree with the facts".to_owned(),
            }),
            other => return Err(other),
        }
    }
    conn.close().await?;
    Ok(problems)
}

/// Rewrites the file without its freed pages, empties its log, and removes the copies made before
/// migrations.
pub(crate) async fn overwrite_freed(place: &Place) -> Result<()> {
    let mut conn = SqliteConnection::connect_with(&place.writing()).await?;
    sqlx::query("VACUUM").execute(&mut conn).await?;
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut conn).await?;
    conn.close().await?;
    let unavailable = |error: std::io::Error| StoreError::Unavailable(Box::new(error));
    for copy in copies_before_migrations(&place.path).map_err(unavailable)? {
        match std::fs::remove_file(copy) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(unavailable(error));
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{FileOptions, before_migration, copies_before_migrations, open};

    /// As SQLite does where the disk is full.
    #[tokio::test]
    async fn a_write_that_sqlite_rolled_back_by_itself_does_not_stop_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&folder.path().join("book.kith"), &FileOptions::default()).await.unwrap();
        for _ in 0..2 {
            let mut tx = store.begin_write().await.unwrap();
            sqlx::raw_sql("ROLLBACK").execute(&mut *tx).await.unwrap();
        }
        store.begin_write().await.unwrap().commit().await.unwrap();
    }

    #[test]
    fn a_copy_before_a_migration_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("book.kith");
        let first = before_migration(&book, 9);
        assert_eq!(first, folder.path().join("book.kith.before-9"));
        std::fs::write(&first, "kept").unwrap();
        let second = before_migration(&book, 9);
        assert_eq!(second, folder.path().join("book.kith.before-9-2"));
        std::fs::write(&second, "kept").unwrap();
        std::fs::write(folder.path().join("book.kith.before-restore"), "another's").unwrap();
        let mut copies = copies_before_migrations(&book).unwrap();
        copies.sort();
        assert_eq!(copies, [first, second]);
    }
}
