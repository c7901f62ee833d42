//! Quick capture.

use crate::deed::done;
use crate::fault::Fault;
use crate::form::{self, Fields};
use crate::web::Web;
use axum::extract::State;
use axum::response::Redirect;
use kithwork_app::note;

/// Keeps a note in plain words.
pub(crate) async fn take(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let on = form.date("on")?;
    // A note is never refused for the meeting it was taken at.
    let at = form.given("meeting").and_then(|id| form::fact(&id).ok());
    let text = form.text("text");
    done(&web, &form, async |ctx| {
        let note = match at {
            Some(at) => note::take_at(&*web.store, &ctx, text, on, at).await,
            None => note::take(&*web.store, &ctx, text, on).await,
        };
        note.map(|note| Some(note.change))
    })
    .await
}
