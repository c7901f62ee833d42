//! Everyone, and those who were searched for.

use crate::fault::Fault;
use crate::form::Fields;
use crate::pages::people::{self, People};
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use kithwork_app::person::{self, Found};
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
    let found = fitting(web, words, people::SHOWN + 1).await?;
    let today = web.today(&web.ctx().await?).await?;
    visit.show(web, People::of(words, &found, today)).await
}

/// At most so many whom the words fit; without words everyone. Whoever is searched for may be set aside;
/// a list of everyone leaves them out.
pub(crate) async fn fitting(web: &Web, words: &str, most: u32) -> Result<Vec<Found>, Fault> {
    let text = (!words.is_empty()).then(|| words.to_owned());
    let with_set_aside = text.is_some();
    let query = PeopleQuery { text, limit: Some(most), with_set_aside, after: None };
    let ctx = web.ctx().await?;
    let params = web.memory.params(&*web.store, &ctx, web.today(&ctx).await?).await?;
    Ok(person::list(&*web.store, &ctx, &query, &params).await?)
}
