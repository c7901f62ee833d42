//! One box for all of it, and the keys.

use crate::fault::Fault;
use crate::form::Fields;
use crate::pages::go::{self, Go, Keys};
use crate::routes::people::fitting;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use kithwork_app::room;

/// The box, with every page under it.
pub(crate) async fn go(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    visit.show(&web, Go::of("", &[], &[])).await
}

/// What fits what was typed. The words come in the body: an address would keep them in the history.
pub(crate) async fn found(
    State(web): State<Web>,
    visit: Visit,
    form: Fields,
) -> Result<Response, Fault> {
    let words = form.text("q").trim();
    let people =
        if words.is_empty() { Vec::new() } else { fitting(&web, words, go::PEOPLE).await? };
    let groups = room::fitting(&*web.store, &web.ctx().await?, words).await?;
    visit.show(&web, Go::of(words, &people, &groups)).await
}

/// Which keys do what.
pub(crate) async fn keys(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    visit.show(&web, Keys::new()).await
}
