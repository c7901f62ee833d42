//! People for programs.

use super::answer::{Answered, done};
use super::body::{Nothing, Sent};
use crate::asked::Wanted;
use crate::fault::ApiFault;
use crate::filter;
use crate::form::{self, Fields};
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use kithwork_app::json::{DoneJson, PeopleJson, PersonJson, TriagedJson};
use kithwork_app::person::{self, Correction, Order};
use kithwork_app::prepare::{self, Sheet};
use kithwork_app::{Error, conversation, erase, people_list, triage};
use kithwork_core::facts::Care;
use kithwork_core::id::PersonId;
use kithwork_store::PeopleQuery;
use serde::Deserialize;

/// People on one page where a program names no number.
const PEOPLE: u32 = 100;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/triage", post(decide))
        .route("/v1/people", get(people))
        .route("/v1/people/{id}", get(one).patch(edit).delete(erased))
        .route("/v1/people/{id}/prepare", get(prepared).post(aimed))
        .route("/v1/people/{id}/merge", post(merge))
        .route("/v1/people/{id}/unmerge", post(unmerge))
}

async fn people(
    State(web): State<Web>,
    Wanted(asked): Wanted<Vec<(String, String)>>,
) -> Result<Json<PeopleJson>, ApiFault> {
    let (ctx, asked) = (web.ctx().await?, Fields::from(asked));
    let after = asked.given("after").as_deref().map(form::person).transpose()?;
    let limit = Some(asked.number("limit")?.unwrap_or(PEOPLE).clamp(1, 10_000));
    let today = web.day(&ctx).await?;
    let order = filter::order(&asked)?;
    let filter = if let Some(id) = asked.given("list") {
        people_list::find(&*web.store, &ctx, &form::fact(&id)?.to_string()).await?.filter
    } else {
        let roll = web.memory.roll(&*web.store, &ctx, today).await?;
        filter::read(&asked, &roll.sectors)?
    };
    let (found, next) = if filter.is_only_words() && order == Order::Name {
        let with_set_aside = filter.words.is_some();
        let query = PeopleQuery { text: filter.words, limit, with_set_aside, after };
        let params = web.memory.params(&*web.store, &ctx, today).await?;
        person::page(&*web.store, &ctx, &query, &params).await?
    } else {
        let roll = web.memory.roll(&*web.store, &ctx, today).await?;
        roll.page(&*web.store, &ctx, &filter, order, (limit, after)).await?
    };
    Ok(Json(PeopleJson::of(&found, next)))
}

async fn one(State(web): State<Web>, Path(id): Path<String>) -> Result<Json<PersonJson>, ApiFault> {
    let ctx = web.ctx().await?;
    let params = web.memory.params(&*web.store, &ctx, web.day(&ctx).await?).await?;
    let shown = person::show(&*web.store, &ctx, form::person(&id)?, &params).await?;
    Ok(Json(PersonJson::from(&shown)))
}

async fn prepared(State(web): State<Web>, Path(id): Path<String>) -> Result<Json<Sheet>, ApiFault> {
    Ok(Json(prepare::sheet(&*web.store, &web.ctx().await?, form::person(&id)?).await?))
}

/// What the next one-to-one is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Objective {
    objective: String,
}

async fn aimed(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Objective>) -> Answered {
    let (id, objective) = (form::person(&id)?, sent.document.objective);
    done(&web, &sent.once, async |ctx| {
        let said = conversation::aim(&*web.store, &ctx, id, &objective).await;
        said.map(|change| change.map(|change| change.id))
    })
    .await
}

async fn edit(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Correction>) -> Answered {
    let id = form::person(&id)?;
    done(&web, &sent.once, async |ctx| {
        let edited = person::edit(&*web.store, &ctx, id, sent.document).await;
        edited.map(|change| Some(change.id))
    })
    .await
}

async fn erased(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<DoneJson>, ApiFault> {
    erase::person(&*web.store, &web.ctx().await?, form::person(&id)?).await?;
    Ok(Json(DoneJson { change: None }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MergeIn {
    other: PersonId,
}

async fn merge(State(web): State<Web>, Path(id): Path<String>, sent: Sent<MergeIn>) -> Answered {
    let (id, other) = (form::person(&id)?, sent.document.other);
    done(&web, &sent.once, async |ctx| {
        person::merge(&*web.store, &ctx, id, other).await.map(|change| Some(change.id))
    })
    .await
}

async fn unmerge(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Nothing>) -> Answered {
    let (id, Nothing {}) = (form::person(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        person::unmerge(&*web.store, &ctx, id).await.map(|change| Some(change.id))
    })
    .await
}

/// The owner's word on people, many at once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Decision {
    care: Care,
    people: Vec<PersonId>,
}

async fn decide(
    State(web): State<Web>,
    sent: Sent<Decision>,
) -> Result<Json<TriagedJson>, ApiFault> {
    let Decision { care, people } = sent.document;
    let mut ctx = web.ctx().await?;
    if let Some(id) = sent.once.change()
        && web.store.change(ctx.tenant, id).await.map_err(Error::from)?.is_none()
    {
        ctx = ctx.once(id);
    }
    let triaged = triage::decide(&*web.store, &ctx, care, &people).await?;
    Ok(Json(TriagedJson::from(&triaged)))
}
