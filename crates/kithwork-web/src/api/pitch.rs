//! The owner's minute, profile and trigger problems for programs.

use super::answer::{Answered, done};
use super::body::{Nothing, Sent};
use crate::fault::ApiFault;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use kithwork_app::json::ProfileJson;
use kithwork_app::pitch::{self, Chosen, Desk, Given, Quick, Rehearsed, Words};
use kithwork_app::{profile, trigger};
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/pitch", get(desk))
        .route("/v1/pitch/keep", post(keep))
        .route("/v1/pitch/quick", post(quick))
        .route("/v1/pitch/rehearse", post(rehearse))
        .route("/v1/pitch/choose", post(choose))
        .route("/v1/pitch/gave", post(gave))
        .route("/v1/profile", get(shown).post(tell))
        .route("/v1/triggers", post(add))
        .route("/v1/triggers/{id}/drop", post(give_up))
}

async fn desk(State(web): State<Web>) -> Result<Json<Desk>, ApiFault> {
    Ok(Json(pitch::desk(&*web.store, &web.ctx().await?).await?))
}

async fn keep(State(web): State<Web>, sent: Sent<Words>) -> Answered {
    let words = sent.document;
    done(&web, &sent.once, async |ctx| pitch::keep(&*web.store, &ctx, words).await.map(|_| None))
        .await
}

async fn quick(State(web): State<Web>, sent: Sent<Quick>) -> Answered {
    let quick = sent.document;
    done(&web, &sent.once, async |ctx| pitch::make(&*web.store, &ctx, quick).await.map(|_| None))
        .await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RehearseIn {
    version: Option<String>,
    text: Option<String>,
    pace: Option<u32>,
}

async fn rehearse(
    State(web): State<Web>,
    sent: Sent<RehearseIn>,
) -> Result<Json<Rehearsed>, ApiFault> {
    let RehearseIn { version, text, pace } = sent.document;
    let (version, text) = (version.as_deref(), text.as_deref());
    Ok(Json(pitch::rehearse(&*web.store, &web.ctx().await?, version, text, pace).await?))
}

async fn choose(State(web): State<Web>, sent: Sent<Chosen>) -> Answered {
    let chosen = sent.document;
    done(&web, &sent.once, async |ctx| {
        pitch::choose(&*web.store, &ctx, chosen).await.map(|kept| kept.change)
    })
    .await
}

async fn gave(State(web): State<Web>, sent: Sent<Given>) -> Answered {
    let given = sent.document;
    done(&web, &sent.once, async |ctx| {
        pitch::gave(&*web.store, &ctx, given).await.map(|kept| kept.change)
    })
    .await
}

async fn shown(State(web): State<Web>) -> Result<Json<ProfileJson>, ApiFault> {
    let profile = profile::of(&*web.store, &web.ctx().await?).await?;
    Ok(Json(ProfileJson::from(&profile)))
}

async fn tell(State(web): State<Web>, sent: Sent<profile::Told>) -> Answered {
    let told = sent.document;
    done(&web, &sent.once, async |ctx| profile::tell(&*web.store, &ctx, told).await.map(|()| None))
        .await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TriggerIn {
    what: String,
}

async fn add(State(web): State<Web>, sent: Sent<TriggerIn>) -> Answered {
    let what = sent.document.what;
    done(&web, &sent.once, async |ctx| trigger::add(&*web.store, &ctx, &what).await.map(|_| None))
        .await
}

async fn give_up(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Nothing>) -> Answered {
    let Nothing {} = sent.document;
    done(&web, &sent.once, async |ctx| trigger::give_up(&*web.store, &ctx, &id).await.map(|_| None))
        .await
}
