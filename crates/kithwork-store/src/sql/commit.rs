//! The way of a change into the book.

use super::super::{forget_words, index_words, settle};
use super::rows::Write;
use super::{SqlStore, Tx, appearance, log, rows, seq};
use crate::error::{Result, StoreError};
use crate::net::{Net, net};
use crate::{links, table, words};
use kithwork_core::change::Change;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::{BookId, FactId};
use std::collections::{BTreeMap, HashMap};

/// Writes a change in one transaction.
pub(super) async fn commit(store: &SqlStore, book: BookId, change: &Change) -> Result<i64> {
    let mut tx = store.begin_write().await?;
    let seq = seq::raise(&mut tx, book, change.from).await?;
    apply(&mut tx, book, change).await?;
    log::append(&mut tx, book, seq, change, &log::logged(change)).await?;
    settle(tx).await?;
    Ok(seq)
}

/// Does to the rows what the change says, if they still are what it says they were.
pub(super) async fn apply(tx: &mut Tx, book: BookId, change: &Change) -> Result<()> {
    let nets = net(&change.edits);
    verify(tx, book, &nets).await?;
    write_rows(tx, book, &nets).await?;
    write_appearances(tx, book, &nets).await?;
    write_words(tx, book, &nets).await
}

async fn verify(tx: &mut Tx, book: BookId, nets: &[Net<'_>]) -> Result<()> {
    let mut by_kind: BTreeMap<FactKind, HashMap<FactId, &Fact>> = BTreeMap::new();
    for fact in nets.iter().filter_map(|net| net.before) {
        by_kind.entry(fact.kind()).or_default().insert(fact.id(), fact);
    }
    let mut stale = Vec::new();
    for (kind, mut expected) in by_kind {
        let ids: Vec<_> = expected.keys().map(|id| id.0).collect();
        for stored in rows::among(tx, book, kind, &ids).await? {
            let expected = expected.remove(&stored.id());
            if !expected.is_some_and(|expected| is_same_row(expected, &stored)) {
                stale.push(stored.id());
            }
        }
        stale.extend(expected.keys());
    }
    stale.sort_unstable();
    if stale.is_empty() { Ok(()) } else { Err(StoreError::Stale(stale)) }
}

/// Whether two facts stand in the database as the same row.
pub(super) fn is_same_row(one: &Fact, other: &Fact) -> bool {
    one == other
        || (table::cells(one) == table::cells(other) && links::people(one) == links::people(other))
}

async fn write_rows(tx: &mut Tx, book: BookId, nets: &[Net<'_>]) -> Result<()> {
    let mut gone: BTreeMap<FactKind, Vec<_>> = BTreeMap::new();
    for fact in nets.iter().filter(|net| net.after.is_none()).filter_map(|net| net.before) {
        gone.entry(fact.kind()).or_default().push(fact.id().0);
    }
    for (kind, ids) in gone {
        rows::remove(tx, book, kind, &ids).await?;
    }
    let after = |is_new: bool| -> Vec<&Fact> {
        nets.iter().filter(|net| net.before.is_none() == is_new).filter_map(|n| n.after).collect()
    };
    rows::write(tx, book, &after(true), Write::New).await?;
    rows::write(tx, book, &after(false), Write::Over).await
}

async fn write_appearances(tx: &mut Tx, book: BookId, nets: &[Net<'_>]) -> Result<()> {
    let told = |fact: Option<&Fact>| fact.map(|fact| (links::people(fact), fact.on()));
    let moved = nets.iter().filter(|net| told(net.before) != told(net.after));
    let (before, after): (Vec<_>, Vec<_>) = moved.map(|net| (net.before, net.after)).unzip();
    let before: Vec<&Fact> = before.into_iter().flatten().collect();
    let after: Vec<&Fact> = after.into_iter().flatten().collect();
    appearance::forget(tx, book, &before).await?;
    appearance::write(tx, book, &after).await
}

async fn write_words(tx: &mut Tx, book: BookId, nets: &[Net<'_>]) -> Result<()> {
    let mut gone = Vec::new();
    let mut new = Vec::new();
    for net in nets {
        let before = net.before.map(words::entries).unwrap_or_default();
        let after = net.after.map(words::entries).unwrap_or_default();
        if before == after {
            continue;
        }
        gone.extend(net.before.map(|fact| fact.id().0));
        if let Some((kind, id)) = net.after.map(|fact| (fact.kind(), fact.id().0)) {
            let entry = |(field, words)| words::Entry { kind, id, field, words };
            new.extend(after.into_iter().map(entry));
        }
    }
    forget_words(tx, book, &gone).await?;
    index_words(tx, book, new).await
}
