//! What keeps the owner from networking, and going on in the first hour.

use super::spelt;
use crate::deed::{back, once};
use crate::fault::{Fault, nowhere};
use crate::form::Fields;
use crate::pages::hour;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::{first_hour, start};
use kithwork_core::start::Screen;

/// Keeps the owner's answer and leads to their first week.
pub(crate) async fn answer(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let because = form.given("because").map(|word| spelt("because", &word)).transpose()?;
    let change = once(&web, &form, async |ctx| {
        start::answer(&*web.store, &ctx, because).await.map(|()| None)
    });
    Ok(back("/start", change.await?))
}

/// Goes on from a screen of the first hour to the next; from the last one, to the first week.
pub(crate) async fn go_on(
    State(web): State<Web>,
    Path(name): Path<String>,
) -> Result<Redirect, Fault> {
    let Some(screen) = Screen::named(&name) else { return Err(nowhere().await) };
    let is_empty = web.sight(None).await?.is_empty();
    let next = screen.next(is_empty);
    first_hour::go_on(&*web.store, &web.ctx().await?, next).await?;
    Ok(Redirect::to(next.map_or("/start", hour::path)))
}
