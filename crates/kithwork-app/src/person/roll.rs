//! Everyone of the book with where they stand: what lists are filtered from.

use super::{Found, Standing};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{book, settings};
use jiff::civil::Date;
use kithwork_core::facts::{PeopleFilter, Person};
use kithwork_core::id::PersonId;
use kithwork_core::ladder::{State, level_name};
use kithwork_core::params::Params;
use kithwork_core::roll::{Enrolled, folded, roll};
use kithwork_store::{PeopleQuery, Store};
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Everyone of the book at a date. Read once and kept, it answers any filter without the store.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roll {
    /// By name.
    people: Vec<Listed>,
    places: HashMap<PersonId, usize>,
    /// Their lines of business in the owner's words, each once, by name.
    pub sectors: Vec<String>,
}

/// Somebody on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The person.
    pub person: Person,
    /// What a filter can ask of them.
    pub enrolled: Enrolled,
    /// What their level is called; empty for someone set aside.
    pub label: String,
    /// The last date on which anything is known of them.
    pub last: Option<Date>,
}

/// In which order people are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By name; where words were looked for, those whom they fit best first.
    #[default]
    Name,
    /// Those seen last first, those never seen at the end.
    Seen,
    /// The highest level first, within one by name.
    Level,
}

/// Reads everyone today.
///
/// # Errors
/// Those of the store.
pub async fn everyone(store: &dyn Store, ctx: &Ctx) -> Result<Roll> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let params = book::params(store, ctx, today).await?;
    read(store, ctx, today, &params).await
}

/// Reads everyone at a date; `params` are those of [`book::params`].
///
/// # Errors
/// Those of the store.
pub(crate) async fn read(
    store: &dyn Store,
    ctx: &Ctx,
    today: Date,
    params: &Params,
) -> Result<Roll> {
    ctx.require(Rights::Read)?;
    let everyone = PeopleQuery { with_set_aside: true, ..PeopleQuery::default() };
    let hits = store.people(ctx.tenant, &everyone).await?;
    let book = book::load(store, ctx, today).await?;
    let mut enrolled: HashMap<PersonId, Enrolled> =
        roll(&book, today, params).into_iter().map(|one| (one.person, one)).collect();
    let names = book.own_level_names();
    let mut whole = Roll::default();
    let mut sectors: BTreeMap<String, String> = BTreeMap::new();
    for hit in hits {
        let Some(one) = enrolled.remove(&hit.person.id) else { continue };
        if let (Some(folded), Some(said)) = (&one.sector, &hit.person.sector) {
            sectors.entry(folded.clone()).or_insert_with(|| said.trim().to_owned());
        }
        let label = one.level.map(|level| level_name(names, level).to_owned());
        whole.places.insert(one.person, whole.people.len());
        whole.people.push(Listed {
            person: hit.person,
            enrolled: one,
            label: label.unwrap_or_default(),
            last: hit.last,
        });
    }
    whole.sectors = sectors.into_values().collect();
    Ok(whole)
}

impl Roll {
    /// Whether nobody is on it.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// How many fit a filter that asks for no words.
    pub fn count(&self, filter: &PeopleFilter) -> usize {
        self.people.iter().filter(|one| filter.fits(&one.enrolled)).count()
    }

    /// Everybody who fits, in an order, and where the words were found.
    ///
    /// # Errors
    /// Those of the store, which looks for the words.
    pub async fn fitting<'r>(
        &'r self,
        store: &dyn Store,
        ctx: &Ctx,
        filter: &PeopleFilter,
        order: Order,
    ) -> Result<Vec<(&'r Listed, Vec<&'static str>)>> {
        let mut all: Vec<(&Listed, Vec<&'static str>)> = match &filter.words {
            None => self.people.iter().map(|one| (one, Vec::new())).collect(),
            Some(words) => {
                let text = Some(words.clone());
                let query = PeopleQuery { text, with_set_aside: true, ..PeopleQuery::default() };
                let hits = store.people(ctx.tenant, &query).await?.into_iter();
                let listed = |id: &PersonId| self.people.get(*self.places.get(id)?);
                hits.filter_map(|hit| Some((listed(&hit.person.id)?, hit.matched))).collect()
            }
        };
        all.retain(|(one, _)| filter.fits(&one.enrolled));
        match order {
            Order::Name => {}
            Order::Seen => all.sort_by_key(|(one, _)| Reverse(one.enrolled.seen)),
            Order::Level => all.sort_by_key(|(one, _)| Reverse(one.enrolled.level)),
        }
        Ok(all)
    }
}

impl Roll {
    /// A part of those who fit: at most so many, those after somebody; and after whom the next part
    /// begins, none where this is all.
    ///
    /// # Errors
    /// [`Code::NotFound`] where whoever it goes on after does not fit any more; those of the store.
    pub async fn page(
        &self,
        store: &dyn Store,
        ctx: &Ctx,
        filter: &PeopleFilter,
        order: Order,
        (limit, after): (Option<u32>, Option<PersonId>),
    ) -> Result<(Vec<Found>, Option<PersonId>)> {
        let all = self.fitting(store, ctx, filter, order).await?;
        let begins = match after {
            None => 0,
            Some(id) => {
                let at = all.iter().position(|(one, _)| one.person.id == id);
                1 + at.ok_or_else(|| {
                    Error::new(Code::NotFound).hint("they are not in this list any more")
                })?
            }
        };
        let limit = limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
        let rest = all.len().saturating_sub(begins);
        let shown = all.into_iter().skip(begins).take(limit);
        let found: Vec<Found> = shown.map(|(one, matched)| one.found(matched)).collect();
        let next = found.last().filter(|_| rest > limit).map(|last| last.person.id);
        Ok((found, next))
    }
}

impl Listed {
    /// The same as a search finds them.
    pub fn found(&self, matched: Vec<&'static str>) -> Found {
        let standing = |level| Standing {
            level,
            label: self.label.clone(),
            since: None,
            state: self.enrolled.state.map(State::word),
            says: self.enrolled.says.clone(),
            evidence: Vec::new(),
        };
        Found {
            person: self.person.clone(),
            standing: self.enrolled.level.map(standing),
            last: self.last,
            matched,
        }
    }
}

/// The line of business that is meant among these, as the owner wrote it.
pub fn sector<'a>(sectors: &'a [String], said: &str) -> Option<&'a String> {
    sectors.iter().find(|sector| folded(sector) == folded(said))
}
