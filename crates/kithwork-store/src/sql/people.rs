//! Finding people.

use super::super::{id_list, is_among};
use super::rows::Cursor;
use super::search::Fit;
use super::{Conn, rows, search};
use crate::error::{Result, StoreError};
use crate::sheet::Sheet;
use crate::store::{PeopleQuery, PersonHit};
use crate::{table, words};
use jiff::civil::Date;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Person;
use kithwork_core::id::{BookId, PersonId};
use sqlx::{AssertSqlSafe, Row};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// People found, best first; without words, everyone by name.
pub(super) async fn people(
    conn: &mut Conn,
    book: BookId,
    query: &PeopleQuery,
) -> Result<Vec<PersonHit>> {
    let joined = joined(conn, book).await?;
    let found = match &query.text {
        Some(text) => found(conn, book, &words::query(text), query, &joined).await?,
        None => everyone(conn, book, query).await?,
    };
    let last = last_seen(conn, book, &found, &joined).await?;
    let hit = |(person, matched): (Person, _)| PersonHit {
        last: last.get(&person.id.0).copied(),
        person,
        matched,
    };
    Ok(found.into_iter().map(hit).collect())
}

type Matched = Vec<(Person, Vec<&'static str>)>;

async fn everyone(conn: &mut Conn, book: BookId, query: &PeopleQuery) -> Result<Matched> {
    let (words, id) = start(conn, book, query.after).await?;
    let sheet = Sheet::of(FactKind::Person);
    let columns: Vec<String> = sheet.columns.iter().map(|c| format!("p.{}", c.name)).collect();
    let text = format!(
        "SELECT {} FROM search_entry e CROSS JOIN person p \
         WHERE e.book_id = $1 AND e.field = 'name' AND p.book_id = $1 AND p.id = e.fact_id \
         AND p.merged_into IS NULL AND (NOT p.set_aside OR $2) \
         AND (e.words, e.fact_id) > ($4, $5) \
         ORDER BY e.words, e.fact_id LIMIT $3",
        columns.join(", ")
    );
    let rows = sqlx::query(AssertSqlSafe(text))
        .bind(book.0)
        .bind(query.with_set_aside)
        .bind(query.limit.map_or(i64::MAX, i64::from))
        .bind(words)
        .bind(id)
        .fetch_all(conn)
        .await?;
    let mut people = Vec::with_capacity(rows.len());
    for row in &rows {
        if let Fact::Person(person) = table::read(FactKind::Person, &mut Cursor::at(row, 0))? {
            people.push((person, Vec::new()));
        }
    }
    Ok(people)
}

/// The place in the list of names after which a page begins.
async fn start(conn: &mut Conn, book: BookId, after: Option<PersonId>) -> Result<(String, Uuid)> {
    let Some(after) = after else { return Ok((String::new(), Uuid::nil())) };
    let row = sqlx::query(
        "SELECT words FROM search_entry WHERE book_id = $1 AND fact_id = $2 AND field = 'name'",
    )
    .bind(book.0)
    .bind(after.0)
    .fetch_optional(conn)
    .await?;
    Ok((row.ok_or(StoreError::NotFound)?.try_get(0)?, after.0))
}

async fn found(
    conn: &mut Conn,
    book: BookId,
    words: &[String],
    query: &PeopleQuery,
    joined: &HashMap<Uuid, Uuid>,
) -> Result<Matched> {
    let fits = search::fits(conn, book, words, joined).await?;
    let mut ranked = ranked(conn, book, fits, query.with_set_aside).await?;
    if let Some(after) = query.after {
        let at = ranked.iter().position(|(id, _)| *id == after.0);
        ranked.drain(..=at.ok_or(StoreError::NotFound)?);
    }
    ranked.truncate(query.limit.map_or(usize::MAX, |limit| limit as usize));
    let ids: Vec<Uuid> = ranked.iter().map(|(id, _)| *id).collect();
    let mut people: HashMap<Uuid, Person> = HashMap::with_capacity(ids.len());
    for fact in rows::among(conn, book, FactKind::Person, &ids).await? {
        if let Fact::Person(person) = fact {
            people.insert(person.id.0, person);
        }
    }
    let hit = |(id, fit): (Uuid, Fit)| Some((people.remove(&id)?, fit.fields()));
    Ok(ranked.into_iter().filter_map(hit).collect())
}

/// Who of those that fit is to be listed, best first, alike ones by name. Reads nothing else of them: a
/// page shows a hundred of a thousand.
async fn ranked(
    conn: &mut Conn,
    book: BookId,
    mut fits: HashMap<Uuid, Fit>,
    with_set_aside: bool,
) -> Result<Vec<(Uuid, Fit)>> {
    let ids: Vec<Uuid> = fits.keys().copied().collect();
    let text = format!(
        "SELECT id, name FROM person WHERE book_id = $1 AND id {} AND (NOT set_aside OR $3)",
        is_among(2)
    );
    let rows = sqlx::query(AssertSqlSafe(text))
        .bind(book.0)
        .bind(id_list(&ids))
        .bind(with_set_aside)
        .fetch_all(conn)
        .await?;
    let mut named: Vec<(String, Uuid, Fit)> = Vec::with_capacity(rows.len());
    for row in &rows {
        let id = row.try_get(0)?;
        if let Some(fit) = fits.remove(&id) {
            named.push((row.try_get(1)?, id, fit));
        }
    }
    named.sort_by(|(name_a, a, fit_a), (name_b, b, fit_b)| {
        fit_b.score.cmp(&fit_a.score).then_with(|| (name_a, a).cmp(&(name_b, b)))
    });
    Ok(named.into_iter().map(|(_, id, fit)| (id, fit)).collect())
}

/// The names of these people, in the order of their ids.
pub(super) async fn names(
    conn: &mut Conn,
    book: BookId,
    people: &[PersonId],
) -> Result<Vec<(PersonId, String)>> {
    let ids: Vec<Uuid> = people.iter().map(|id| id.0).collect();
    let text = format!(
        "SELECT id, name FROM person WHERE book_id = $1 AND id {} AND merged_into IS NULL \
         ORDER BY id",
        is_among(2)
    );
    let rows =
        sqlx::query(AssertSqlSafe(text)).bind(book.0).bind(id_list(&ids)).fetch_all(conn).await?;
    rows.iter().map(|row| Ok((PersonId(row.try_get(0)?), row.try_get(1)?))).collect()
}

/// Whoever has been joined into another record, and the record that stands for them now.
async fn joined(conn: &mut Conn, book: BookId) -> Result<HashMap<Uuid, Uuid>> {
    let rows = sqlx::query(
        "SELECT id, merged_into FROM person WHERE book_id = $1 AND merged_into IS NOT NULL",
    )
    .bind(book.0)
    .fetch_all(conn)
    .await?;
    let direct: HashMap<Uuid, Uuid> = rows
        .iter()
        .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
        .collect::<sqlx::Result<_>>()?;
    let last = |mut id: Uuid| {
        // No chain is longer than the joins there are; the bound guards against a damaged book.
        for _ in 0..direct.len() {
            id = direct.get(&id).copied().unwrap_or(id);
        }
        id
    };
    Ok(direct.keys().map(|&id| (id, last(id))).collect())
}

/// The last date on which anything is known of these people.
async fn last_seen(
    conn: &mut Conn,
    book: BookId,
    people: &Matched,
    joined: &HashMap<Uuid, Uuid>,
) -> Result<HashMap<Uuid, Date>> {
    let mut ids: Vec<Uuid> = people.iter().map(|(person, _)| person.id.0).collect();
    let wanted: BTreeSet<Uuid> = ids.iter().copied().collect();
    ids.extend(joined.iter().filter(|(_, winner)| wanted.contains(winner)).map(|(id, _)| id));
    let text = format!(
        "SELECT person_id, MAX(on_date) FROM appearance \
         WHERE book_id = $1 AND person_id {} AND on_date IS NOT NULL GROUP BY person_id",
        is_among(2)
    );
    let rows =
        sqlx::query(AssertSqlSafe(text)).bind(book.0).bind(id_list(&ids)).fetch_all(conn).await?;
    let mut last: HashMap<Uuid, Date> = HashMap::new();
    for row in &rows {
        let (id, on): (Uuid, &str) = (row.try_get(0)?, row.try_get(1)?);
        let on: Date = on.parse().map_err(|_no_date| crate::cell::unreadable("date"))?;
        let latest = last.entry(joined.get(&id).copied().unwrap_or(id)).or_insert(on);
        *latest = on.max(*latest);
    }
    Ok(last)
}
