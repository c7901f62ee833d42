//! Groups for programs: all of them, one of them, what the owner puts right and thinks of it.

use super::answer::{Answered, done};
use super::body::{Nothing, Sent};
use super::page::{Page, Paging};
use crate::asked::Wanted;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::form::room;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use kithwork_app::json::{GroupJson, GroupsJson};
use kithwork_app::review;
use kithwork_app::room::{self as rooms, Correction};
use kithwork_app::room_rating::{self, Opinion};
use kithwork_core::id::{ChangeId, RoomId};
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/groups", get(all))
        .route("/v1/groups/{id}", get(one).patch(edit))
        .route("/v1/groups/{id}/rating", post(rate))
        .route("/v1/groups/{id}/stay", post(stay))
        .route("/v1/groups/{id}/not-a-group", post(not_a_group))
        .route("/v1/groups/{id}/same", post(same))
}

async fn all(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<GroupsJson>>, ApiFault> {
    let review = review::at(&*web.store, &web.ctx().await?, None).await?;
    let groups = GroupsJson::from(&*review);
    Ok(Json(paging.of(groups, |all| &mut all.groups, |group| group.id.to_string())?))
}

async fn one(State(web): State<Web>, Path(id): Path<String>) -> Result<Json<GroupJson>, ApiFault> {
    shown(&web, room(&id)?, None).await
}

async fn edit(
    State(web): State<Web>,
    Path(id): Path<String>,
    sent: Sent<Correction>,
) -> Result<Json<GroupJson>, ApiFault> {
    let (id, by) = (room(&id)?, sent.document);
    let change =
        once(&web, &sent.once, async |ctx| rooms::edit(&*web.store, &ctx, id, by).await).await?;
    shown(&web, id, change).await
}

async fn stay(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Nothing>) -> Answered {
    let (id, Nothing {}) = (room(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| rooms::stay(&*web.store, &ctx, id).await).await
}

async fn rate(
    State(web): State<Web>,
    Path(id): Path<String>,
    sent: Sent<Opinion>,
) -> Result<Json<GroupJson>, ApiFault> {
    let (id, opinion) = (room(&id)?, sent.document);
    let change = once(&web, &sent.once, async |ctx| {
        let kept = room_rating::keep(&*web.store, &ctx, &id.to_string(), opinion).await;
        kept.map(|kept| Some(kept.change))
    })
    .await?;
    shown(&web, id, change).await
}

async fn not_a_group(
    State(web): State<Web>,
    Path(id): Path<String>,
    sent: Sent<Nothing>,
) -> Answered {
    let id = room(&id)?;
    done(&web, &sent.once, async |ctx| {
        rooms::not_a_group(&*web.store, &ctx, id).await.map(|change| Some(change.id))
    })
    .await
}

/// Of which group it is the second name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    r#as: RoomId,
}

async fn same(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Same>) -> Answered {
    let (lose, keep) = (room(&id)?, sent.document.r#as);
    done(&web, &sent.once, async |ctx| {
        rooms::same_group(&*web.store, &ctx, keep, lose).await.map(|change| Some(change.id))
    })
    .await
}

async fn shown(
    web: &Web,
    id: RoomId,
    change: Option<ChangeId>,
) -> Result<Json<GroupJson>, ApiFault> {
    let ctx = web.ctx().await?;
    let sheet = rooms::sheet(&*web.store, &ctx, id).await?;
    let review = review::at(&*web.store, &ctx, None).await?;
    Ok(Json(GroupJson::of(&sheet, &review, change)))
}
