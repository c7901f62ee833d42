//! Deleting, putting back, emptying the trash.

use super::change;
use crate::deed::done;
use crate::fault::Fault;
use crate::form::{self, Fields};
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::{Code, Error, trash};

/// Moves an entry to the trash.
pub(crate) async fn delete(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::fact(&id)?;
    done(&web, &form, async |ctx| {
        trash::delete(&*web.store, &ctx, id).await.map(|change| Some(change.id))
    })
    .await
}

/// Puts something back.
pub(crate) async fn put_back(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    trash::put_back(&*web.store, &web.ctx().await?, change(&id)?).await?;
    Ok(Redirect::to("/trash"))
}

/// Empties the trash for good.
pub(crate) async fn empty(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    if !form.has("sure") {
        let hint = "tick the box first: it can’t be put back";
        let refused = Error::new(Code::ValueInvalid).field("sure", "is not ticked").hint(hint);
        return Err(refused.into());
    }
    trash::empty(&*web.store, &web.ctx().await?).await?;
    Ok(Redirect::to("/trash"))
}
