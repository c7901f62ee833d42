//! Calendars that are read from a private link, for programs.

use super::body::Sent;
use crate::acts::calendar::which;
use crate::fault::ApiFault;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use kithwork_app::calendar;
use kithwork_app::json::{CalendarJson, CalendarsJson, DoneJson, ImportJson};
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/calendars", get(all).post(add))
        .route("/v1/calendars/{id}", delete(drop))
        .route("/v1/calendars/{id}/read", post(read))
}

/// A link to keep.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkIn {
    address: String,
    #[serde(default)]
    name: Option<String>,
}

async fn all(State(web): State<Web>) -> Result<Json<CalendarsJson>, ApiFault> {
    let links = calendar::links(&*web.store, &web.ctx().await?).await?;
    Ok(Json(CalendarsJson::from(links.as_slice())))
}

async fn add(State(web): State<Web>, sent: Sent<LinkIn>) -> Result<Json<CalendarJson>, ApiFault> {
    let LinkIn { address, name } = sent.document;
    let ctx = web.ctx().await?;
    let link = calendar::add(&*web.store, &ctx, &address, name.as_deref()).await?;
    Ok(Json(CalendarJson::from(&link)))
}

async fn read(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<ImportJson>, ApiFault> {
    let ctx = web.ctx().await?;
    let link = calendar::known(&*web.store, &ctx, which(&id)?).await?;
    let with = (web.fetch()?, web.reach());
    let read = calendar::read(&*web.store, &ctx, &link, with, &|_| {}).await?;
    Ok(Json(read.unwrap_or_default()))
}

async fn drop(State(web): State<Web>, Path(id): Path<String>) -> Result<Json<DoneJson>, ApiFault> {
    calendar::drop(&*web.store, &web.ctx().await?, which(&id)?).await?;
    Ok(Json(DoneJson { change: None }))
}
