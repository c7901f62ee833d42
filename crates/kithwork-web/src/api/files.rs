//! Files, clients and settings for programs: what the owner brings and tells.

use super::body::Sent;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::upload::{MOST, Upload};
use crate::web::Web;
use axum::extract::{DefaultBodyLimit, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use kithwork_app::business::{self, Won};
use kithwork_app::import::{self, Input};
use kithwork_app::json::{DoneJson, ImportJson, SettingsJson};
use kithwork_app::settings::{self, Told};
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    let files = post(read).layer(DefaultBodyLimit::max(MOST));
    Router::new()
        .route("/v1/import", files)
        .route("/v1/business", post(won))
        .route("/v1/settings", get(known).patch(told))
}

/// Files as `multipart/form-data`, as a form sends them.
async fn read(
    State(web): State<Web>,
    upload: Result<Upload, crate::fault::Fault>,
) -> Result<Json<ImportJson>, ApiFault> {
    let Upload(files) = upload.map_err(ApiFault::of)?;
    let inputs = files.into_iter().map(|file| Input::Bytes { name: file.name, bytes: file.octets });
    let ctx = web.ctx().await?;
    Ok(Json(import::files(&*web.store, &ctx, inputs.collect(), false, &|_| {}).await?))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Clients {
    clients: Vec<Won>,
}

async fn won(State(web): State<Web>, sent: Sent<Clients>) -> Result<Json<DoneJson>, ApiFault> {
    let clients = sent.document.clients;
    let change = once(&web, &sent.once, async |ctx| {
        business::tell(&*web.store, &ctx, &clients).await.map(|change| Some(change.id))
    });
    Ok(Json(DoneJson { change: change.await? }))
}

async fn known(State(web): State<Web>) -> Result<Json<SettingsJson>, ApiFault> {
    let settings = settings::of(&*web.store, &web.ctx().await?).await?;
    Ok(Json(SettingsJson::from(&settings)))
}

/// What the owner tells of themselves; what is left out stays as it is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Settings {
    hourly_rate: Option<String>,
    currency: Option<String>,
    hours_per_week: Option<u32>,
    monthly_need: Option<String>,
    weekly_spend: Option<String>,
    words_per_minute: Option<u32>,
    lock_hours: Option<u32>,
    targets: Vec<String>,
    names: Vec<String>,
    emails: Vec<String>,
}

async fn told(
    State(web): State<Web>,
    sent: Sent<Settings>,
) -> Result<Json<SettingsJson>, ApiFault> {
    let said = sent.document;
    let told = Told {
        hourly_rate: said.hourly_rate,
        currency: said.currency,
        hours_per_week: said.hours_per_week,
        monthly_need: said.monthly_need,
        weekly_spend: said.weekly_spend,
        words_per_minute: said.words_per_minute,
        lock_hours: said.lock_hours,
        targets: said.targets,
        names: said.names,
        emails: said.emails,
    };
    let deed = once(&web, &sent.once, async |ctx| {
        settings::tell(&*web.store, &ctx, told).await.map(|_| None)
    });
    deed.await?;
    known(State(web)).await
}
