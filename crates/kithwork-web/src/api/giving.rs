//! Introductions on their way, tables, the card and talks for programs.

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
use kithwork_app::company::{self, Tables};
use kithwork_app::presentation::{self, Link, Told};
use kithwork_app::proposal::{self, Introductions, OnItsWay, Proposed, Step};
use kithwork_app::share_card::{self, Shown};
use kithwork_app::{Code, Error};
use kithwork_core::id::PersonId;
use kithwork_core::matching::Table;
use kithwork_core::presentation::AudienceMap;
use serde::{Deserialize, Serialize};

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/introductions", get(introductions))
        .route("/v1/introductions/propose", post(propose))
        .route("/v1/introductions/{id}", get(introduction))
        .route("/v1/introductions/{id}/step", post(step))
        .route("/v1/tables", get(tables))
        .route("/v1/card", get(card))
        .route("/v1/card/give", post(give))
        .route("/v1/talks", get(talks).post(keep))
        .route("/v1/talks/{id}", get(talk))
        .route("/v1/talks/{id}/link", post(link))
}

/// Those on their way, then ideas for more.
async fn introductions(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<Introductions>>, ApiFault> {
    let mut all = proposal::list(&*web.store, &web.ctx().await?).await?;
    let mut cut = paging.cut(usize::MAX);
    cut.take(&mut all.on_their_way, |one| one.id.to_string());
    cut.take(&mut all.ideas, |idea| format!("{}+{}", idea.needs.person, idea.helps.person));
    Ok(Json(cut.page(all)?))
}

async fn introduction(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<OnItsWay>, ApiFault> {
    let id = fact(&id)?;
    let all = proposal::list(&*web.store, &web.ctx().await?).await?;
    let gone = || Error::new(Code::NotFound).hint("it is not on its way any more");
    Ok(Json(all.on_their_way.into_iter().find(|one| one.id == id).ok_or_else(gone)?))
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

async fn tables(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<Tables>>, ApiFault> {
    let all = company::propose(&*web.store, &web.ctx().await?).await?;
    // Nobody sits at two tables: whoever sits there first names it.
    let key =
        |table: &Table| table.people.first().map(|g| g.person.to_string()).unwrap_or_default();
    Ok(Json(paging.of(all, |all| &mut all.tables, key)?))
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

async fn talks(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<TalksOut>>, ApiFault> {
    let talks = presentation::list(&*web.store, &web.ctx().await?).await?;
    Ok(Json(paging.of(TalksOut { talks }, |all| &mut all.talks, |talk| talk.id.to_string())?))
}

async fn talk(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<AudienceMap>, ApiFault> {
    let id = fact(&id)?;
    let talks = presentation::list(&*web.store, &web.ctx().await?).await?;
    let gone = || Error::new(Code::NotFound).hint("this talk is no longer in the book");
    Ok(Json(talks.into_iter().find(|talk| talk.id == id).ok_or_else(gone)?))
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
