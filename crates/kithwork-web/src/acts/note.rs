//! Quick capture.

use crate::deed::{back, noted_already, once};
use crate::fault::Fault;
use crate::form::{self, Fields};
use crate::say;
use crate::web::Web;
use axum::extract::State;
use axum::response::Redirect;
use kithwork_app::{Error, note};
use kithwork_core::id::PersonId;

/// Keeps a note in plain words.
pub(crate) async fn take(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let on = form.date("on")?;
    // A note is never refused for the meeting it was taken at.
    let at = form.given("meeting").and_then(|id| form::fact(&id).ok());
    let text = with(&web, &form).await?;
    let mut again = false;
    let change = once(&web, &form, async |ctx| {
        let note = match at {
            Some(at) => note::take_at(&*web.store, &ctx, &text, on, at).await,
            None => note::take(&*web.store, &ctx, &text, on).await,
        };
        note.map(|note| {
            again = note.again;
            Some(note.change)
        })
    })
    .await?;
    Ok(if again { noted_already(form.back(), change) } else { back(form.back(), change) })
}

/// The words of a note, with the names that were ticked before them: a script puts each into the words
/// itself, where it belongs.
async fn with(web: &Web, form: &Fields) -> Result<String, Error> {
    let text = form.text("text").trim();
    let ticked = form.people("with")?;
    if ticked.is_empty() || text.is_empty() {
        return Ok(text.to_owned());
    }
    let names = web.store.names(web.ctx().await?.tenant).await?;
    let name = |id: &PersonId| names.iter().find(|(known, _)| known == id).map(|(_, n)| n.clone());
    let names: Vec<String> = ticked.iter().filter_map(name).collect();
    if names.is_empty() {
        return Ok(text.to_owned());
    }
    Ok(format!("With {}: {text}", say::listed(&names)))
}
