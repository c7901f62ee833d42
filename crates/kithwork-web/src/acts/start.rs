//! What keeps the owner from networking.

use super::spelt;
use crate::deed::{back, once};
use crate::fault::Fault;
use crate::form::Fields;
use crate::web::Web;
use axum::extract::State;
use axum::response::Redirect;
use kithwork_app::start;

/// Keeps the owner's answer and leads to their first week.
pub(crate) async fn answer(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let because = form.given("because").map(|word| spelt("because", &word)).transpose()?;
    let change = once(&web, &form, async |ctx| {
        start::answer(&*web.store, &ctx, because).await.map(|()| None)
    });
    Ok(back("/start", change.await?))
}
