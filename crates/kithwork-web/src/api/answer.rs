//! What a program is answered that had something done.

use crate::deed::once;
use crate::fault::ApiFault;
use crate::form::Fields;
use crate::web::Web;
use axum::Json;
use kithwork_app::json::DoneJson;
use kithwork_app::{Ctx, Error};
use kithwork_core::id::ChangeId;
use std::future::Future;

/// The change that did it; none where all of it stood so already.
pub(super) type Answered = Result<Json<DoneJson>, ApiFault>;

/// Does it once for each key, and answers with the change that did it.
///
/// # Errors
/// Those of what is done.
pub(super) async fn done<D, F>(web: &Web, key: &Fields, deed: D) -> Answered
where
    D: FnOnce(Ctx) -> F + Send,
    F: Future<Output = Result<Option<ChangeId>, Error>> + Send,
{
    Ok(Json(DoneJson { change: once(web, key, deed).await? }))
}
