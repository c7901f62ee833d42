//! Files handed over, and calendars read from their links.

use crate::fault::Fault;
use crate::form::Fields;
use crate::imports::{Stage, Under};
use crate::pages::import::Import;
use crate::pages::sent::Sent;
use crate::routes::import as shown;
use crate::upload::Upload;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::calendar::{self, Link};
use kithwork_app::import::{self, Input};
use kithwork_app::json::ImportJson;
use kithwork_app::{Ctx, Error, FieldProblem, first_hour};
use kithwork_core::fact::FactKind;
use std::time::Duration;
use tokio::time::timeout;
use uuid::Uuid;

/// Whoever waits longer than this for an answer wants to know how far it is.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What is to be read in.
#[derive(Debug)]
pub(crate) enum What {
    /// Files that were handed over.
    Files(Vec<Input>),
    /// A calendar by its link.
    Link {
        link: Link,
        /// A link that leads to nothing is not kept, where it was added just now.
        forget_if_unread: bool,
    },
}

/// Reads files in and says what became of each. Read twice, they change nothing the second time. What
/// takes long goes on by itself, and leads to a page that says how far it is.
pub(crate) async fn files(
    State(web): State<Web>,
    handed: Result<Upload, Fault>,
) -> Result<Response, Fault> {
    let files = match handed {
        Ok(Upload(files)) => files,
        Err(fault) => return unread(&web, &fault).await,
    };
    let inputs = files.into_iter().map(|file| Input::Bytes { name: file.name, bytes: file.octets });
    begun(&web, What::Files(inputs.collect())).await
}

/// The page of files again, where none came.
async fn unread(web: &Web, fault: &Fault) -> Result<Response, Fault> {
    let problem = FieldProblem { field: "files", problem: fault.hint().to_owned() };
    let (none, page) = (Fields::default(), Import::of(None));
    let sent = Sent::new("/import", &none, &[problem]);
    Visit::again("/import").with(sent).refuse(web, page, &none).await
}

/// Begins to read something in, and leads to what became of it or to how far it is.
pub(crate) async fn begun(web: &Web, what: What) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let id = ctx.ids()();
    let under = web.imports.begin(id);
    tokio::spawn(read(web.clone(), ctx, what, under.clone()));
    match timeout(PATIENCE, under.over()).await {
        Ok(stage) => ended(web, stage).await,
        Err(_elapsed) => Ok(Redirect::to(&format!("/import/{id}")).into_response()),
    }
}

async fn read(web: Web, ctx: Ctx, what: What, under: Under) {
    let read = whole(&web, &ctx, what, &under).await;
    under.ended(read);
}

async fn whole(web: &Web, ctx: &Ctx, what: What, under: &Under) -> Result<ImportJson, Error> {
    let store = &*web.store;
    let was_empty = store.names(ctx.tenant).await?.is_empty()
        && store.all(ctx.tenant, FactKind::Meeting).await?.is_empty();
    let came = |step| under.came(step);
    let read = match what {
        What::Files(inputs) => import::files(store, ctx, inputs, false, &came).await?,
        What::Link { link, forget_if_unread } => {
            let read = fetched(web, ctx, &link, under).await;
            if read.is_err() && forget_if_unread {
                calendar::drop(store, ctx, link.id).await?;
            }
            read?
        }
    };
    if read.change.is_some() {
        first_hour::brought(store, ctx, was_empty).await?;
    }
    Ok(read)
}

/// What was read; where nothing has changed, an import of nothing.
async fn fetched(web: &Web, ctx: &Ctx, link: &Link, under: &Under) -> Result<ImportJson, Error> {
    let with = (web.fetch()?, web.reach());
    let read = calendar::read(&*web.store, ctx, link, with, &|step| under.came(step)).await?;
    Ok(read.unwrap_or_default())
}

/// The page of an import that is over.
pub(crate) async fn ended(web: &Web, stage: Stage) -> Result<Response, Fault> {
    match stage {
        Stage::Failed(code, hint) => {
            let error = Error::new(code);
            Err(hint.into_iter().fold(error, Error::hint).into())
        }
        stage => shown::page(web, &stage).await,
    }
}

/// The id of an import in an address.
pub(crate) fn id(text: &str) -> Option<Uuid> {
    Uuid::parse_str(text).ok()
}
