//! The owner's minute.

use crate::fault::Fault;
use crate::form::fact;
use crate::pages::minute::Minute;
use crate::pages::pitch::Pitch;
use crate::pages::quick::Quick;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Response;
use kithwork_app::{Code, Error, pitch, profile};
use kithwork_core::id::FactId;

/// The minute, and what it is made of.
pub(crate) async fn pitch(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    visit.show(&web, page(&web).await?).await
}

/// The minute for one meeting to come.
pub(crate) async fn meeting(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    visit.show(&web, meeting_page(&web, Some(fact(&id)?)).await?).await
}

/// The page of the minute.
pub(crate) async fn page(web: &Web) -> Result<Pitch, Fault> {
    meeting_page(web, None).await
}

/// The same at a meeting to come; none for the next one.
pub(crate) async fn meeting_page(web: &Web, meeting: Option<FactId>) -> Result<Pitch, Fault> {
    let ctx = web.ctx().await?;
    let desk = pitch::desk(&*web.store, &ctx).await?;
    let profile = profile::of(&*web.store, &ctx).await?;
    let page = Pitch::of(&desk, &profile, (meeting, web.today(&ctx).await?));
    if meeting.is_some() && !page.has_meeting() {
        let hint = "this meeting is not among those of the next five weeks";
        return Err(Error::new(Code::NotFound).hint(hint).into());
    }
    Ok(page)
}

/// One version.
pub(crate) async fn minute(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    visit.show(&web, minute_page(&web, &id).await?).await
}

/// The page of one version.
pub(crate) async fn minute_page(web: &Web, id: &str) -> Result<Minute, Fault> {
    let id = fact(id)?;
    let desk = pitch::desk(&*web.store, &web.ctx().await?).await?;
    let version = desk.written.iter().find(|version| version.id == id);
    let gone = || Error::new(Code::NotFound).hint("this version is no longer in the book");
    Ok(Minute::of(&desk, version.ok_or_else(gone)?))
}

/// Four questions.
pub(crate) async fn quick(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let prompts = pitch::prompts(&*web.store, &web.ctx().await?).await?;
    visit.show(&web, Quick::of(&prompts)).await
}
