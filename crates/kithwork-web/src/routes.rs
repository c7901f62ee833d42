//! What answers at the pages' addresses.

use crate::acts::change;
use crate::fault::{Fault, draw};
use crate::frame::Place;
use crate::pages::empty::Empty;
use crate::pages::entries::Entries;
use crate::pages::groups::Groups;
use crate::pages::people::{self, People};
use crate::pages::person::PersonPage;
use crate::pages::review::ReviewPage;
use crate::pages::this_week::ThisWeek;
use crate::web::Web;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::civil::Date;
use kithwork_app::{Code, Error, person};
use kithwork_core::id::PersonId;
use kithwork_store::PeopleQuery;
use serde::Deserialize;

/// At which date a book is looked at.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct At {
    as_of: Option<String>,
    page: Option<usize>,
    /// The change that a form of the page has just made.
    done: Option<String>,
}

impl At {
    fn date(&self) -> Result<Option<Date>, Error> {
        date(self.as_of.as_deref())
    }
}

/// Reads a date such as `2026-11-16`; an empty field asks for none.
pub(crate) fn date(text: Option<&str>) -> Result<Option<Date>, Error> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(|text| {
        text.parse().map_err(|cause: jiff::Error| {
            Error::new(Code::DateInvalid).hint("write it as 2026-11-16").caused_by(cause)
        })
    })
    .transpose()
}

/// This week.
pub(crate) async fn this_week(State(web): State<Web>) -> Result<Response, Fault> {
    let sight = web.sight(None).await?;
    if sight.is_empty() {
        return Ok(draw(&Empty::at(Place::ThisWeek)));
    }
    Ok(draw(&ThisWeek::of(&sight)))
}

/// The review.
pub(crate) async fn review(
    State(web): State<Web>,
    Query(at): Query<At>,
) -> Result<Response, Fault> {
    let sight = web.sight(at.date()?).await?;
    if sight.is_empty() {
        return Ok(draw(&Empty::at(Place::Review)));
    }
    let done = at.done.as_deref().and_then(|id| change(id).ok());
    Ok(draw(&ReviewPage::of(&sight, done)))
}

/// All entries behind one figure of the review.
pub(crate) async fn entries(
    State(web): State<Web>,
    Path(figure): Path<String>,
    Query(at): Query<At>,
) -> Result<Response, Fault> {
    let sight = web.sight(at.date()?).await?;
    Ok(draw(&Entries::of(&sight, &figure, at.page.unwrap_or_default())?))
}

/// Groups and events.
pub(crate) async fn groups(State(web): State<Web>) -> Result<Response, Fault> {
    let sight = web.sight(None).await?;
    if sight.is_empty() {
        return Ok(draw(&Empty::at(Place::Groups)));
    }
    Ok(draw(&Groups::of(&sight)))
}

/// Everyone.
pub(crate) async fn people(State(web): State<Web>) -> Result<Response, Fault> {
    search(&web, "").await
}

/// Words to find people by. They come in the body: an address would keep them in the history.
#[derive(Debug, Deserialize)]
pub(crate) struct Search {
    #[serde(default)]
    q: String,
}

/// Those who were searched for.
pub(crate) async fn found(
    State(web): State<Web>,
    Form(search): Form<Search>,
) -> Result<Response, Fault> {
    self::search(&web, search.q.trim()).await
}

async fn search(web: &Web, words: &str) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let text = (!words.is_empty()).then(|| words.to_owned());
    // Whoever is searched for by name may be set aside; a list of everyone leaves them out.
    let with_set_aside = text.is_some();
    let query = PeopleQuery { text, limit: Some(people::SHOWN + 1), with_set_aside, after: None };
    let today = web.today(&ctx).await?;
    let params = web.memory.params(&*web.store, &ctx, today).await?;
    let found = person::list(&*web.store, &ctx, &query, &params).await?;
    Ok(draw(&People::of(words, &found, today)))
}

/// One person.
pub(crate) async fn person(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = id.parse().map(PersonId).map_err(|cause: uuid::Error| {
        Error::new(Code::PersonNotFound).hint("the address is mistyped").caused_by(cause)
    })?;
    let ctx = web.ctx().await?;
    let today = web.today(&ctx).await?;
    let params = web.memory.params(&*web.store, &ctx, today).await?;
    let shown = person::show(&*web.store, &ctx, id, &params).await?;
    let shelf = web.shelf(&ctx, today).await?;
    Ok(draw(&PersonPage::of(&shown, &shelf, today)))
}
