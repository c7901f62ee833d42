//! Taking back.

use super::change;
use crate::fault::Fault;
use crate::form::Fields;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::{Ctx, Error, undo};
use kithwork_core::id::ChangeId;
use kithwork_store::StoreError;

/// Takes a change back, and nothing else.
pub(crate) async fn undo(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (ctx, id) = (web.ctx().await?, change(&id)?);
    let begun = begun(&web, &ctx, id).await?;
    undo::change(&*web.store, &ctx, id).await?;
    Ok(Redirect::to(&format!("{}?undone={id}", still_there(form.back(), &begun))))
}

/// What a change began: it is gone once the change is taken back.
async fn begun(web: &Web, ctx: &Ctx, id: ChangeId) -> Result<Vec<String>, Fault> {
    let change = match web.store.change(ctx.tenant, id).await {
        Ok(change) => change,
        Err(StoreError::NotFound) => None,
        Err(cause) => return Err(Error::from(cause).into()),
    };
    let edits = change.into_iter().flat_map(|change| change.edits);
    let begun = edits.filter(|edit| edit.before.is_none()).filter_map(|edit| edit.after);
    Ok(begun.map(|fact| fact.id().to_string()).collect())
}

/// The page to go back to; that of what is gone leads to the list it stood in.
fn still_there<'b>(back: &'b str, gone: &[String]) -> &'b str {
    let page = gone.iter().find_map(|id| back.find(id.as_str()));
    let list = page.and_then(|at| back.get(..at)).map(|list| list.trim_end_matches('/'));
    list.filter(|list| !list.is_empty()).unwrap_or(back)
}
