//! The network drawn, and the way to somebody.

use crate::asked::Asked;
use crate::fault::Fault;
use crate::form::Fields;
use crate::pages::map::Map;
use crate::routes::people::fitting;
use crate::sight::Sight;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use kithwork_core::network::By;
use serde::Deserialize;

/// People to whom a way is shown at once.
const WAYS: u32 = 5;

/// What people are put together by.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct MapQuery {
    #[serde(default)]
    by: By,
}

/// The network.
pub(crate) async fn map(
    State(web): State<Web>,
    Asked(asked): Asked<MapQuery>,
    visit: Visit,
) -> Result<Response, Fault> {
    let sight = web.sight(None).await?;
    let page = page_of(&web, &sight, asked.by).await?;
    visit.show(&web, page).await
}

/// The page of the network.
async fn page_of(web: &Web, sight: &Sight, by: By) -> Result<Map, Fault> {
    let params = web.memory.params(&*web.store, &web.ctx().await?, sight.today).await?;
    web.drawn_up(sight, by, |sight| Map::of(sight, &params, by)).await
}

/// The way to whoever fits. The words come in the body: an address would keep them in the history.
pub(crate) async fn way(
    State(web): State<Web>,
    visit: Visit,
    form: Fields,
) -> Result<Response, Fault> {
    let words = form.text("q").trim();
    let sight = web.sight(None).await?;
    let page = page_of(&web, &sight, By::Group).await?;
    if words.is_empty() {
        return visit.show(&web, page).await;
    }
    let found = fitting(&web, words, WAYS).await?;
    let found: Vec<_> = found.into_iter().map(|f| (f.person.id, f.person.name)).collect();
    let params = web.memory.params(&*web.store, &web.ctx().await?, sight.today).await?;
    visit.show(&web, page.ways_to(&sight, &params, words, &found)).await
}
