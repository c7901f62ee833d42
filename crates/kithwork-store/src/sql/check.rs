//! Verifying a book.

use super::super::check_database;
use super::commit::is_same_row;
use super::{Conn, SqlStore, log, rows, seq};
use crate::chain::{LoggedEdit, RESTORE, START};
use crate::error::Result;
use crate::links;
use crate::store::Problem;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::BookId;
use sqlx::Row;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// What the log says of each row last.
type Last = HashMap<(String, Uuid), LoggedEdit>;
/// A row of `appearance`: the fact's kind and id, the position, the person, the day.
type Appearance = (String, Uuid, i64, Uuid, Option<String>);

/// Everything that is wrong with a book.
pub(super) async fn check(store: &SqlStore, book: BookId) -> Result<Vec<Problem>> {
    let mut tx = store.begin_read().await?;
    let latest = seq::seq(&mut tx, book).await?;
    let mut problems = check_database(&store.place).await?;
    let last = check_chain(&mut tx, book, latest, &mut problems).await?;
    check_rows(&mut tx, book, last, &mut problems).await?;
    Ok(problems)
}

fn problem(place: impl Into<String>, what: &str) -> Problem {
    Problem { place: place.into(), what: what.to_owned() }
}

async fn check_chain(
    conn: &mut Conn,
    book: BookId,
    latest: i64,
    problems: &mut Vec<Problem>,
) -> Result<Last> {
    let mut last = Last::new();
    let mut previous = START.to_vec();
    let mut expected = 1;
    for change in log::all(conn, book).await? {
        let place = format!("change {}", change.seq);
        let leaps = change.verb == RESTORE && change.seq > expected;
        if change.seq != expected && !leaps {
            problems.push(problem(format!("change {expected}"), "is missing"));
        } else if change.previous != previous {
            problems.push(problem(&place, "does not follow on the one before it"));
        }
        let edits = log::edits(conn, book, change.seq).await?;
        if change.reckon(book, &edits) != change.digest {
            problems.push(problem(&place, "is not as it was recorded"));
        }
        if edits.iter().any(|edit| edit.payload_digest().is_some_and(|d| d != edit.digest)) {
            problems.push(problem(&place, "has an edit that is not as it was recorded"));
        }
        for edit in edits {
            let key = (edit.fact_kind.clone(), edit.fact_id);
            last.insert(key, edit);
        }
        expected = change.seq + 1;
        previous = change.digest;
    }
    if expected != latest + 1 {
        problems.push(problem(format!("change {expected}"), "is missing"));
    }
    Ok(last)
}

async fn check_rows(
    conn: &mut Conn,
    book: BookId,
    mut last: Last,
    problems: &mut Vec<Problem>,
) -> Result<()> {
    let mut told: BTreeSet<Appearance> = BTreeSet::new();
    for &kind in FactKind::ALL {
        let facts = match rows::all(conn, book, kind).await {
            Ok(facts) => facts,
            Err(error) => {
                problems.push(problem(kind.name(), &error.to_string()));
                last.retain(|(name, _), _| name != kind.name());
                continue;
            }
        };
        for fact in &facts {
            let logged = last.remove(&(kind.name().to_owned(), fact.id().0));
            problems.extend(differs(fact, logged));
            told.extend(appearances(fact));
        }
    }
    let missing = last.into_iter().filter(|(_, edit)| edit.after.is_some());
    for ((kind, id), _) in missing {
        problems.push(problem(format!("{kind} {id}"), "is missing"));
    }
    if stored_appearances(conn, book).await? != told {
        problems.push(problem("appearance", "does not agree with the facts"));
    }
    Ok(())
}

/// How a row differs from what the log last said of it, if it does.
fn differs(fact: &Fact, logged: Option<LoggedEdit>) -> Option<Problem> {
    let place = format!("{} {}", fact.kind().name(), fact.id());
    match logged {
        // A book's first settings come with the book, not by a change.
        None if fact.kind() == FactKind::Settings => None,
        None => Some(problem(place, "was written by no change")),
        // What it was has been erased.
        Some(edit) if edit.salt.is_none() => None,
        Some(edit) => match log::payload(edit.after.as_deref()) {
            Ok(Some(after)) if is_same_row(&after, fact) => None,
            Ok(Some(_)) => Some(problem(place, "is not as the last change left it")),
            Ok(None) => Some(problem(place, "should have been removed")),
            Err(_) => Some(problem(place, "has a change that can’t be read")),
        },
    }
}

fn appearances(fact: &Fact) -> impl Iterator<Item = Appearance> {
    let (kind, id) = (fact.kind().name(), fact.id().0);
    let on = fact.on().map(|on| on.to_string());
    let people = links::people(fact).into_iter().zip(0..);
    people.map(move |(person, at)| (kind.to_owned(), id, at, person.0, on.clone()))
}

async fn stored_appearances(conn: &mut Conn, book: BookId) -> Result<BTreeSet<Appearance>> {
    let rows = sqlx::query(
        "SELECT fact_kind, fact_id, position, person_id, on_date FROM appearance \
         WHERE book_id = $1",
    )
    .bind(book.0)
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get(0)?,
                row.try_get(1)?,
                row.try_get(2)?,
                row.try_get(3)?,
                row.try_get(4)?,
            ))
        })
        .collect()
}
