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
use kithwork_core::id::{FactId, PersonId};
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

/// A point and a need: one of the book, or a listener's in words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkIn {
    point: usize,
    need: Option<FactId>,
    #[serde(default = "yes")]
    answers: bool,
    who: Option<PersonId>,
    heard: Option<String>,
}

fn yes() -> bool {
    true
}

async fn link(State(web): State<Web>, Path(id): Path<String>, sent: Sent<LinkIn>) -> Answered {
    let (id, LinkIn { point, need, answers, who, heard }) = (fact(&id)?, sent.document);
    let neither =
        || Error::new(Code::ValueInvalid).field("need", "is missing, and so are who and heard");
    done(&web, &sent.once, async |ctx| {
        let linked = match (need, who.zip(heard)) {
            (Some(need), _) => {
                let link = Link { point, need, answers };
                presentation::link(&*web.store, &ctx, id, link).await
            }
            (None, Some((who, heard))) => {
                let (id, who) = (id.to_string(), who.to_string());
                presentation::link_heard(&*web.store, &ctx, &id, point, (&who, &heard)).await
            }
            (None, None) => return Err(neither()),
        };
        linked.map(|kept| kept.change)
    })
    .await
}
