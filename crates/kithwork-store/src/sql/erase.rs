//! Erasing a person.

use super::super::{overwrite_freed, settle};
use super::{Conn, SqlStore, Tx, appearance, commit, log, rows, seq};
use crate::error::{Result, StoreError};
use crate::redact::Traces;
use crate::store::Erased;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind, Facts};
use kithwork_core::id::{BookId, FactId, PersonId};
use std::collections::HashSet;
use uuid::Uuid;

/// Removes every trace of a person, then overwrites what has been freed.
pub(super) async fn erase(
    store: &SqlStore,
    book: BookId,
    person: PersonId,
    change: &Change,
) -> Result<Erased> {
    let mut tx = store.begin_write().await?;
    let seq = seq::raise(&mut tx, book, change.from).await?;
    let people = records(&mut tx, book, person).await?;
    let before = everything(&mut tx, book).await?;
    let traces = Traces::of(&people, &before);
    commit::apply(&mut tx, book, change).await?;
    let mut whole = Change { edits: leftover(&mut tx, book, &traces).await?, ..change.clone() };
    commit::apply(&mut tx, book, &whole).await?;
    whole.edits.extend(change.edits.iter().cloned());

    let changes = empty_payloads(&mut tx, book, &touched(&whole), &traces).await?;
    log::append(&mut tx, book, seq, &whole, &without_payloads(&whole)).await?;
    settle(tx).await?;
    overwrite_freed(&store.place).await?;
    let rows = whole.edits.iter().filter(|edit| edit.after.is_none()).count();
    Ok(Erased { rows: rows as u64, changes })
}

/// All records of the person, whichever of them was named.
async fn records(tx: &mut Tx, book: BookId, person: PersonId) -> Result<Vec<PersonId>> {
    let mut at = person;
    let mut seen = HashSet::new();
    loop {
        let found = rows::among(tx, book, FactKind::Person, &[at.0]).await?.pop();
        let Some(Fact::Person(record)) = found else { return Err(StoreError::NotFound) };
        match record.merged_into {
            Some(next) if seen.insert(next) => at = next,
            _ => break,
        }
    }
    let joined = appearance::joined(tx, book, at).await?;
    Ok(joined.into_iter().map(PersonId).collect())
}

async fn everything(tx: &mut Tx, book: BookId) -> Result<Facts> {
    let mut facts = Facts::default();
    for &kind in FactKind::ALL {
        for fact in rows::all(tx, book, kind).await? {
            facts.push(fact);
        }
    }
    Ok(facts)
}

/// The edits that take the person out of whatever still holds a trace of them.
async fn leftover(tx: &mut Tx, book: BookId, traces: &Traces) -> Result<Vec<Edit>> {
    let mut edits = Vec::new();
    let mut gone: HashSet<FactId> = HashSet::new();
    // What the others refer to comes first, questions and statements last.
    for fact in everything(tx, book).await?.into_all() {
        let about_what_is_gone = match &fact {
            Fact::Statement(s) => gone.contains(&s.subject) || gone.contains(&s.written_under),
            Fact::Question(q) => q.subjects.iter().any(|id| gone.contains(id)),
            _ => false,
        };
        if let Some(kept) = traces.without(&fact).filter(|_| !about_what_is_gone) {
            edits.extend(Edit::changed(fact, kept));
        } else {
            gone.insert(fact.id());
            edits.push(Edit::removed(fact));
        }
    }
    Ok(edits)
}

fn touched(change: &Change) -> Vec<Uuid> {
    change.edits.iter().filter_map(Edit::subject).map(|(_, id)| id.0).collect()
}

/// The edits for the log, of which nothing but digests is kept.
fn without_payloads(change: &Change) -> Vec<crate::chain::LoggedEdit> {
    let mut edits = log::logged(change);
    for edit in &mut edits {
        (edit.salt, edit.before, edit.after) = (None, None, None);
    }
    edits
}

/// Empties the payloads of past changes to these facts, and of any other that holds a trace;
/// returns how many changes lost some.
async fn empty_payloads(
    conn: &mut Conn,
    book: BookId,
    facts: &[Uuid],
    traces: &Traces,
) -> Result<u64> {
    let mut changes = log::empty(conn, book, facts).await?;
    for (seq, position) in holding(conn, book, traces).await? {
        sqlx::query(
            "UPDATE change_edit SET salt = NULL, before = NULL, after = NULL \
             WHERE book_id = $1 AND seq = $2 AND position = $3",
        )
        .bind(book.0)
        .bind(seq)
        .bind(position)
        .execute(&mut *conn)
        .await?;
        changes.insert(seq);
    }
    Ok(changes.len() as u64)
}

/// Where payloads hold a trace of the person.
async fn holding(conn: &mut Conn, book: BookId, traces: &Traces) -> Result<Vec<(i64, i64)>> {
    let latest = seq::seq(conn, book).await?;
    let mut found = Vec::new();
    // Change by change: an import may be as large as the book.
    for seq in 1..latest {
        for (edit, position) in log::edits(conn, book, seq).await?.iter().zip(0..) {
            let payloads = [&edit.before, &edit.after];
            if payloads.into_iter().flatten().any(|payload| traces.are_in(payload)) {
                found.push((seq, position));
            }
        }
    }
    Ok(found)
}
