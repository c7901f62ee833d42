//! Something done from a page: once for each ticket, and back to where it was asked for.

use crate::fault::Fault;
use crate::form::Fields;
use crate::web::Web;
use axum::response::Redirect;
use kithwork_app::{Ctx, Error};
use kithwork_core::id::ChangeId;
use std::future::Future;

/// Does what a form asks for and leads back to its page, which says what was done and offers to take
/// it back. Sent twice, it is done once.
///
/// # Errors
/// Those of what is done.
pub(crate) async fn done<D, F>(web: &Web, form: &Fields, deed: D) -> Result<Redirect, Fault>
where
    D: FnOnce(Ctx) -> F + Send,
    F: Future<Output = Result<Option<ChangeId>, Error>> + Send,
{
    let change = once(web, form, deed).await?;
    Ok(back(form.back(), change))
}

/// Does it once, and answers with the change that did it.
///
/// # Errors
/// Those of what is done.
pub(crate) async fn once<D, F>(web: &Web, form: &Fields, deed: D) -> Result<Option<ChangeId>, Error>
where
    D: FnOnce(Ctx) -> F + Send,
    F: Future<Output = Result<Option<ChangeId>, Error>> + Send,
{
    let ctx = web.ctx().await?;
    let Some(id) = form.change() else { return deed(ctx).await };
    if is_done(web, &ctx, id).await? {
        return Ok(Some(id));
    }
    match deed(ctx.clone().once(id)).await {
        Ok(Some(change)) => Ok(Some(change)),
        // Not every deed tells its change.
        Ok(None) => Ok(is_done(web, &ctx, id).await?.then_some(id)),
        // Two at the same moment: the other one did it.
        Err(_) if is_done(web, &ctx, id).await? => Ok(Some(id)),
        Err(error) => Err(error),
    }
}

/// Does once what was read from a form; a form that can't be read does nothing.
///
/// # Errors
/// Those of reading it and of what is done.
pub(crate) async fn taken<T, D, F>(
    web: &Web,
    form: &Fields,
    read: Result<T, Error>,
    deed: D,
) -> Result<Option<ChangeId>, Error>
where
    T: Send,
    D: FnOnce(Ctx, T) -> F + Send,
    F: Future<Output = Result<Option<ChangeId>, Error>> + Send,
{
    let told = read?;
    once(web, form, |ctx| deed(ctx, told)).await
}

/// The change that a form has made already.
///
/// # Errors
/// Those of the store.
pub(crate) async fn known(web: &Web, form: &Fields) -> Result<Option<ChangeId>, Error> {
    let Some(id) = form.change() else { return Ok(None) };
    Ok(is_done(web, &web.ctx().await?, id).await?.then_some(id))
}

/// Back to a page, which says what was done.
pub(crate) fn back(to: &str, change: Option<ChangeId>) -> Redirect {
    match change {
        Some(change) => Redirect::to(&format!("{to}?done={change}")),
        None => Redirect::to(to),
    }
}

/// Back to a page, which says that the same words were noted before.
pub(crate) fn noted_already(to: &str, change: Option<ChangeId>) -> Redirect {
    match change {
        Some(change) => Redirect::to(&format!("{to}?done={change}&again")),
        None => Redirect::to(to),
    }
}

async fn is_done(web: &Web, ctx: &Ctx, id: ChangeId) -> Result<bool, Error> {
    Ok(web.store.change(ctx.tenant, id).await?.is_some())
}
