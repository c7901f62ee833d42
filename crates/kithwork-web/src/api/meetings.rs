//! Meetings for programs: the next ones, one of them, what the owner says of it.

use super::answer::{Answered, done};
use super::body::{Nothing, Sent};
use super::page::{Page, Paging};
use crate::asked::Wanted;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::form::fact;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use kithwork_app::json::EveningJson;
use kithwork_app::meeting::{self, New, Told};
use kithwork_core::evening::Agenda;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/meetings", get(agenda).post(enter))
        .route("/v1/meetings/{id}", get(one).post(tell))
        .route("/v1/meetings/{id}/not-there", post(not_there))
}

/// What comes, then what waits to be looked back on, then what is entered for later, then what was entered lately.
async fn agenda(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<Agenda>>, ApiFault> {
    let mut agenda = meeting::agenda(&*web.store, &web.ctx().await?).await?;
    let mut cut = paging.cut(usize::MAX);
    cut.take(&mut agenda.coming, |slot| slot.meeting.to_string());
    cut.take(&mut agenda.waiting, |slot| slot.meeting.to_string());
    cut.take(&mut agenda.later, |slot| slot.meeting.to_string());
    cut.take(&mut agenda.entered, |slot| slot.meeting.to_string());
    Ok(Json(cut.page(agenda)?))
}

async fn enter(State(web): State<Web>, sent: Sent<New>) -> Result<Json<EveningJson>, ApiFault> {
    let new = sent.document;
    let mut entered = None;
    let change = once(&web, &sent.once, async |ctx| {
        let kept = meeting::enter(&*web.store, &ctx, new.clone()).await?;
        entered = Some(kept.meeting.id);
        Ok(kept.change)
    })
    .await?;
    let ctx = web.ctx().await?;
    let id = match entered {
        Some(id) => id,
        // Sent again with the same key: it stands already.
        None => meeting::enter(&*web.store, &ctx, new).await?.meeting.id,
    };
    let evening = meeting::evening(&*web.store, &ctx, id).await?;
    Ok(Json(EveningJson { change, evening }))
}

async fn one(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<EveningJson>, ApiFault> {
    let evening = meeting::evening(&*web.store, &web.ctx().await?, fact(&id)?).await?;
    Ok(Json(EveningJson { change: None, evening }))
}

async fn tell(
    State(web): State<Web>,
    Path(id): Path<String>,
    sent: Sent<Told>,
) -> Result<Json<EveningJson>, ApiFault> {
    let (id, told) = (fact(&id)?, sent.document);
    let change = once(&web, &sent.once, async |ctx| {
        meeting::tell(&*web.store, &ctx, id, told).await.map(|kept| kept.change)
    })
    .await?;
    let evening = meeting::evening(&*web.store, &web.ctx().await?, id).await?;
    Ok(Json(EveningJson { change, evening }))
}

async fn not_there(
    State(web): State<Web>,
    Path(id): Path<String>,
    sent: Sent<Nothing>,
) -> Answered {
    let (id, Nothing {}) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| meeting::not_there(&*web.store, &ctx, id).await.map(Some))
        .await
}
