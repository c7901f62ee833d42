//! A book's number: that of its latest change.

use super::Conn;
use crate::error::{Result, StoreError};
use kithwork_core::id::BookId;
use sqlx::Row;

/// Lays an empty book.
pub(super) async fn create(conn: &mut Conn, book: BookId) -> Result<()> {
    sqlx::query("INSERT INTO book (book_id, seq) VALUES ($1, 0)")
        .bind(book.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// The number of the latest change.
pub(crate) async fn seq(conn: &mut Conn, book: BookId) -> Result<i64> {
    let row = sqlx::query("SELECT seq FROM book WHERE book_id = $1")
        .bind(book.0)
        .fetch_optional(conn)
        .await?;
    Ok(row.ok_or(StoreError::NotFound)?.try_get(0)?)
}

/// Raises the number, from the one that is named where one is. Until the transaction ends, no other one
/// writes to the book.
pub(super) async fn raise(conn: &mut Conn, book: BookId, from: Option<i64>) -> Result<i64> {
    let row = sqlx::query("UPDATE book SET seq = seq + 1 WHERE book_id = $1 RETURNING seq")
        .bind(book.0)
        .fetch_optional(conn)
        .await?;
    let seq: i64 = row.ok_or(StoreError::NotFound)?.try_get(0)?;
    if from.is_some_and(|from| from.checked_add(1) != Some(seq)) {
        return Err(StoreError::Moved);
    }
    Ok(seq)
}
