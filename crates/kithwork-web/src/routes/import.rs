//! Where files are dropped, and how far one is with them.

use crate::acts::import as acts;
use crate::fault::Fault;
use crate::imports::Stage;
use crate::pages::hour;
use crate::pages::import::Import;
use crate::pages::progress::ProgressPage;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::first_hour::{self, Hour};

/// Where files are dropped.
pub(crate) async fn import(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    visit.show(&web, Import::of(None)).await
}

/// How far an import is; once it is over, what became of it.
pub(crate) async fn under_way(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let Some(under) = acts::id(&id).and_then(|id| web.imports.find(id)) else {
        // It ended before the program was started again: the list of changes tells of it.
        return Ok(Redirect::to("/changes").into_response());
    };
    match under.stage() {
        stage if stage.is_final() => acts::ended(&web, stage).await,
        stage => Visit::again("/import").show(&web, ProgressPage::of(&stage)).await,
    }
}

/// What became of an import that is over.
pub(crate) async fn page(web: &Web, stage: &Stage) -> Result<Response, Fault> {
    let Stage::Over(read) = stage else {
        return Visit::again("/import").show(web, ProgressPage::of(stage)).await;
    };
    let hour = first_hour::at(&*web.store, &web.ctx().await?).await?;
    let next = match hour {
        Hour::At(screen) => Some(hour::path(screen)),
        _ => None,
    };
    let page = Import::of(Some(read)).going_on(next);
    Visit::after("/import", read.change).show(web, page).await
}
