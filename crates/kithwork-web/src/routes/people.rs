//! Everyone, and those who were searched for.

use crate::fault::Fault;
use crate::form::Fields;
use crate::pages::people::{self, People};
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use kithwork_app::person;
use kithwork_store::PeopleQuery;

/// Everyone.
pub(crate) async fn people(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    search(&web, visit, "").await
}

/// Those who were searched for. The words come in the body: an address would keep them in the history.
pub(crate) async fn found(
    State(web): State<Web>,
    visit: Visit,
    form: Fields,
) -> Result<Response, Fault> {
    search(&web, visit, form.text("q").trim()).await
}

async fn search(web: &Web, visit: Visit, words: &str) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let text = (!words.is_empty()).then(|| words.to_owned());
    // Whoever is searched for by name may be set aside; a list of everyone leaves them out.
    let with_set_aside = text.is_some();
    let query = PeopleQuery { text, limit: Some(people::SHOWN + 1), with_set_aside, after: None };
    let today = web.today(&ctx).await?;
    let params = web.memory.params(&*web.store, &ctx, today).await?;
    let found = person::list(&*web.store, &ctx, &query, &params).await?;
    visit.show(web, People::of(words, &found, today)).await
}
