//! Aims and experiments, for programs.

use super::answer::{Answered, done};
use super::body::Sent;
use crate::fault::ApiFault;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::civil::Date;
use kithwork_app::json::{AimsJson, ExperimentsJson};
use kithwork_app::{aim, experiment};
use kithwork_core::facts::AimKind;
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/aims", get(aims).post(stated))
        .route("/v1/experiments", get(experiments).post(begun))
        .route("/v1/experiments/{id}/stop", post(stopped))
}

async fn aims(State(web): State<Web>) -> Result<Json<AimsJson>, ApiFault> {
    let aims = aim::list(&*web.store, &web.ctx().await?, None).await?;
    Ok(Json(AimsJson::from(&aims)))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Aim {
    what: String,
    kind: Option<AimKind>,
    review_on: Option<Date>,
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    close: bool,
}

async fn stated(State(web): State<Web>, sent: Sent<Aim>) -> Answered {
    let Aim { what, kind, review_on, people, without, close } = sent.document;
    let said = aim::Said { what, kind, review_on, people, without, closes: close };
    done(&web, &sent.once, async |ctx| {
        aim::state(&*web.store, &ctx, said).await.map(|stated| stated.change)
    })
    .await
}

async fn experiments(State(web): State<Web>) -> Result<Json<ExperimentsJson>, ApiFault> {
    let all = experiment::list(&*web.store, &web.ctx().await?, None).await?;
    Ok(Json(ExperimentsJson::from(&all)))
}

async fn begun(State(web): State<Web>, sent: Sent<experiment::Said>) -> Answered {
    let said = sent.document;
    done(&web, &sent.once, async |ctx| {
        experiment::begin(&*web.store, &ctx, said).await.map(|kept| kept.change)
    })
    .await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// Stops the experiment on a finding, by its public code.
async fn stopped(
    State(web): State<Web>,
    Path(code): Path<String>,
    sent: Sent<Nothing>,
) -> Answered {
    done(&web, &sent.once, async |ctx| {
        experiment::stop(&*web.store, &ctx, &code).await.map(|kept| kept.change)
    })
    .await
}
