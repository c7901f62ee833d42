//! Open needs, and who could meet each, for programs.

use super::answer::{Answered, done};
use super::body::{Nothing, Sent};
use super::page::{Page, Paging};
use crate::asked::Wanted;
use crate::fault::ApiFault;
use crate::form::fact;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use kithwork_app::json::NeedsJson;
use kithwork_app::need;
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/needs", get(open))
        .route("/v1/needs/{id}", patch(edit))
        .route("/v1/needs/{id}/met", post(met))
}

async fn open(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<NeedsJson>>, ApiFault> {
    let needs = NeedsJson { needs: need::open(&*web.store, &web.ctx().await?).await? };
    Ok(Json(paging.of(needs, |all| &mut all.needs, |need| need.id.to_string())?))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct What {
    what: String,
}

async fn edit(State(web): State<Web>, Path(id): Path<String>, sent: Sent<What>) -> Answered {
    let id = fact(&id)?;
    done(&web, &sent.once, async |ctx| {
        let change = need::edit(&*web.store, &ctx, id, &sent.document.what).await?;
        Ok(change.map(|change| change.id))
    })
    .await
}

async fn met(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Nothing>) -> Answered {
    let (id, Nothing {}) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        need::met(&*web.store, &ctx, id).await.map(|change| change.map(|change| change.id))
    })
    .await
}
