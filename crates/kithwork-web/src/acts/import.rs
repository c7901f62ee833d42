//! Files handed over.

use crate::fault::Fault;
use crate::pages::import::Import;
use crate::upload::Upload;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use kithwork_app::import::{self, Input};

/// Reads files in and says what became of each. Read twice, they change nothing the second time.
pub(crate) async fn files(
    State(web): State<Web>,
    Upload(files): Upload,
) -> Result<Response, Fault> {
    let inputs = files.into_iter().map(|file| Input::Bytes { name: file.name, bytes: file.octets });
    let ctx = web.ctx().await?;
    let read = import::files(&*web.store, &ctx, inputs.collect(), false, &|_| {}).await?;
    Visit::after("/import", read.change).show(&web, Import::of(Some(&read))).await
}
