//! Quick capture.

use crate::deed::done;
use crate::fault::Fault;
use crate::form::Fields;
use crate::web::Web;
use axum::extract::State;
use axum::response::Redirect;
use kithwork_app::note;

/// Keeps a note in plain words.
pub(crate) async fn take(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let on = form.date("on")?;
    let text = form.text("text");
    done(&web, &form, async |ctx| {
        note::take(&*web.store, &ctx, text, on).await.map(|note| Some(note.change))
    })
    .await
}
