//! Taking back.

use super::change;
use crate::fault::Fault;
use crate::form::Fields;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::undo;

/// Takes a change back, and nothing else.
pub(crate) async fn undo(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    undo::change(&*web.store, &web.ctx().await?, change(&id)?).await?;
    Ok(Redirect::to(&format!("{}?undone={id}", form.back())))
}
