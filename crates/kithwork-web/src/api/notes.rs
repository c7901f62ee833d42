//! Notes, changes and questions for programs.

use super::answer::{Answered, done};
use super::body::Sent;
use super::page::{MOST, Page, Paging};
use crate::acts::change;
use crate::asked::Wanted;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::form::fact;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::civil::Date;
use kithwork_app::json::{ChangesJson, NoteJson, QuestionJson, QuestionsJson, UndoJson};
use kithwork_app::{Code, Error, change as changes, note, question, undo};
use kithwork_core::id::FactId;
use serde::Deserialize;

/// Past changes on one page where a program names no number.
const CHANGES: u32 = 50;
/// Nobody is asked more at a time, unless a program names a number.
const QUESTIONS: usize = 7;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/notes", post(take))
        .route("/v1/undo", post(undo_last))
        .route("/v1/changes", get(past))
        .route("/v1/changes/{id}/undo", post(undo_one))
        .route("/v1/questions", get(questions))
        .route("/v1/questions/{id}", get(one_question))
        .route("/v1/questions/{id}/answer", post(answer))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteIn {
    text: String,
    on: Option<Date>,
    /// The meeting at which it was taken.
    meeting: Option<FactId>,
}

/// Sent again with the same key, only the change is told.
async fn take(State(web): State<Web>, sent: Sent<NoteIn>) -> Result<Json<NoteJson>, ApiFault> {
    let mut kept = None;
    let NoteIn { text, on, meeting } = sent.document;
    let deed = async |ctx: kithwork_app::Ctx| {
        let note = match meeting {
            Some(at) => note::take_at(&*web.store, &ctx, &text, on, at).await?,
            None => note::take(&*web.store, &ctx, &text, on).await?,
        };
        let change = note.change;
        kept = Some(note);
        Ok(Some(change))
    };
    let change = once(&web, &sent.once, deed).await?;
    let again = || NoteJson {
        change: change.unwrap_or(kithwork_core::id::ChangeId(uuid::Uuid::nil())),
        understood: Vec::new(),
        created_people: Vec::new(),
        created_groups: Vec::new(),
        unclear: Vec::new(),
        again: false,
    };
    Ok(Json(kept.unwrap_or_else(again)))
}

async fn undo_last(State(web): State<Web>) -> Result<Json<UndoJson>, ApiFault> {
    Ok(Json(undo::last(&*web.store, &web.ctx().await?).await?))
}

async fn undo_one(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<UndoJson>, ApiFault> {
    Ok(Json(undo::change(&*web.store, &web.ctx().await?, change(&id)?).await?))
}

#[derive(Debug, Default, Deserialize)]
struct PastQuery {
    before: Option<i64>,
    /// The same by its other name: `next` of the page before.
    after: Option<i64>,
    limit: Option<u32>,
}

async fn past(
    State(web): State<Web>,
    Wanted(query): Wanted<PastQuery>,
) -> Result<Json<ChangesJson>, ApiFault> {
    let limit = query.limit.unwrap_or(CHANGES).clamp(1, MOST);
    let ctx = web.ctx().await?;
    let before = query.after.or(query.before);
    let past = changes::past(&*web.store, &ctx, before, limit.saturating_add(1)).await?;
    Ok(Json(ChangesJson::of(&past, limit as usize)))
}

async fn questions(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<QuestionsJson>>, ApiFault> {
    let mut all = question::all(&*web.store, &web.ctx().await?).await?;
    let waiting: Vec<_> = all.questions.iter().map(|question| question.id).collect();
    let mut cut = paging.cut(QUESTIONS);
    cut.take(&mut all.questions, |question| question.id.to_string());
    let last = all.questions.last().map(|question| question.id);
    let after = last.and_then(|last| waiting.iter().rev().position(|id| *id == last));
    all.more = after.unwrap_or_default() as u64;
    Ok(Json(cut.page(all)?))
}

async fn one_question(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<QuestionJson>, ApiFault> {
    let id = fact(&id)?;
    let all = question::all(&*web.store, &web.ctx().await?).await?;
    let gone = || Error::new(Code::QuestionNotFound).hint("it is answered already");
    let found = all.questions.into_iter().find(|question| question.id == id);
    Ok(Json(found.ok_or_else(gone)?))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerIn {
    choice: String,
    name: Option<String>,
}

async fn answer(State(web): State<Web>, Path(id): Path<String>, sent: Sent<AnswerIn>) -> Answered {
    let (id, AnswerIn { choice, name }) = (fact(&id)?, sent.document);
    done(&web, &sent.once, async |ctx| {
        let answered = question::answer(&*web.store, &ctx, id, &choice, name.as_deref()).await;
        answered.map(|change| Some(change.id))
    })
    .await
}
