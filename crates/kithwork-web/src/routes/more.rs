//! Everything else: the page of pages, and what was done to the book.

use crate::asked::Asked;
use crate::fault::Fault;
use crate::form::fact;
use crate::pages::aims::Aims;
use crate::pages::aside::Aside;
use crate::pages::business::Business;
use crate::pages::changes::Changes;
use crate::pages::levels::Levels;
use crate::pages::more::More;
use crate::pages::questions::Questions;
use crate::pages::settings::SettingsPage;
use crate::pages::trash::Trash;
use crate::sight::Sight;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use kithwork_app::{change, experiment, level, person, question, referral, settings};
use kithwork_core::review::past_experiments;
use serde::Deserialize;

/// The page of pages.
pub(crate) async fn more(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let waiting = question::open(&*web.store, &web.ctx().await?).await?;
    let waiting = waiting.more.saturating_add(waiting.questions.len() as u64);
    visit.show(&web, More::of(waiting)).await
}

/// Before which change a list goes on.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Before {
    before: Option<i64>,
}

/// What was done to the book, each to be taken back.
pub(crate) async fn changes(
    State(web): State<Web>,
    Asked(query): Asked<Before>,
    visit: Visit,
) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let settings = settings::of(&*web.store, &ctx).await?;
    let limit = Changes::SHOWN.saturating_add(1);
    let past = change::past(&*web.store, &ctx, query.before, limit).await?;
    visit.show(&web, Changes::of(&past, &settings.zone, ctx.today(&settings))).await
}

/// Of what was deleted, more than anyone looks through.
const THROWN: u32 = 1000;

/// What was deleted.
pub(crate) async fn trash(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let settings = settings::of(&*web.store, &ctx).await?;
    let thrown = kithwork_app::trash::list(&*web.store, &ctx, THROWN).await?;
    visit.show(&web, Trash::of(&thrown, &settings.zone, ctx.today(&settings))).await
}

/// What only the owner knows.
pub(crate) async fn questions(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let waiting = question::open(&*web.store, &web.ctx().await?).await?;
    visit.show(&web, Questions::of(&waiting)).await
}

/// The drawer of those set aside.
pub(crate) async fn set_aside(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let people = person::set_aside(&*web.store, &web.ctx().await?).await?;
    visit.show(&web, Aside::of(&people)).await
}

/// What the owner told of themselves.
pub(crate) async fn about_you(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let settings = settings::of(&*web.store, &web.ctx().await?).await?;
    visit.show(&web, SettingsPage::of(&settings)).await
}

/// What success is for the owner.
pub(crate) async fn aims(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    visit.show(&web, aims_page(&web).await?).await
}

/// The page of aims.
pub(crate) async fn aims_page(web: &Web) -> Result<Aims, Fault> {
    let sight = web.sight(None).await?;
    let params = web.ctx().await?.params;
    let past = past_experiments(&sight.shelf.book, sight.today, &params, experiment::PAST);
    Ok(Aims::of(&sight).having_tried(&past))
}

/// What the levels are called.
pub(crate) async fn levels(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let names = level::names(&*web.store, &web.ctx().await?).await?;
    visit.show(&web, Levels::of(names)).await
}

/// What the page of business is opened for.
#[derive(Debug, Deserialize)]
pub(crate) struct Won {
    /// The work whose worth is to be told.
    won: Option<String>,
}

/// Where clients came from.
pub(crate) async fn business(
    State(web): State<Web>,
    Asked(Won { won }): Asked<Won>,
    visit: Visit,
) -> Result<Response, Fault> {
    let page = business_page(&web).await?;
    let page = match won {
        Some(id) => {
            let card = referral::by_id(&*web.store, &web.ctx().await?, fact(&id)?).await?;
            page.won(&card, &web.sight(None).await?.shelf.book)
        }
        None => page,
    };
    visit.show(&web, page).await
}

/// The page of business.
pub(crate) async fn business_page(web: &Web) -> Result<Business, Fault> {
    let sight = web.sight(None).await?;
    let board = referral::board(&*web.store, &web.ctx().await?).await?;
    let page = |sight: &Sight| Business::of(sight).board(&board, &sight.shelf.book);
    web.drawn_up(&sight, (), page).await
}
