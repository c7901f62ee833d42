//! Finding people.

use super::super::{find_word, id_list, is_among};
use super::rows::Cursor;
use super::{Conn, rows};
use crate::error::{Result, StoreError};
use crate::sheet::Sheet;
use crate::store::{PeopleQuery, PersonHit};
use crate::words::Found;
use crate::{table, words};
use jiff::civil::Date;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Person;
use kithwork_core::id::{BookId, PersonId};
use sqlx::{AssertSqlSafe, Row};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Everyone's id and name, merged ones left out, in the order of their names.
pub(super) async fn names(conn: &mut Conn, book: BookId) -> Result<Vec<(PersonId, String)>> {
    let rows = sqlx::query(
        "SELECT p.id, p.name FROM search_entry e CROSS JOIN person p \
         WHERE e.book_id = $1 AND e.field = 'name' AND p.book_id = $1 AND p.id = e.fact_id \
         AND p.merged_into IS NULL ORDER BY e.words, e.fact_id",
    )
    .bind(book.0)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((PersonId(row.try_get(0)?), row.try_get(1)?))).collect()
}

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

/// How well someone fits: where each word was found at its best.
#[derive(Default)]
struct Fit {
    words: usize,
    score: u32,
    rank: f64,
    fields: BTreeSet<usize>,
}

async fn found(
    conn: &mut Conn,
    book: BookId,
    words: &[String],
    query: &PeopleQuery,
    joined: &HashMap<Uuid, Uuid>,
) -> Result<Matched> {
    let mut fits: HashMap<Uuid, Fit> = HashMap::new();
    for (word, before) in words.iter().zip(0..) {
        for (person, (best, rank, fields)) in one_word(conn, book, word, joined).await? {
            let fit = fits.entry(person).or_default();
            // Whoever lacks an earlier word is out.
            if fit.words == before {
                fit.words += 1;
                fit.score += best;
                fit.rank += rank;
                fit.fields.extend(fields);
            }
        }
    }
    fits.retain(|_, fit| fit.words == words.len());
    let ids: Vec<Uuid> = fits.keys().copied().collect();
    let mut people = Vec::new();
    for fact in rows::among(conn, book, FactKind::Person, &ids).await? {
        if let Fact::Person(person) = fact
            && (query.with_set_aside || !person.set_aside)
            && let Some(fit) = fits.remove(&person.id.0)
        {
            people.push((person, fit));
        }
    }
    people.sort_by(|(a, fit_a), (b, fit_b)| {
        let best = fit_b.score.cmp(&fit_a.score).then(fit_b.rank.total_cmp(&fit_a.rank));
        best.then_with(|| (&a.name, a.id).cmp(&(&b.name, b.id)))
    });
    if let Some(after) = query.after {
        let at = people.iter().position(|(person, _)| person.id == after);
        people.drain(..=at.ok_or(StoreError::NotFound)?);
    }
    people.truncate(query.limit.map_or(usize::MAX, |limit| limit as usize));
    let name = |at: usize| words::FIELDS.get(at).map(|(name, _)| *name);
    let named = |fit: Fit| fit.fields.into_iter().filter_map(name).collect();
    Ok(people.into_iter().map(|(person, fit)| (person, named(fit))).collect())
}

/// Whom and where, from the columns of either dialect's search.
pub(in super::super) fn read_found(
    rows: &[<super::Db as sqlx::Database>::Row],
) -> Result<Vec<Found>> {
    rows.iter()
        .map(|row| {
            Ok(Found { person: row.try_get(0)?, field: row.try_get(1)?, rank: row.try_get(2)? })
        })
        .collect()
}

/// For everyone of whom a word is said: the weight of the best field, the rank, all the fields.
async fn one_word(
    conn: &mut Conn,
    book: BookId,
    word: &str,
    joined: &HashMap<Uuid, Uuid>,
) -> Result<HashMap<Uuid, (u32, f64, BTreeSet<usize>)>> {
    let mut all: HashMap<Uuid, (u32, f64, BTreeSet<usize>)> = HashMap::new();
    for found in find_word(conn, book, word).await? {
        let at = words::FIELDS.iter().position(|(name, _)| *name == found.field);
        let Some((at, (_, weight))) = at.and_then(|at| Some((at, words::FIELDS.get(at)?))) else {
            continue;
        };
        let person = joined.get(&found.person).copied().unwrap_or(found.person);
        let (best, rank, fields) = all.entry(person).or_insert((0, f64::MIN, BTreeSet::new()));
        *best = (*best).max(*weight);
        *rank = rank.max(found.rank);
        fields.insert(at);
    }
    Ok(all)
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
