//! The change log.

use super::super::{id_list, insert, is_among};
use super::Conn;
use crate::cell::{Cell, CellType};
use crate::chain::{LoggedChange, LoggedEdit, START};
use crate::error::{Result, StoreError};
use crate::sheet::Sheet;
use crate::store::Past;
use jiff::Timestamp;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::Fact;
use kithwork_core::facts::Statement;
use kithwork_core::id::{BookId, ChangeId, FactId};
use sqlx::{AssertSqlSafe, Row};
use std::collections::BTreeSet;
use uuid::Uuid;

const COLUMNS: &str = "seq, id, actor, verb, recorded_at, on_date, undoes, previous, digest";

/// Appends a change to the audit chain.
pub(super) async fn append(
    conn: &mut Conn,
    book: BookId,
    seq: i64,
    change: &Change,
    edits: &[LoggedEdit],
) -> Result<()> {
    let previous = match seq {
        1 => START.to_vec(),
        _ => digest(conn, book, seq - 1).await?,
    };
    let mut logged = LoggedChange::following(previous, seq, change);
    logged.digest = logged.reckon(book, edits);
    insert(conn, book, &change_sheet(), vec![change_cells(&logged)]).await?;
    let rows = edits.iter().zip(0..).map(|(edit, position)| edit_cells(seq, position, edit));
    insert(conn, book, &edit_sheet(), rows.collect()).await
}

async fn digest(conn: &mut Conn, book: BookId, seq: i64) -> Result<Vec<u8>> {
    let row = sqlx::query("SELECT digest FROM change WHERE book_id = $1 AND seq = $2")
        .bind(book.0)
        .bind(seq)
        .fetch_optional(conn)
        .await?;
    let missing = || StoreError::Corrupt(format!("change {seq} is missing"));
    Ok(row.ok_or_else(missing)?.try_get(0)?)
}

/// The actor's latest change that is no undo, no restoring, and has not been taken back.
pub(super) async fn latest(conn: &mut Conn, book: BookId, actor: &str) -> Result<Option<Change>> {
    let row = sqlx::query(
        "SELECT seq, id, actor, verb, recorded_at, on_date, undoes, previous, digest \
         FROM change c WHERE c.book_id = $1 AND c.actor = $2 AND c.undoes IS NULL \
         AND c.verb NOT IN ('undo', 'restore', 'empty_trash') AND NOT EXISTS \
         (SELECT 1 FROM change u WHERE u.book_id = $1 AND u.undoes = c.id) \
         ORDER BY c.seq DESC LIMIT 1",
    )
    .bind(book.0)
    .bind(actor)
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let logged = read_change(&row)?;
    let edits = edits(conn, book, logged.seq).await?;
    change(&logged, &edits).map(Some)
}

/// The change of that id.
pub(super) async fn one(conn: &mut Conn, book: BookId, id: ChangeId) -> Result<Option<Change>> {
    let row = sqlx::query(
        "SELECT seq, id, actor, verb, recorded_at, on_date, undoes, previous, digest \
         FROM change WHERE book_id = $1 AND id = $2",
    )
    .bind(book.0)
    .bind(id.0)
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let logged = read_change(&row)?;
    let edits = edits(conn, book, logged.seq).await?;
    change(&logged, &edits).map(Some)
}

/// Changes of one kind that have not been taken back and still hold what they did, the latest first.
pub(super) async fn standing(
    conn: &mut Conn,
    book: BookId,
    verb: &str,
    limit: u32,
) -> Result<Vec<Change>> {
    let rows = sqlx::query(
        "SELECT seq, id, actor, verb, recorded_at, on_date, undoes, previous, digest \
         FROM change c WHERE c.book_id = $1 AND c.verb = $2 AND NOT EXISTS \
         (SELECT 1 FROM change u WHERE u.book_id = $1 AND u.undoes = c.id) AND EXISTS \
         (SELECT 1 FROM change_edit e WHERE e.book_id = $1 AND e.seq = c.seq AND e.salt IS NOT NULL) \
         ORDER BY c.seq DESC LIMIT $3",
    )
    .bind(book.0)
    .bind(verb)
    .bind(i64::from(limit))
    .fetch_all(&mut *conn)
    .await?;
    let mut changes = Vec::with_capacity(rows.len());
    for row in &rows {
        let logged = read_change(row)?;
        let edits = edits(conn, book, logged.seq).await?;
        changes.push(change(&logged, &edits)?);
    }
    Ok(changes)
}

