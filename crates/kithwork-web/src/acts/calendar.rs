//! Private links of calendars: kept, read when asked for, forgotten.

use crate::acts::import::{self, What};
use crate::fault::Fault;
use crate::form::Fields;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::calendar::{self, Link};
use kithwork_app::{Code, Error};
use uuid::Uuid;

/// Keeps a link and reads it at once. A link that can't be read at all is not kept.
pub(crate) async fn add(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let before = calendar::links(&*web.store, &ctx).await?;
    let (address, name) = (form.text("address"), form.given("name"));
    let link = calendar::add(&*web.store, &ctx, address, name.as_deref()).await?;
    let is_new = !before.iter().any(|known| known.id == link.id);
    begun(&web, link, is_new).await
}

/// Reads a calendar from its link now.
pub(crate) async fn read(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let link = calendar::known(&*web.store, &web.ctx().await?, which(&id)?).await?;
    begun(&web, link, false).await
}

async fn begun(web: &Web, link: Link, forget_if_unread: bool) -> Result<Response, Fault> {
    import::begun(web, What::Link { link, forget_if_unread }).await
}

/// Forgets a link.
pub(crate) async fn drop(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    calendar::drop(&*web.store, &web.ctx().await?, which(&id)?).await?;
    Ok(Redirect::to("/calendars").into_response())
}

/// A link by its id in an address.
pub(crate) fn which(id: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(id).map_err(|cause| {
        Error::new(Code::NotFound).hint("the link may have been forgotten").caused_by(cause)
    })
}
