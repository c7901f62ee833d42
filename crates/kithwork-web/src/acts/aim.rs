//! What success is for the owner, and what is tried.

use super::spelt;
use crate::deed::{back, done, taken};
use crate::fault::Fault;
use crate::form::Fields;
use crate::pages::hour;
use crate::routes::more::aims_page;
use crate::seen::settled;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::{Error, aim, experiment};

/// The page that lists those whom no aim is for.
const KNOWN: &str = "/review/known";

/// Keeps what the owner says of an aim: a new one by its words, one there is by its id.
pub(crate) async fn state(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    settled(&web, &form, "/aims", |web| keep(web, form.clone())).await
}

async fn keep(web: Web, form: Fields) -> Result<Response, Fault> {
    let page = aims_page(&web).await?;
    let form = match page.seen(form.text("aim")).merged(&form) {
        Ok(form) => form,
        Err(split) => return Visit::again("/aims").split(&web, page.split(split), &form).await,
    };
    let change = taken(&web, &form, said(&form), async |ctx, said| {
        aim::state(&*web.store, &ctx, said).await.map(|stated| stated.change)
    });
    let own = if form.back() == KNOWN { KNOWN } else { "/aims" };
    Ok(back(hour::back_to(form.back(), own), change.await?).into_response())
}

fn said(form: &Fields) -> Result<aim::Said, Error> {
    let people = form.text("people").lines().map(str::trim).filter(|name| !name.is_empty());
    Ok(aim::Said {
        what: form.given("aim").unwrap_or_else(|| form.text("what").to_owned()),
        kind: form.given("kind").map(|word| spelt("kind", &word)).transpose()?,
        as_varied_as: form.number("as_varied_as")?,
        review_on: form.amended_date("review_on")?,
        people: people.map(str::to_owned).collect(),
        without: Vec::new(),
        closes: form.given("close").map(|word| spelt("close", &word)).transpose()?,
    })
}

/// Begins an experiment for the usual time: what the form says, else what the review suggests for a
/// finding.
pub(crate) async fn begin(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let (code, what) = (form.text("code").to_owned(), form.given("what"));
    done(&web, &form, async |ctx| {
        let said = experiment::Said { code, what, ..experiment::Said::default() };
        experiment::begin(&*web.store, &ctx, said).await.map(|kept| kept.change)
    })
    .await
}

/// Ends an experiment before its time.
pub(crate) async fn stop(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let code = form.text("code").to_owned();
    done(&web, &form, async |ctx| {
        experiment::stop(&*web.store, &ctx, &code).await.map(|kept| kept.change)
    })
    .await
}
