//! What is kept for the owner beside the facts.

use super::Conn;
use crate::error::Result;
use crate::store::Keepsake;
use kithwork_core::id::BookId;
use sqlx::Row;

/// Everything of a kind, by name.
pub(super) async fn all(conn: &mut Conn, book: BookId, kind: &str) -> Result<Vec<Keepsake>> {
    let all = "SELECT name, value FROM keepsake WHERE book_id = $1 AND kind = $2 ORDER BY name";
    let rows = sqlx::query(all).bind(book.0).bind(kind).fetch_all(conn).await?;
    let kept = |row: &_| Ok(Keepsake { name: Row::try_get(row, 0)?, value: Row::try_get(row, 1)? });
    rows.iter().map(kept).collect()
}

/// Keeps one in the place of whatever bore its name.
pub(super) async fn keep(conn: &mut Conn, book: BookId, kind: &str, one: &Keepsake) -> Result<()> {
    let keep = "INSERT INTO keepsake (book_id, kind, name, value) VALUES ($1, $2, $3, $4) \
                ON CONFLICT (book_id, kind, name) DO UPDATE SET value = excluded.value";
    let keep = sqlx::query(keep).bind(book.0).bind(kind).bind(&one.name).bind(&one.value);
    keep.execute(conn).await?;
    Ok(())
}

/// Lets go of one; whether it was there.
pub(super) async fn drop(conn: &mut Conn, book: BookId, kind: &str, name: &str) -> Result<bool> {
    let drop = "DELETE FROM keepsake WHERE book_id = $1 AND kind = $2 AND name = $3";
    let gone = sqlx::query(drop).bind(book.0).bind(kind).bind(name).execute(conn).await?;
    Ok(gone.rows_affected() > 0)
}
