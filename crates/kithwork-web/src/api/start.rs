//! How the owner begins, for programs.

use super::body::Sent;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::web::Web;
use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use kithwork_app::json::StartJson;
use kithwork_app::start;
use kithwork_core::facts::Hindrance;
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/v1/start", get(begun).post(answered))
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

async fn answered(State(web): State<Web>, sent: Sent<Answer>) -> Result<Json<StartJson>, ApiFault> {
    let because = sent.document.because;
    let deed = once(&web, &sent.once, async |ctx| {
        start::answer(&*web.store, &ctx, because).await.map(|()| None)
    });
    deed.await?;
    begun(State(web)).await
}
