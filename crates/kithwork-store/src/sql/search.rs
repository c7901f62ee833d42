//! Finding words, and whom they are said of.

use super::super::{find_word, id_list, is_among, is_common, says};
use super::Conn;
use crate::error::Result;
use crate::words::{self, Found};
use kithwork_core::id::BookId;
use sqlx::{AssertSqlSafe, Row};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// So many places of a word are looked at: first those that tell of a person themselves, then the
/// latest. Nobody reads further, and a word of every note must not cost a look at every note.
pub(crate) const PLACES: i64 = 2000;

/// The places of a word.
#[derive(Debug)]
pub(crate) struct Places {
    /// Of whom it is said there.
    found: Vec<Found>,
    /// Whether there are more of them.
    pub(crate) is_cut: bool,
}

impl Places {
    /// More than are looked at, none of them read.
    fn cut() -> Self {
        Self { found: Vec::new(), is_cut: true }
    }

    /// From the columns of either dialect's search: who, if anybody, and which field; and how many places
    /// were looked at.
    pub(crate) fn read(
        rows: &[<super::Db as sqlx::Database>::Row],
        looked_at: i64,
    ) -> Result<Self> {
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            if let Some(person) = row.try_get::<Option<Uuid>, _>(0)? {
                found.push(Found { person, field: row.try_get(1)? });
            }
        }
        Ok(Self { found, is_cut: looked_at >= PLACES })
    }
}

/// How well someone fits: where each word was found at its best.
#[derive(Debug, Default)]
pub(super) struct Fit {
    /// The weights of the best field of each word.
    pub(super) score: u32,
    fields: BTreeSet<usize>,
}

impl Fit {
    /// The fields where a word was found, best first.
    pub(super) fn fields(self) -> Vec<&'static str> {
        let name = |at: usize| words::FIELDS.get(at).map(|(name, _)| *name);
        self.fields.into_iter().filter_map(name).collect()
    }
}

/// Everyone of whom all these words are said, wherever.
pub(super) async fn fits(
    conn: &mut Conn,
    book: BookId,
    words: &[String],
    joined: &HashMap<Uuid, Uuid>,
) -> Result<HashMap<Uuid, Fit>> {
    let mut common = Vec::new();
    let mut searches = Vec::with_capacity(words.len());
    for word in words {
        if words.len() > 1 && is_common(conn, book, word).await? {
            common.push(word);
        } else {
            searches.push((word, find_word(conn, book, word).await?));
        }
    }
    // Beside a rare word, a common one need not be looked for everywhere.
    let is_rare_enough = searches.iter().any(|(_, places)| !places.is_cut);
    for word in common {
        let places =
            if is_rare_enough { Places::cut() } else { find_word(conn, book, word).await? };
        searches.push((word, places));
    }
    // The rarest word first; a common one is then looked for among those whom it found.
    searches.sort_by_key(|(_, places)| (places.is_cut, places.found.len()));
    let mut fits: Option<HashMap<Uuid, Fit>> = None;
    for (word, places) in searches {
        fits = Some(match fits {
            None => of_one_word(places.found, joined),
            Some(before) if places.is_cut => {
                let found = among(conn, book, word, &before, joined).await?;
                both(before, of_one_word(found, joined))
            }
            Some(before) => both(before, of_one_word(places.found, joined)),
        });
    }
    Ok(fits.unwrap_or_default())
}

/// Where a word, or a longer one that begins with it, is said of these people.
async fn among(
    conn: &mut Conn,
    book: BookId,
    word: &str,
    people: &HashMap<Uuid, Fit>,
    joined: &HashMap<Uuid, Uuid>,
) -> Result<Vec<Found>> {
    let losers = joined.iter().filter(|(_, winner)| people.contains_key(winner)).map(|(id, _)| id);
    let ids: Vec<Uuid> = people.keys().chain(losers).copied().collect();
    let text = format!(
        "SELECT DISTINCT a.person_id, e.field FROM appearance a JOIN search_entry e \
         ON e.book_id = $1 AND e.fact_id = a.fact_id AND e.fact_kind = a.fact_kind \
         WHERE a.book_id = $1 AND a.person_id {} AND {} \
         AND (e.fact_kind <> 'person' OR a.person_id = e.fact_id)",
        is_among(2),
        says("e.words", 3)
    );
    let rows = sqlx::query(AssertSqlSafe(text))
        .bind(book.0)
        .bind(id_list(&ids))
        .bind(word)
        .fetch_all(conn)
        .await?;
    Ok(Places::read(&rows, 0)?.found)
}

/// For everyone of whom a word is said: the weight of the best field, all the fields.
fn of_one_word(found: Vec<Found>, joined: &HashMap<Uuid, Uuid>) -> HashMap<Uuid, Fit> {
    let mut fits: HashMap<Uuid, Fit> = HashMap::new();
    for found in found {
        let at = words::FIELDS.iter().position(|(name, _)| *name == found.field);
        let Some((at, (_, weight))) = at.and_then(|at| Some((at, words::FIELDS.get(at)?))) else {
            continue;
        };
        let person = joined.get(&found.person).copied().unwrap_or(found.person);
        let fit = fits.entry(person).or_default();
        fit.score = fit.score.max(*weight);
        fit.fields.insert(at);
    }
    fits
}

/// Those who fit both.
fn both(mut one: HashMap<Uuid, Fit>, other: HashMap<Uuid, Fit>) -> HashMap<Uuid, Fit> {
    let both = |(person, fit): (Uuid, Fit)| {
        let mut whole = one.remove(&person)?;
        whole.score += fit.score;
        whole.fields.extend(fit.fields);
        Some((person, whole))
    };
    other.into_iter().filter_map(both).collect()
}