/// Past changes, the latest first, without their rows.
pub(super) async fn past(
    conn: &mut Conn,
    book: BookId,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Past>> {
    let rows = sqlx::query(
        "SELECT c.seq, c.id, c.actor, c.verb, c.recorded_at, c.on_date, c.undoes, \
         (SELECT COUNT(*) FROM change u WHERE u.book_id = $1 AND u.undoes = c.id), \
         (SELECT COUNT(*) FROM change_edit e WHERE e.book_id = $1 AND e.seq = c.seq) \
         FROM change c WHERE c.book_id = $1 AND c.seq < $2 ORDER BY c.seq DESC LIMIT $3",
    )
    .bind(book.0)
    .bind(before.unwrap_or(i64::MAX))
    .bind(i64::from(limit))
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_past).collect()
}

fn read_past(row: &<super::Db as sqlx::Database>::Row) -> Result<Past> {
    let seq: i64 = row.try_get(0)?;
    let damaged = || StoreError::Corrupt(format!("change {seq} can’t be read"));
    let on: Option<String> = row.try_get(5)?;
    let undone: i64 = row.try_get(7)?;
    let rows: i64 = row.try_get(8)?;
    Ok(Past {
        seq,
        id: ChangeId(row.try_get(1)?),
        actor: row.try_get(2)?,
        verb: row.try_get(3)?,
        at: Timestamp::from_microsecond(row.try_get(4)?).map_err(|_bad_time| damaged())?,
        on: on.map(|on| on.parse()).transpose().map_err(|_bad_date: jiff::Error| damaged())?,
        undoes: row.try_get::<Option<Uuid>, _>(6)?.map(ChangeId),
        is_undone: undone > 0,
        rows: u64::try_from(rows).unwrap_or_default(),
    })
}

/// All changes as they stand in the log, oldest first, without their edits.
pub(super) async fn all(conn: &mut Conn, book: BookId) -> Result<Vec<LoggedChange>> {
    let rows = sqlx::query(
        "SELECT seq, id, actor, verb, recorded_at, on_date, undoes, previous, digest \
         FROM change WHERE book_id = $1 ORDER BY seq",
    )
    .bind(book.0)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_change).collect()
}

/// The edits of a change as they stand in the log.
pub(super) async fn edits(conn: &mut Conn, book: BookId, seq: i64) -> Result<Vec<LoggedEdit>> {
    let rows = sqlx::query(
        "SELECT fact_kind, fact_id, salt, digest, before, after FROM change_edit \
         WHERE book_id = $1 AND seq = $2 ORDER BY position",
    )
    .bind(book.0)
    .bind(seq)
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(LoggedEdit {
                fact_kind: row.try_get(0)?,
                fact_id: row.try_get(1)?,
                salt: row.try_get(2)?,
                digest: row.try_get(3)?,
                before: row.try_get(4)?,
                after: row.try_get(5)?,
            })
        })
        .collect()
}

/// The changes that touched a fact, oldest first.
pub(super) async fn touching(
    conn: &mut Conn,
    book: BookId,
    fact: FactId,
) -> Result<Vec<(i64, ChangeId, String)>> {
    let rows = sqlx::query(
        "SELECT c.seq, c.id, c.verb FROM change c WHERE c.book_id = $1 AND c.seq IN \
         (SELECT e.seq FROM change_edit e WHERE e.book_id = $1 AND e.fact_id = $2) \
         ORDER BY c.seq",
    )
    .bind(book.0)
    .bind(fact.0)
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| Ok((row.try_get(0)?, ChangeId(row.try_get(1)?), row.try_get(2)?)))
        .collect()
}

