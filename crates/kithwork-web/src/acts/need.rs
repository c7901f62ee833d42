//! Needs that were heard: met, or put into other words.

use crate::deed::done;
use crate::fault::Fault;
use crate::form::{self, Fields};
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::need;

/// A need was met.
pub(crate) async fn met(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::fact(&id)?;
    done(&web, &form, async |ctx| {
        need::met(&*web.store, &ctx, id).await.map(|change| change.map(|change| change.id))
    })
    .await
}

/// Somebody comes to mind who could meet a need: an introduction begins.
pub(crate) async fn introduce(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::fact(&id)?;
    done(&web, &form, async |ctx| {
        let begun = need::introduce(&*web.store, &ctx, id, form.text("name")).await?;
        Ok(Some(begun.id))
    })
    .await
}

/// A need in other words.
pub(crate) async fn edit(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::fact(&id)?;
    done(&web, &form, async |ctx| {
        let change = need::edit(&*web.store, &ctx, id, form.text("what")).await?;
        Ok(change.map(|change| change.id))
    })
    .await
}
