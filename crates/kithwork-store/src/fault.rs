//! Faults of the drivers, as faults of the store.

use crate::error::StoreError;
use sqlx::error::DatabaseError;
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::Database(ref fault) => {
                let known = match fault.try_downcast_ref::<SqliteError>() {
                    Some(fault) => {
                        let code = fault.code().and_then(|code| code.parse().ok());
                        code.and_then(|code| sqlite(code, fault.message()))
                    }
                    None => fault.try_downcast_ref::<PgDatabaseError>().and_then(postgres),
                };
                known.unwrap_or_else(|| Self::Unavailable(Box::new(error)))
            }
            sqlx::Error::ColumnDecode { .. }
            | sqlx::Error::Decode(_)
            | sqlx::Error::ColumnNotFound(_) => {
                Self::Corrupt("a value is of the wrong type".to_owned())
            }
            sqlx::Error::PoolTimedOut => Self::Busy,
            other => Self::Unavailable(Box::new(other)),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError as M;
        match error {
            M::VersionMissing(_) | M::VersionTooNew(..) => {
                Self::Foreign("it was written by a newer version".to_owned())
            }
            M::VersionMismatch(_) | M::Dirty(_) => {
                Self::Foreign("its tables are not those of this version".to_owned())
            }
            M::Execute(fault) | M::ExecuteMigration(fault, _) => fault.into(),
            other => Self::Unavailable(Box::new(other)),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let known = match &error {
            rusqlite::Error::SqliteFailure(fault, message) => {
                sqlite(fault.extended_code, message.as_deref().unwrap_or_default())
            }
            _ => None,
        };
        known.unwrap_or_else(|| Self::Unavailable(Box::new(error)))
    }
}

/// <https://www.sqlite.org/rescode.html>; the low byte is the kind of fault.
fn sqlite(code: i32, message: &str) -> Option<StoreError> {
    // SQLITE_IOERR_WRITE: SQLite takes a quota and a limit on files for faults of the disk.
    if code == 778 {
        return Some(StoreError::Full);
    }
    Some(match code & 0xff {
        5 | 6 => StoreError::Busy,
        8 => StoreError::ReadOnly,
        11 => StoreError::Corrupt("the file is malformed".to_owned()),
        13 => StoreError::Full,
        19 => StoreError::Conflict { constraint: sqlite_constraint(code, message) },
        26 => StoreError::Foreign("it is no SQLite file, or it is encrypted".to_owned()),
        _ => return None,
    })
}

/// SQLite names columns, not constraints; ours follow from the columns.
fn sqlite_constraint(code: i32, message: &str) -> String {
    let named = message.rsplit_once(": ").map_or("", |(_, named)| named);
    let columns: Vec<(&str, &str)> =
        named.split(", ").filter_map(|column| column.split_once('.')).collect();
    let table = columns.first().map_or("", |(table, _)| table);
    let keys: Vec<&str> =
        columns.iter().map(|(_, column)| *column).filter(|c| *c != "book_id").collect();
    match code {
        // SQLITE_CONSTRAINT_FOREIGNKEY names nothing at all.
        787 => "foreign_key".to_owned(),
        // SQLITE_CONSTRAINT_PRIMARYKEY
        1555 => format!("{table}_pkey"),
        // SQLITE_CONSTRAINT_UNIQUE
        2067 => format!("{table}_{}_key", keys.join("_")),
        _ => named.to_owned(),
    }
}

/// <https://www.postgresql.org/docs/15/errcodes-appendix.html>
fn postgres(fault: &PgDatabaseError) -> Option<StoreError> {
    Some(match fault.code() {
        code if code.starts_with("23") => StoreError::Conflict {
            constraint: fault.constraint().or(fault.column()).unwrap_or_default().to_owned(),
        },
        "53100" => StoreError::Full,
        "25006" => StoreError::ReadOnly,
        "40001" | "40P01" | "55P03" => StoreError::Busy,
        "XX001" | "XX002" => StoreError::Corrupt("the database is malformed".to_owned()),
        _ => return None,
    })
}
