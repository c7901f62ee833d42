//! What others know and say of the owner, what they make together, and the levels' names, for programs.

use super::answer::{Answered, done};
use super::body::Sent;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::form::{fact, person};
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use jiff::civil::Date;
use kithwork_app::json::LevelsJson;
use kithwork_app::{level, playback, project, rating, said};
use kithwork_core::facts::ProjectKind;
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/people/{id}/playbacks", post(asked))
        .route("/v1/people/{id}/ratings", post(observed))
        .route("/v1/people/{id}/said", post(told))
        .route("/v1/said/{id}", patch(put_right))
        .route("/v1/people/{id}/projects", post(made))
        .route("/v1/levels", get(levels))
        .route("/v1/levels/{id}", post(renamed))
}

async fn asked(
    State(web): State<Web>,
    Path(who): Path<String>,
    sent: Sent<playback::Asked>,
) -> Answered {
    let (who, asked) = (person(&who)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        playback::keep(&*web.store, &ctx, who, asked).await.map(|kept| Some(kept.change))
    })
    .await
}

async fn observed(
    State(web): State<Web>,
    Path(who): Path<String>,
    sent: Sent<rating::Observed>,
) -> Answered {
    let (who, observed) = (person(&who)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        rating::keep(&*web.store, &ctx, who, observed).await.map(|kept| kept.change)
    })
    .await
}

async fn told(
    State(web): State<Web>,
    Path(who): Path<String>,
    sent: Sent<said::Words>,
) -> Answered {
    let (who, words) = (person(&who)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        said::keep(&*web.store, &ctx, who, words).await.map(|kept| kept.change)
    })
    .await
}

async fn put_right(
    State(web): State<Web>,
    Path(id): Path<String>,
    sent: Sent<said::Correction>,
) -> Answered {
    let (id, by) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        said::edit(&*web.store, &ctx, id, by).await.map(|change| change.map(|change| change.id))
    })
    .await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Made {
    what: String,
    kind: Option<ProjectKind>,
    begun_on: Option<Date>,
    ended_on: Option<Date>,
    outcome: Option<String>,
}

async fn made(State(web): State<Web>, Path(who): Path<String>, sent: Sent<Made>) -> Answered {
    let people = vec![person(&who)?.to_string()];
    let Made { what, kind, begun_on, ended_on, outcome } = sent.document;
    let without = Vec::new();
    let said = project::Said { what, kind, people, without, begun_on, ended_on, outcome };
    done(&web, &sent.once, async |ctx| {
        project::keep(&*web.store, &ctx, said).await.map(|kept| kept.change)
    })
    .await
}

async fn levels(State(web): State<Web>) -> Result<Json<LevelsJson>, ApiFault> {
    let levels = level::names(&*web.store, &web.ctx().await?).await?;
    Ok(Json(LevelsJson { levels }))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
}

async fn renamed(
    State(web): State<Web>,
    Path(level): Path<String>,
    sent: Sent<Name>,
) -> Result<Json<LevelsJson>, ApiFault> {
    // A level that can't be read is none of the six.
    let which = level.parse().unwrap_or(u8::MAX);
    let name = sent.document.name;
    once(&web, &sent.once, async |ctx| {
        level::rename(&*web.store, &ctx, which, &name).await.map(|_| None)
    })
    .await?;
    levels(State(web)).await
}
