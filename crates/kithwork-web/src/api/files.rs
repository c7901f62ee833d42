//! Files, clients and settings for programs: what the owner brings and tells.

use super::answer::{Answered, done};
use super::body::Sent;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::form::fact;
use crate::upload::{MOST, Upload};
use crate::web::Web;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use kithwork_app::business::{self, Won};
use kithwork_app::channel;
use kithwork_app::import::{self, Input};
use kithwork_app::json::{ImportJson, SettingsJson};
use kithwork_app::settings::{self, Told};
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    let files = post(read).layer(DefaultBodyLimit::max(MOST));
    Router::new()
        .route("/v1/import", files)
        .route("/v1/business", post(won))
        .route("/v1/channels", post(other_way))
        .route("/v1/channels/{id}", patch(other_way_again))
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

async fn won(State(web): State<Web>, sent: Sent<Clients>) -> Answered {
    let clients = sent.document.clients;
    done(&web, &sent.once, async |ctx| {
        let kept = business::tell(&*web.store, &ctx, &clients).await?;
        Ok(kept.map(|change| change.id))
    })
    .await
}

async fn other_way(State(web): State<Web>, sent: Sent<channel::Told>) -> Answered {
    let told = sent.document;
    done(&web, &sent.once, async |ctx| {
        channel::tell(&*web.store, &ctx, told).await.map(|kept| kept.change)
    })
    .await
}

async fn other_way_again(
    State(web): State<Web>,
    Path(id): Path<String>,
    sent: Sent<channel::Told>,
) -> Answered {
    let (id, told) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        channel::put_right(&*web.store, &ctx, id, told).await.map(|kept| kept.change)
    })
    .await
}

async fn known(State(web): State<Web>) -> Result<Json<SettingsJson>, ApiFault> {
    let settings = settings::of(&*web.store, &web.ctx().await?).await?;
    Ok(Json(SettingsJson::from(&settings)))
}

async fn told(State(web): State<Web>, sent: Sent<Told>) -> Result<Json<SettingsJson>, ApiFault> {
    let told = sent.document;
    once(&web, &sent.once, async |ctx| settings::tell(&*web.store, &ctx, told).await.map(|_| None))
        .await?;
    known(State(web)).await
}
