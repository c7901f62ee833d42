//! Work passed on to the owner, for programs.

use super::answer::{Answered, done};
use super::body::Sent;
use super::page::{Page, Paging};
use crate::asked::Wanted;
use crate::fault::ApiFault;
use crate::form::fact;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use kithwork_app::referral::{self, Board, Card, Step, Thanked};

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/referrals", get(board))
        .route("/v1/referrals/{id}", get(one))
        .route("/v1/referrals/{id}/step", post(step))
        .route("/v1/referrals/{id}/thank", post(thank))
}

async fn board(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<Board>>, ApiFault> {
    let board = referral::board(&*web.store, &web.ctx().await?).await?;
    Ok(Json(paging.of(board, |board| &mut board.referrals, |card| card.id.to_string())?))
}

async fn one(State(web): State<Web>, Path(id): Path<String>) -> Result<Json<Card>, ApiFault> {
    Ok(Json(referral::by_id(&*web.store, &web.ctx().await?, fact(&id)?).await?))
}

async fn step(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Step>) -> Answered {
    let (id, to) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        Ok(referral::step(&*web.store, &ctx, id, to).await?.map(|change| change.id))
    })
    .await
}

async fn thank(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Thanked>) -> Answered {
    let (id, told) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        Ok(referral::thank(&*web.store, &ctx, id, told).await?.map(|change| change.id))
    })
    .await
}
