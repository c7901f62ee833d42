//! People found by whatever is known of them.

use super::Standing;
use crate::book::{self, Frame};
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::settings;
use crate::who::{self, Match};
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;
use kithwork_core::ladder;
use kithwork_core::params::Params;
use kithwork_store::{PeopleQuery, PersonHit, Store};

/// Up to so many, each person's own timeline is read; beyond, the book is quicker.
const FEW: usize = 50;

/// Someone found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The person.
    pub person: Person,
    /// Where they stand; none for someone set aside.
    pub standing: Option<Standing>,
    /// The last date on which anything is known of them.
    pub last: Option<Date>,
    /// Where the words were found: `name`, `organisation`, `note`…
    pub matched: Vec<&'static str>,
}

/// The person whom a name, its beginnings or an id means.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound) with the names most like it as its hint,
/// [`Code::PersonAmbiguous`](crate::Code::PersonAmbiguous) with those who could be meant; those of
/// the store.
pub async fn find(store: &dyn Store, ctx: &Ctx, who: &str) -> Result<Person> {
    ctx.require(Rights::Read)?;
    who::is_meant(store, ctx, who, Match::Near).await
}

/// People found by name, organisation, what they do and the notes about them, best first; without
/// words everyone of the network, by name. `params` are those of [`book::params`].
///
/// # Errors
/// Those of the store.
pub async fn list(
    store: &dyn Store,
    ctx: &Ctx,
    query: &PeopleQuery,
    params: &Params,
) -> Result<Vec<Found>> {
    ctx.require(Rights::Read)?;
    let hits = store.people(ctx.tenant, query).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    if hits.len() > FEW {
        let book = book::load(store, ctx, today).await?;
        return Ok(hits.into_iter().map(|hit| found(&book, hit, today, params)).collect());
    }
    let frame = Frame::read(store, ctx).await?;
    let mut all = Vec::with_capacity(hits.len());
    for hit in hits {
        let book = frame.of_one(store, ctx, &hit.person, today).await?;
        all.push(found(&book, hit, today, params));
    }
    Ok(all)
}

/// A part of a list, and after whom the next part begins; none where this is all.
///
/// # Errors
/// [`Code::NotFound`](crate::Code::NotFound) where `query.after` is not in the list any more; those of
/// the store.
pub async fn page(
    store: &dyn Store,
    ctx: &Ctx,
    query: &PeopleQuery,
    params: &Params,
) -> Result<(Vec<Found>, Option<PersonId>)> {
    let Some(limit) = query.limit else {
        return Ok((list(store, ctx, query, params).await?, None));
    };
    // One more than asked for tells whether there is more.
    let more = PeopleQuery { limit: Some(limit.saturating_add(1)), ..query.clone() };
    let mut found = list(store, ctx, &more, params).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| has_more).map(|last| last.person.id);
    Ok((found, next))
}

fn found(book: &Book, hit: PersonHit, today: Date, params: &Params) -> Found {
    let PersonHit { person, last, matched } = hit;
    let climbed = person.counts().then(|| ladder::climb(book, person.id, today, params));
    let standing = climbed.as_ref().map(|climbed| Standing::of(book, climbed));
    Found { person, standing, last, matched }
}
