//! The owner's word on people.

use super::spelt;
use crate::deed::done;
use crate::fault::Fault;
use crate::form::Fields;
use crate::web::Web;
use axum::extract::State;
use axum::response::Redirect;
use kithwork_app::triage;

/// Keeps the owner's word on everybody chosen, or on everybody who was listed where they all are.
pub(crate) async fn triage(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let care = spelt("care", form.text("care"))?;
    let people = form.people(if form.has("everyone") { "listed" } else { "who" })?;
    done(&web, &form, async |ctx| {
        triage::decide(&*web.store, &ctx, care, &people).await.map(|triaged| triaged.change)
    })
    .await
}
