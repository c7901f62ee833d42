//! Calendars that are read from a private link.

use crate::fault::Fault;
use crate::pages::calendars::Calendars;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use kithwork_app::{calendar, settings};

/// The links there are.
pub(crate) async fn calendars(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let page = page(&web).await?;
    visit.show(&web, page).await
}

/// The page of them.
pub(crate) async fn page(web: &Web) -> Result<Calendars, Fault> {
    let ctx = web.ctx().await?;
    let links = calendar::links(&*web.store, &ctx).await?;
    let settings = settings::of(&*web.store, &ctx).await?;
    Ok(Calendars::of(&links, &settings.zone, ctx.today(&settings)))
}