/// Empties what past changes hold of these facts; returns the changes that lost something. The chain
/// stands on digests, and goes on telling that something was there.
pub(super) async fn empty(conn: &mut Conn, book: BookId, facts: &[Uuid]) -> Result<BTreeSet<i64>> {
    let text = format!(
        "UPDATE change_edit SET salt = NULL, before = NULL, after = NULL \
         WHERE book_id = $1 AND fact_id {} AND salt IS NOT NULL RETURNING seq",
        is_among(2)
    );
    let emptied =
        sqlx::query(AssertSqlSafe(text)).bind(book.0).bind(id_list(facts)).fetch_all(conn).await?;
    emptied.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

fn read_change(row: &<super::Db as sqlx::Database>::Row) -> Result<LoggedChange> {
    Ok(LoggedChange {
        seq: row.try_get(0)?,
        id: row.try_get(1)?,
        actor: row.try_get(2)?,
        verb: row.try_get(3)?,
        recorded_at: row.try_get(4)?,
        on_date: row.try_get(5)?,
        undoes: row.try_get(6)?,
        previous: row.try_get(7)?,
        digest: row.try_get(8)?,
    })
}

/// The change as it was committed, less the edits whose payloads have been erased.
fn change(logged: &LoggedChange, edits: &[LoggedEdit]) -> Result<Change> {
    let damaged = || StoreError::Corrupt(format!("change {} can’t be read", logged.seq));
    let on = logged.on_date.as_deref().map(str::parse).transpose();
    let kept = edits.iter().filter(|edit| edit.salt.is_some());
    let edits: Result<Vec<Edit>> = kept
        .map(|edit| {
            Ok(Edit {
                before: payload(edit.before.as_deref())?,
                after: payload(edit.after.as_deref())?,
            })
        })
        .collect();
    Ok(Change {
        id: ChangeId(logged.id),
        actor: logged.actor.clone(),
        verb: logged.verb.clone(),
        at: Timestamp::from_microsecond(logged.recorded_at).map_err(|_bad_time| damaged())?,
        on: on.map_err(|_bad_date: jiff::Error| damaged())?,
        undoes: logged.undoes.map(ChangeId),
        from: None,
        edits: edits.map_err(|_bad_payload| damaged())?,
    })
}

/// The fact that a payload holds, as its row keeps it.
pub(super) fn payload(json: Option<&str>) -> Result<Option<Fact>> {
    let fact = json.map(serde_json::from_str).transpose();
    Ok(fact.map_err(|_bad_json| crate::cell::unreadable("payload"))?.map(as_kept))
}

/// A row keeps whole microseconds of a moment, a payload all that the clock said: a row that nobody
/// touched would look changed since.
fn as_kept(fact: Fact) -> Fact {
    match fact {
        Fact::Statement(said) => {
            let whole = Timestamp::from_microsecond(said.recorded_at.as_microsecond());
            Fact::Statement(Statement { recorded_at: whole.unwrap_or(said.recorded_at), ..said })
        }
        fact => fact,
    }
}

/// The edits of a change as they will stand in the log.
pub(super) fn logged(change: &Change) -> Vec<LoggedEdit> {
    let json = |fact: &Option<Fact>| fact.as_ref().and_then(|f| serde_json::to_string(f).ok());
    let log = |edit: &Edit| {
        let (kind, id) = edit.subject()?;
        let mut logged = LoggedEdit {
            fact_kind: kind.name().to_owned(),
            fact_id: id.0,
            salt: Some(Uuid::new_v4().as_bytes().to_vec()),
            digest: Vec::new(),
            before: json(&edit.before),
            after: json(&edit.after),
        };
        logged.digest = logged.payload_digest()?;
        Some(logged)
    };
    change.edits.iter().filter_map(log).collect()
}

fn change_sheet() -> Sheet {
    use CellType::{Bytes, Id, Number, Text};
    let types = [Number, Id, Text, Text, Number, Text, Id, Bytes, Bytes];
    let columns: Vec<(&str, CellType)> = COLUMNS.split(", ").zip(types).collect();
    Sheet::plain("change", &columns)
}

fn change_cells(change: &LoggedChange) -> Vec<Cell> {
    vec![
        Cell::Number(Some(change.seq)),
        Cell::Id(Some(change.id)),
        Cell::Text(Some(change.actor.clone())),
        Cell::Text(Some(change.verb.clone())),
        Cell::Number(Some(change.recorded_at)),
        Cell::Text(change.on_date.clone()),
        Cell::Id(change.undoes),
        Cell::Bytes(Some(change.previous.clone())),
        Cell::Bytes(Some(change.digest.clone())),
    ]
}

fn edit_sheet() -> Sheet {
    use CellType::{Bytes, Id, Number, Text};
    Sheet::plain(
        "change_edit",
        &[
            ("seq", Number),
            ("position", Number),
            ("fact_kind", Text),
            ("fact_id", Id),
            ("salt", Bytes),
            ("digest", Bytes),
            ("before", Text),
            ("after", Text),
        ],
    )
}

fn edit_cells(seq: i64, position: i64, edit: &LoggedEdit) -> Vec<Cell> {
    vec![
        Cell::Number(Some(seq)),
        Cell::Number(Some(position)),
        Cell::Text(Some(edit.fact_kind.clone())),
        Cell::Id(Some(edit.fact_id)),
        Cell::Bytes(edit.salt.clone()),
        Cell::Bytes(Some(edit.digest.clone())),
        Cell::Text(edit.before.clone()),
        Cell::Text(edit.after.clone()),
    ]
}
