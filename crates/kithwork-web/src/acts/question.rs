//! Answers.

use crate::deed::done;
use crate::fault::Fault;
use crate::form::{Fields, fact};
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::question;

/// Answers a question with one of its choices.
pub(crate) async fn answer(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (id, choice, name) = (fact(&id)?, form.text("choice"), form.given("name"));
    done(&web, &form, async |ctx| {
        let answered = question::answer(&*web.store, &ctx, id, choice, name.as_deref()).await;
        answered.map(|change| Some(change.id))
    })
    .await
}
