//! Deleting, the trash, putting back, for programs.

use super::answer::{Answered, done};
use super::body::Sent;
use super::page::{Page, Paging};
use crate::acts::change;
use crate::asked::Wanted;
use crate::fault::ApiFault;
use crate::form::fact;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use kithwork_app::json::{EmptiedJson, TrashJson, UndoJson};
use kithwork_app::trash;
use kithwork_core::facts::PitchChange;
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/entries/{id}", delete(thrown))
        .route("/v1/trash", get(list).delete(emptied))
        .route("/v1/trash/{id}/put-back", post(back))
}

/// Why a minute is given up that is locked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Reason {
    why: Option<PitchChange>,
}

async fn thrown(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Reason>) -> Answered {
    let (id, Reason { why }) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        trash::delete_because(&*web.store, &ctx, id, why).await.map(|change| Some(change.id))
    })
    .await
}

async fn list(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<TrashJson>>, ApiFault> {
    let all = trash::list(&*web.store, &web.ctx().await?, u32::MAX).await?;
    let all = TrashJson::from(all);
    Ok(Json(paging.of(all, |all| &mut all.trash, |thrown| thrown.change.to_string())?))
}

async fn back(State(web): State<Web>, Path(id): Path<String>) -> Result<Json<UndoJson>, ApiFault> {
    Ok(Json(trash::put_back(&*web.store, &web.ctx().await?, change(&id)?).await?))
}

async fn emptied(State(web): State<Web>) -> Result<Json<EmptiedJson>, ApiFault> {
    Ok(Json(EmptiedJson::from(trash::empty(&*web.store, &web.ctx().await?).await?)))
}
