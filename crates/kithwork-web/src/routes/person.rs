//! One person.

use crate::asked::Asked;
use crate::fault::Fault;
use crate::form;
use crate::form::Fields;
use crate::pages::edit::Edit;
use crate::pages::merge::{Merge, MergeFind};
use crate::pages::person::PersonPage;
use crate::pages::prepare::Prepare;
use crate::pages::privacy::Privacy;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use kithwork_app::{Ctx, conversation, person, prepare, subject_report};
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;
use kithwork_store::PeopleQuery;
use serde::Deserialize;

/// One person.
pub(crate) async fn person(
    State(web): State<Web>,
    Path(id): Path<String>,
    Asked(Opened { open }): Asked<Opened>,
    visit: Visit,
) -> Result<Response, Fault> {
    let page = page_of(&web, form::person(&id)?).await?;
    visit.show(&web, page.opening(open.as_deref())).await
}

/// The form that an address asks to find open.
#[derive(Debug, Deserialize)]
pub(crate) struct Opened {
    open: Option<String>,
}

/// The page of a person.
pub(crate) async fn page_of(web: &Web, id: PersonId) -> Result<PersonPage, Fault> {
    let ctx = web.ctx().await?;
    let today = web.today(&ctx).await?;
    let params = web.memory.params(&*web.store, &ctx, today).await?;
    let shown = person::show(&*web.store, &ctx, id, &params).await?;
    let shelf = web.shelf(&ctx, today).await?;
    let met = PersonPage::met(&shelf, id, today);
    let planned = conversation::of_a_calendar(&*web.store, &ctx, met).await?;
    Ok(PersonPage::of(&shown, &shelf, today).planned(&planned))
}

/// The sheet to prepare a one-to-one with.
pub(crate) async fn prepare(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    let id = form::person(&id)?;
    let ctx = web.ctx().await?;
    let today = web.today(&ctx).await?;
    let sheet = prepare::sheet(&*web.store, &ctx, id).await?;
    visit.show(&web, Prepare::of(id, &sheet, today)).await
}

/// The form that puts a person right.
pub(crate) async fn edit(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    let person = found(&web, &web.ctx().await?, &id).await?;
    visit.show(&web, Edit::of(&person)).await
}

/// Looking for the record that is the same person: at first those of the same name.
pub(crate) async fn merge_find(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    let person = found(&web, &web.ctx().await?, &id).await?;
    let words = person.name.clone();
    candidates(&web, visit, &person, &words).await
}

/// The same, with words to look for.
pub(crate) async fn merge_found(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
    form: Fields,
) -> Result<Response, Fault> {
    let person = found(&web, &web.ctx().await?, &id).await?;
    candidates(&web, visit, &person, form.text("q").trim()).await
}

async fn candidates(
    web: &Web,
    visit: Visit,
    person: &Person,
    words: &str,
) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let text = Some(words.to_owned()).filter(|text| !text.is_empty());
    let query = PeopleQuery { text, limit: Some(21), with_set_aside: true, after: None };
    let params = web.memory.params(&*web.store, &ctx, web.today(&ctx).await?).await?;
    let others = person::list(&*web.store, &ctx, &query, &params).await?;
    visit.show(web, MergeFind::of(person, words, &others)).await
}

/// Two records side by side.
pub(crate) async fn merge(
    State(web): State<Web>,
    Path((id, other)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let today = web.today(&ctx).await?;
    let params = web.memory.params(&*web.store, &ctx, today).await?;
    let one = person::show(&*web.store, &ctx, form::person(&id)?, &params).await?;
    let other = person::show(&*web.store, &ctx, form::person(&other)?, &params).await?;
    visit.show(&web, Merge::of(&one, &other, today)).await
}

/// What somebody may ask.
pub(crate) async fn privacy(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    let person = found(&web, &web.ctx().await?, &id).await?;
    visit.show(&web, Privacy::of(&person)).await
}

/// All that is held about somebody, as a file for them.
pub(crate) async fn report(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = form::person(&id)?;
    let report = subject_report::on(&*web.store, &web.ctx().await?, id).await?;
    let file = [(header::CONTENT_DISPOSITION, "attachment; filename=\"report.html\"")];
    Ok((file, Html(report.html)).into_response())
}

async fn found(web: &Web, ctx: &Ctx, id: &str) -> Result<Person, Fault> {
    Ok(person::find(&*web.store, ctx, &form::person(id)?.to_string()).await?)
}
