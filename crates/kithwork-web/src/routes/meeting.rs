//! Meetings: those that matter now, and one of them.

use crate::fault::Fault;
use crate::form;
use crate::pages::evening::EveningPage;
use crate::pages::meetings::Meetings;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::{Ctx, Error, meeting, pitch, review, room, settings};
use kithwork_core::id::FactId;
use kithwork_core::money::Currency;

/// The meetings that matter now.
pub(crate) async fn meetings(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let page = listed(&web).await?;
    visit.show(&web, page).await
}

/// The page of the meetings that matter now.
pub(crate) async fn listed(web: &Web) -> Result<Meetings, Error> {
    let ctx = web.ctx().await?;
    let agenda = meeting::agenda(&*web.store, &ctx).await?;
    let rooms = room::all(&*web.store, &ctx).await?;
    let settings = settings::of(&*web.store, &ctx).await?;
    let (today, zone) = (ctx.today(&settings), &settings.zone);
    let review = review::at(&*web.store, &ctx, Some(today)).await?;
    Ok(Meetings::of(&agenda, &rooms, today, zone).looking_back(&review.evenings, today))
}

/// Whatever goes on or ended in the last three hours.
pub(crate) async fn now(State(web): State<Web>) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let agenda = meeting::agenda(&*web.store, &ctx).await?;
    let to = agenda.now.map_or("/meetings".to_owned(), |now| format!("/meetings/{}", now.meeting));
    Ok(Redirect::to(&to).into_response())
}

/// One meeting, before, during and after.
pub(crate) async fn one(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let page = page(&web, &ctx, form::fact(&id)?).await?;
    visit.show(&web, page).await
}

/// The page of a meeting.
pub(crate) async fn page(web: &Web, ctx: &Ctx, id: FactId) -> Result<EveningPage, Error> {
    let evening = meeting::evening(&*web.store, ctx, id).await?;
    let versions = pitch::desk(&*web.store, ctx).await?.rotation.versions;
    let settings = settings::of(&*web.store, ctx).await?;
    let (today, zone) = (ctx.today(&settings), settings.zone.clone());
    let names = versions.into_iter().map(|version| version.version).collect();
    let currency = settings.currency.unwrap_or(Currency::GBP);
    Ok(EveningPage::of(&evening, names, (today, &zone, currency)))
}
