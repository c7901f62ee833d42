//! Everyone, those who were searched for, and those who fit a filter.

use crate::fault::Fault;
use crate::filter;
use crate::form::{self, Fields};
use crate::frame::Place;
use crate::pages::empty::Empty;
use crate::pages::people::{Asked, People, Shelves};
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use kithwork_app::person::{self, Found, Roll};
use kithwork_app::{Error, level, people_list, room, tag};
use kithwork_core::facts::PeopleFilter;
use kithwork_store::PeopleQuery;
use std::sync::Arc;

/// Everyone, or those who fit what the address asks for; words never stand there.
pub(crate) async fn people(
    State(web): State<Web>,
    visit: Visit,
    form: Fields,
) -> Result<Response, Fault> {
    let page = page(&web, &form.with("q", "")).await?;
    if page.is_of_nobody() {
        return visit.show(&web, Empty::at(Place::People)).await;
    }
    visit.show(&web, page).await
}

/// Those who were searched for. The words come in the body: an address would keep them in the history.
pub(crate) async fn found(
    State(web): State<Web>,
    visit: Visit,
    form: Fields,
) -> Result<Response, Fault> {
    let page = page(&web, &form).await?;
    visit.show(&web, page).await
}

/// The page of those who fit what a form asks for.
///
/// # Errors
/// What can't be asked; those of the store.
pub(crate) async fn page(web: &Web, form: &Fields) -> Result<People, Error> {
    let ctx = web.ctx().await?;
    let (store, today) = (&*web.store, web.day(&ctx).await?);
    let roll = web.memory.roll(store, &ctx, today).await?;
    let lists = people_list::all(store, &ctx).await?;
    let list = match form.given("list") {
        Some(id) => Some(people_list::find(store, &ctx, &form::fact(&id)?.to_string()).await?),
        None => None,
    };
    let filter = match &list {
        Some(list) => list.filter.clone(),
        None => filter::read(form, &roll.sectors)?,
    };
    let order = filter::order(form)?;
    let from = form.number("from")?.unwrap_or(0);
    let shelves = Shelves {
        tags: tag::all(store, &ctx).await?,
        rooms: room::all(store, &ctx).await?,
        levels: level::names(store, &ctx).await?,
        sectors: roll.sectors.clone(),
        lists,
    };
    let fitting = roll.fitting(store, &ctx, &filter, order).await?;
    let asked = Asked { filter, order, list, from, nobody: roll.is_empty() };
    Ok(People::of(asked, shelves, &fitting, today))
}

/// Everybody who is meant by the form of a list: those ticked, or all who fit.
///
/// # Errors
/// Those of [`page`].
pub(crate) async fn meant(
    web: &Web,
    form: &Fields,
) -> Result<(PeopleFilter, Vec<kithwork_core::id::PersonId>), Error> {
    let ctx = web.ctx().await?;
    let today = web.day(&ctx).await?;
    let roll: Arc<Roll> = web.memory.roll(&*web.store, &ctx, today).await?;
    let filter = filter::read(form, &roll.sectors)?;
    if !form.has("all") {
        let ticked = form.people("who")?;
        return Ok((filter, ticked));
    }
    let fitting = roll.fitting(&*web.store, &ctx, &filter, person::Order::Name).await?;
    let people = fitting.into_iter().map(|(one, _)| one.person.id).collect();
    Ok((filter, people))
}

/// At most so many whom the words fit; without words everyone. Whoever is searched for may be set aside;
/// a list of everyone leaves them out.
pub(crate) async fn fitting(web: &Web, words: &str, most: u32) -> Result<Vec<Found>, Fault> {
    let text = (!words.is_empty()).then(|| words.to_owned());
    let with_set_aside = text.is_some();
    let query = PeopleQuery { text, limit: Some(most), with_set_aside, after: None };
    let ctx = web.ctx().await?;
    let params = web.memory.params(&*web.store, &ctx, web.today(&ctx).await?).await?;
    Ok(person::list(&*web.store, &ctx, &query, &params).await?)
}
