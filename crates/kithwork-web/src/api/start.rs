//! How the owner begins, for programs.

use super::body::Sent;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::web::Web;
use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use kithwork_app::json::{FoundJson, StartJson};
use kithwork_app::{first_hour, start};
use kithwork_core::facts::Hindrance;
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/v1/start", get(begun).post(answered)).route("/v1/found", get(found))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    because: Option<Hindrance>,
}

async fn begun(State(web): State<Web>) -> Result<Json<StartJson>, ApiFault> {
    let week = web.sight(None).await.map_err(ApiFault::of)?.first_week();
    Ok(Json(StartJson::from(week.as_ref())))
}

async fn found(State(web): State<Web>) -> Result<Json<FoundJson>, ApiFault> {
    let found = first_hour::found(&*web.store, &web.ctx().await?).await?;
    Ok(Json(FoundJson::from(&found)))
}

async fn answered(State(web): State<Web>, sent: Sent<Answer>) -> Result<Json<StartJson>, ApiFault> {
    let because = sent.document.because;
    let deed = once(&web, &sent.once, async |ctx| {
        start::answer(&*web.store, &ctx, because).await.map(|()| None)
    });
    deed.await?;
    begun(State(web)).await
}
