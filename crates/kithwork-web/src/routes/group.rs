//! One group.

use crate::fault::Fault;
use crate::form;
use crate::pages::group::GroupPage;
use crate::pages::group_edit::GroupEdit;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Response;
use kithwork_app::room;
use kithwork_core::id::RoomId;

/// One group: what it took and brought, its people, its meetings.
pub(crate) async fn one(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    let page = page(&web, form::room(&id)?).await?;
    visit.show(&web, page).await
}

/// The page of a group.
pub(crate) async fn page(web: &Web, id: RoomId) -> Result<GroupPage, Fault> {
    let ctx = web.ctx().await?;
    let sheet = room::sheet(&*web.store, &ctx, id).await?;
    Ok(GroupPage::of(&sheet, &web.sight(None).await?))
}

/// The form that puts a group right.
pub(crate) async fn edit(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let room = room::by_id(&*web.store, &ctx, form::room(&id)?).await?;
    visit.show(&web, GroupEdit::of(&room)).await
}
