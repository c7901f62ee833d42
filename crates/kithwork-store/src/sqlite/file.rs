//! A book's file: opening, migrating, copying.

use super::SqlStore;
use crate::error::{Result, StoreError};
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
const PATIENCE: Duration = Duration::from_secs(5);
/// Readers of one process; more than this many pages at once are rare on one machine.
const READERS: u32 = 4;

/// Where a book's file is.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    path: PathBuf,
}

impl Place {
    fn options(&self) -> SqliteConnectOptions {
        SqliteConnectOptions::new()
            .filename(&self.path)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .disable_statement_logging()
    }

    /// Durable, and what is deleted is overwritten.
    fn writing(&self) -> SqliteConnectOptions {
        self.options()
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("secure_delete", "ON")
    }

    fn reading(&self) -> SqliteConnectOptions {
        self.options().pragma("query_only", "ON")
    }
}

/// Opens a book's file, or lays an empty one.
pub(crate) async fn open(path: &Path) -> Result<SqlStore> {
    let place = Place { path: path.to_owned() };
    let is_new = !std::fs::metadata(path).is_ok_and(|file| file.len() > 0);
    let applied = if is_new { Vec::new() } else { inspect(&place).await? };
    if MIGRATIONS.iter().any(|migration| !applied.contains(&migration.version)) {
        if let Some(version) = applied.iter().max() {
            copy(&place, &beside(path, &format!(".before-{}", version + 1))).await?;
        }
        migrate(&place).await.map_err(|error| cannot_create(path, error))?;
    }
    let readers = SqlitePoolOptions::new().max_connections(READERS);
    let writer = SqlitePoolOptions::new().max_connections(1);
    Ok(SqlStore {
        readers: readers.test_before_acquire(false).connect_lazy_with(place.reading()),
        writer: writer.test_before_acquire(false).connect_lazy_with(place.writing()),
        place,
    })
}

/// The numbers of the migrations that a file has seen; refuses what is no book.
async fn inspect(place: &Place) -> Result<Vec<i64>> {
    let mut conn = SqliteConnection::connect_with(&place.options()).await?;
    let application: i64 =
        sqlx::query("PRAGMA application_id").fetch_one(&mut conn).await?.try_get(0)?;
    let tables: i64 =
        sqlx::query("SELECT count(*) FROM sqlite_schema").fetch_one(&mut conn).await?.try_get(0)?;
    if tables == 0 && application == 0 {
        return Ok(Vec::new());
    }
    if application != APPLICATION {
        return Err(StoreError::Foreign("it belongs to another program".to_owned()));
    }
    let rows = sqlx::query("SELECT version FROM _sqlx_migrations WHERE success ORDER BY version")
        .fetch_all(&mut conn)
        .await?;
    conn.close().await?;
    let applied: Vec<i64> = rows.iter().map(|row| row.try_get(0)).collect::<sqlx::Result<_>>()?;
    if applied.iter().any(|version| !MIGRATIONS.version_exists(*version)) {
        return Err(StoreError::Foreign("it was written by a newer version".to_owned()));
    }
    Ok(applied)
}

async fn migrate(place: &Place) -> Result<()> {
    let options = place.writing().create_if_missing(true);
    let mut conn = SqliteConnection::connect_with(&options).await?;
    MIGRATIONS.run(&mut conn).await?;
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

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// Writes a consistent copy of the file while it is in use.
pub(crate) async fn copy(place: &Place, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(StoreError::Exists);
    }
    let Some(name) = to.to_str() else {
        return Err(StoreError::Unsupported("a file's name that is no Unicode"));
    };
    let mut conn = SqliteConnection::connect_with(&place.options()).await?;
    sqlx::query("VACUUM INTO $1").bind(name).execute(&mut conn).await?;
    conn.close().await?;
    let unavailable = |error| StoreError::Unavailable(Box::new(error));
    std::fs::File::open(to).and_then(|file| file.sync_all()).map_err(unavailable)
}
