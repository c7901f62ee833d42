//! What the pages' forms do. Each answers with the page that shows what came of it.

use crate::fault::Fault;
use crate::web::Web;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::{Code, Error, triage, undo};
use kithwork_core::facts::Care;
use kithwork_core::id::{ChangeId, PersonId};
use uuid::Uuid;

/// Keeps the owner's word on everybody chosen. A form sends each of them as a field of its own.
pub(crate) async fn triage(
    State(web): State<Web>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Redirect, Fault> {
    let word = named(&fields, "care").next().and_then(care).ok_or_else(|| {
        Error::new(Code::ValueInvalid).field("care", "is not deepen, light or let_go")
    })?;
    let ids: Result<Vec<PersonId>, Error> = named(&fields, "who").map(person).collect();
    let triaged = triage::decide(&*web.store, &web.ctx().await?, word, &ids?).await?;
    Ok(Redirect::to(&match triaged.change {
        Some(change) => format!("/review?done={change}#unheard"),
        None => "/review#unheard".to_owned(),
    }))
}

/// Takes a change back, so long as it is the last one.
pub(crate) async fn undo(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    undo::change(&*web.store, &web.ctx().await?, change(&id)?).await?;
    Ok(Redirect::to("/review#unheard"))
}

/// What a form's fields of one name hold.
fn named<'f>(fields: &'f [(String, String)], name: &'static str) -> impl Iterator<Item = &'f str> {
    fields.iter().filter(move |(of, _)| of == name).map(|(_, value)| value.as_str())
}

/// A word by its spelling in documents.
fn care(word: &str) -> Option<Care> {
    Care::ALL.into_iter().find(|care| care.name() == word)
}

fn person(id: &str) -> Result<PersonId, Error> {
    let read = |cause: uuid::Error| {
        Error::new(Code::PersonNotFound).hint("the form is mistyped").caused_by(cause)
    };
    Uuid::parse_str(id).map(PersonId).map_err(read)
}

/// A change by its id.
pub(crate) fn change(id: &str) -> Result<ChangeId, Error> {
    let read = |cause: uuid::Error| {
        Error::new(Code::NotFound).hint("the address is mistyped").caused_by(cause)
    };
    Uuid::parse_str(id).map(ChangeId).map_err(read)
}
