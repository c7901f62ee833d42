//! Time with people, promises, help and introductions for programs.

use super::answer::{Answered, done};
use super::body::{Nothing, Sent};
use crate::fault::ApiFault;
use crate::form::fact;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::civil::DateTime;
use kithwork_app::conversation::{self, Ask, Log, Time};
use kithwork_app::{help, introduction, promise};
use kithwork_core::facts::{Conversation, ConversationKind, InsteadOf};
use kithwork_core::id::{FactId, PersonId};
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/promises/keep", post(keep))
        .route("/v1/promises/put-off", post(put_promises_off))
        .route("/v1/conversations", post(talked))
        .route("/v1/conversations/ask", post(asked))
        .route("/v1/conversations/put-off", post(put_off))
        .route("/v1/conversations/{id}", get(one))
        .route("/v1/conversations/{id}/agree", post(agreed))
        .route("/v1/conversations/{id}/happened", post(happened))
        .route("/v1/conversations/{id}/not-held", post(not_held))
        .route("/v1/help", post(helped))
        .route("/v1/introductions", post(introduced))
}

/// Time with people, as it was agreed or as it was.
async fn one(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<Conversation>, ApiFault> {
    let ctx = web.ctx().await?;
    let id = fact(&id)?;
    Ok(Json(conversation::by_id(&*web.store, &ctx, id).await?))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Promises {
    promises: Vec<FactId>,
}

async fn keep(State(web): State<Web>, sent: Sent<Promises>) -> Answered {
    let promises = sent.document.promises;
    done(&web, &sent.once, async |ctx| {
        Ok(promise::keep(&*web.store, &ctx, &promises).await?.map(|change| change.id))
    })
    .await
}

async fn put_promises_off(State(web): State<Web>, sent: Sent<Promises>) -> Answered {
    let promises = sent.document.promises;
    done(&web, &sent.once, async |ctx| {
        Ok(promise::put_off(&*web.store, &ctx, &promises).await?.map(|change| change.id))
    })
    .await
}

#[derive(Debug, Deserialize)]
struct Talked {
    people: Vec<PersonId>,
    #[serde(flatten)]
    log: serde_json::Map<String, serde_json::Value>,
}

async fn talked(State(web): State<Web>, sent: Sent<Talked>) -> Answered {
    let Talked { people, log } = sent.document;
    let log: Log = serde_json::from_value(log.into()).map_err(|cause| {
        let hint = format!("the document does not fit: {cause}");
        kithwork_app::Error::new(kithwork_app::Code::ValueInvalid).hint(hint).caused_by(cause)
    })?;
    done(&web, &sent.once, async |ctx| {
        let talked = conversation::log(&*web.store, &ctx, &people, log).await;
        talked.map(|change| Some(change.id))
    })
    .await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    people: Vec<PersonId>,
    kind: Option<ConversationKind>,
    minutes: Option<u32>,
    #[serde(default)]
    offered: Vec<DateTime>,
    instead_of: Option<InsteadOf>,
}

async fn asked(State(web): State<Web>, sent: Sent<Asked>) -> Answered {
    let Asked { people, kind, minutes, offered, instead_of } = sent.document;
    let ask = Ask { kind, minutes, offered, instead_of };
    done(&web, &sent.once, async |ctx| {
        let asked = conversation::ask(&*web.store, &ctx, &people, ask).await;
        asked.map(|change| Some(change.id))
    })
    .await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PutOff {
    people: Vec<PersonId>,
    weeks: u32,
}

async fn put_off(State(web): State<Web>, sent: Sent<PutOff>) -> Answered {
    let PutOff { people, weeks } = sent.document;
    done(&web, &sent.once, async |ctx| {
        let later = conversation::put_off(&*web.store, &ctx, &people, weeks).await;
        later.map(|change| Some(change.id))
    })
    .await
}

async fn agreed(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Time>) -> Answered {
    let (id, time) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        conversation::agree(&*web.store, &ctx, id, time).await.map(|change| Some(change.id))
    })
    .await
}

async fn happened(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Log>) -> Answered {
    let (id, log) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        conversation::happened(&*web.store, &ctx, id, log).await.map(|change| Some(change.id))
    })
    .await
}

async fn not_held(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Nothing>) -> Answered {
    let (id, Nothing {}) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        conversation::not_held(&*web.store, &ctx, id).await.map(|change| Some(change.id))
    })
    .await
}

async fn helped(State(web): State<Web>, sent: Sent<help::Told>) -> Answered {
    let told = sent.document;
    done(&web, &sent.once, async |ctx| {
        help::tell(&*web.store, &ctx, told).await.map(|change| Some(change.id))
    })
    .await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Introduced {
    people: [PersonId; 2],
}

async fn introduced(State(web): State<Web>, sent: Sent<Introduced>) -> Answered {
    let [one, other] = sent.document.people;
    done(&web, &sent.once, async |ctx| {
        introduction::made(&*web.store, &ctx, one, other).await.map(|change| Some(change.id))
    })
    .await
}
