//! Introductions on their way, tables, the card and talks for programs.

use super::answer::{Answered, done};
use super::body::Sent;
use crate::fault::ApiFault;
use crate::form::fact;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use kithwork_app::company::{self, Tables};
use kithwork_app::presentation::{self, Link, Told};
use kithwork_app::proposal::{self, Introductions, Proposed, Step};
use kithwork_app::share_card::{self, Shown};
use kithwork_core::id::PersonId;
use kithwork_core::presentation::AudienceMap;
use serde::{Deserialize, Serialize};

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/introductions", get(introductions))
        .route("/v1/introductions/propose", post(propose))
        .route("/v1/introductions/{id}/step", post(step))
        .route("/v1/tables", get(tables))
        .route("/v1/card", get(card))
        .route("/v1/card/give", post(give))
        .route("/v1/talks", get(talks).post(keep))
        .route("/v1/talks/{id}/link", post(link))
}

async fn introductions(State(web): State<Web>) -> Result<Json<Introductions>, ApiFault> {
    Ok(Json(proposal::list(&*web.store, &web.ctx().await?).await?))
}

async fn propose(State(web): State<Web>, sent: Sent<Proposed>) -> Answered {
    let proposed = sent.document;
    done(&web, &sent.once, async |ctx| {
        proposal::propose(&*web.store, &ctx, proposed).await.map(|change| Some(change.id))
    })
    .await
}

async fn step(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Step>) -> Answered {
    let (id, step) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        Ok(proposal::step(&*web.store, &ctx, id, step).await?.map(|change| change.id))
    })
    .await
}

async fn tables(State(web): State<Web>) -> Result<Json<Tables>, ApiFault> {
    Ok(Json(company::propose(&*web.store, &web.ctx().await?).await?))
}

async fn card(State(web): State<Web>) -> Result<Json<Shown>, ApiFault> {
    Ok(Json(share_card::shown(&*web.store, &web.ctx().await?).await?))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Give {
    person: PersonId,
}

async fn give(State(web): State<Web>, sent: Sent<Give>) -> Answered {
    let person = sent.document.person;
    done(&web, &sent.once, async |ctx| {
        share_card::give(&*web.store, &ctx, person).await.map(|change| Some(change.id))
    })
    .await
}

#[derive(Debug, Serialize)]
struct TalksOut {
    talks: Vec<AudienceMap>,
}

async fn talks(State(web): State<Web>) -> Result<Json<TalksOut>, ApiFault> {
    let talks = presentation::list(&*web.store, &web.ctx().await?).await?;
    Ok(Json(TalksOut { talks }))
}

async fn keep(State(web): State<Web>, sent: Sent<Told>) -> Answered {
    let told = sent.document;
    done(&web, &sent.once, async |ctx| {
        presentation::keep(&*web.store, &ctx, told).await.map(|kept| kept.change)
    })
    .await
}

async fn link(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Link>) -> Answered {
    let (id, link) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        presentation::link(&*web.store, &ctx, id, link).await.map(|kept| kept.change)
    })
    .await
}
