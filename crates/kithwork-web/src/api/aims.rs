//! Aims and experiments, for programs.

use super::answer::{Answered, done};
use super::body::{Nothing, Sent};
use super::page::{Page, Paging};
use crate::asked::Wanted;
use crate::fault::ApiFault;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::civil::Date;
use kithwork_app::json::{AimsJson, ExperimentsJson};
use kithwork_app::{Amend, aim, experiment};
use kithwork_core::facts::AimKind;
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/aims", get(aims).post(stated))
        .route("/v1/experiments", get(experiments).post(begun))
        .route("/v1/experiments/{id}/stop", post(stopped))
}

/// The aims, then those whom none of them is for.
async fn aims(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<AimsJson>>, ApiFault> {
    let aims = aim::list(&*web.store, &web.ctx().await?, None).await?;
    let (mut aims, mut cut) = (AimsJson::from(&aims), paging.cut(usize::MAX));
    cut.take(&mut aims.aims, |aim| aim.aim.to_string());
    cut.take(&mut aims.without_aim, |one| one.person.to_string());
    Ok(Json(cut.page(aims)?))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Aim {
    what: String,
    kind: Option<AimKind>,
    as_varied_as: Option<u32>,
    #[serde(default)]
    review_on: Amend<Date>,
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    close: bool,
    end: Option<aim::End>,
}

async fn stated(State(web): State<Web>, sent: Sent<Aim>) -> Answered {
    let Aim { what, kind, as_varied_as, review_on, people, without, close, end } = sent.document;
    let closes = end.or(close.then_some(aim::End::Closed));
    let said = aim::Said { what, kind, as_varied_as, review_on, people, without, closes };
    done(&web, &sent.once, async |ctx| {
        aim::state(&*web.store, &ctx, said).await.map(|stated| stated.change)
    })
    .await
}

async fn experiments(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<ExperimentsJson>>, ApiFault> {
    let all = experiment::list(&*web.store, &web.ctx().await?, None).await?;
    let all = ExperimentsJson::from(&all);
    Ok(Json(paging.of(all, |all| &mut all.experiments, |one| one.aim.to_string())?))
}

async fn begun(State(web): State<Web>, sent: Sent<experiment::Said>) -> Answered {
    let said = sent.document;
    done(&web, &sent.once, async |ctx| {
        experiment::begin(&*web.store, &ctx, said).await.map(|kept| kept.change)
    })
    .await
}

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
