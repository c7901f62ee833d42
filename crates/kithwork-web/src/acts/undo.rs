//! Taking back.

use super::change;
use crate::fault::Fault;
use crate::form::Fields;
use crate::pages::changes;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::{Ctx, Error, settings, undo};
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
    if let Err(error) = undo::change(&*web.store, &ctx, id).await {
        return Err(named(&web, &ctx, error).await?.into());
    }
    Ok(Redirect::to(&format!("{}?undone={id}", still_there(form.back(), &begun))))
}

/// The same fault, with the later change in the words of the page of what was done.
async fn named(web: &Web, ctx: &Ctx, error: Error) -> Result<Error, Fault> {
    let Some(later) = error.later else { return Ok(error) };
    let Some(change) = web.store.change(ctx.tenant, later.id).await.map_err(Error::from)? else {
        return Ok(error);
    };
    let settings = settings::of(&*web.store, ctx).await?;
    let when = changes::when(change.at, &settings::zone(&settings.zone), ctx.today(&settings));
    let hint = format!(
        "“{}”, {when}, came later and rests on it: take that back first, then this",
        changes::says(&change.verb)
    );
    Ok(error.hint(hint))
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
