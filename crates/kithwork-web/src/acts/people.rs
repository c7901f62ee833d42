//! What is done about many people at once, and the lists that are kept of them.

use super::spelt;
use crate::deed::{back, once, taken};
use crate::fault::{Fault, told};
use crate::filter;
use crate::form::{self, Fields};
use crate::pages::sent::Sent;
use crate::routes::people::{meant, page};
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::bulk::{self, Deed};
use kithwork_app::people_list::{self, Correction};
use kithwork_app::{Code, Error, tag};
use kithwork_core::id::ChangeId;

/// Weeks for which “Not now” lets somebody rest.
const NOT_NOW_WEEKS: u32 = 4;

/// Does one thing about everybody who is ticked, or about all who fit. What can't be done comes back on
/// the page of whom was asked for, everybody ticked as before.
pub(crate) async fn bulk(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let (filter, people) = meant(&web, &form).await?;
    let done = taken(&web, &form, deed(&form), async |ctx, deed| {
        bulk::act(&*web.store, &ctx, &people, deed).await.map(|done| done.change)
    })
    .await;
    match done {
        Ok(change) => Ok(after(&filter::address(&filter), change).into_response()),
        Err(mut error) if matches!(error.code, Code::ValueInvalid | Code::NobodyChosen) => {
            error.fields.iter_mut().for_each(|wrong| wrong.field = "put_tag");
            let sent = Sent::new("/people/bulk", &form, &error.fields).saying(told(&error));
            let again = page(&web, &form).await?;
            Visit::again("/people").with(sent).refuse(&web, again, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Back to a page that is asked for something, which says what was done.
fn after(address: &str, change: Option<ChangeId>) -> Redirect {
    match change {
        Some(change) if address.contains('?') => Redirect::to(&format!("{address}&done={change}")),
        change => back(address, change),
    }
}

fn deed(form: &Fields) -> Result<Deed, Error> {
    let tag = || {
        form.given("put_tag").ok_or_else(|| {
            Error::new(Code::ValueInvalid).field("put_tag", "is empty").hint("write which tag")
        })
    };
    Ok(match form.text("deed") {
        "tag" => Deed::Tag(tag()?),
        "untag" => Deed::Untag(tag()?),
        "not_now" => Deed::NotNow(NOT_NOW_WEEKS),
        "count_in" => Deed::CountIn,
        "set_aside" => Deed::SetAside,
        "met_in" => Deed::MetIn(form::room(form.text("met_in"))?),
        care => Deed::Care(spelt("deed", care)?),
    })
}

/// Keeps what is asked for as a list; a name that can't be one comes back with what is wrong.
pub(crate) async fn keep(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let (filter, _) = meant(&web, &form).await?;
    let mut list = None;
    let kept = once(&web, &form, async |ctx| {
        let kept = people_list::keep(&*web.store, &ctx, form.text("name"), filter).await?;
        list = Some(kept.list.id);
        Ok(kept.change)
    })
    .await;
    let change = match kept {
        Ok(change) => change,
        Err(error) => return again(&web, &form, error).await,
    };
    // Sent twice, the list is found by its name.
    let ctx = web.ctx().await?;
    let id = match list {
        Some(id) => id,
        None => people_list::find(&*web.store, &ctx, form.text("name")).await?.id,
    };
    Ok(after(&format!("/people?list={id}"), change).into_response())
}

/// Gives a list another name.
pub(crate) async fn rename(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let id = form::fact(&id)?.to_string();
    let name = Some(form.text("name").to_owned());
    let kept = once(&web, &form, async |ctx| {
        let correction = Correction { name, filter: None };
        people_list::edit(&*web.store, &ctx, &id, correction).await.map(|kept| kept.change)
    })
    .await;
    match kept {
        Ok(change) => Ok(after(&format!("/people?list={id}"), change).into_response()),
        Err(error) => again(&web, &form.with("list", &id), error).await,
    }
}

/// Takes a list away.
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::fact(&id)?.to_string();
    let change = once(&web, &form, async |ctx| {
        people_list::remove(&*web.store, &ctx, &id).await.map(|kept| kept.change)
    })
    .await?;
    Ok(back("/people", change))
}

/// Gives a tag another name.
pub(crate) async fn rename_tag(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let id = form::fact(&id)?.to_string();
    let kept = once(&web, &form, async |ctx| {
        tag::rename(&*web.store, &ctx, &id, form.text("name")).await.map(|kept| kept.change)
    })
    .await;
    match kept {
        Ok(change) => Ok(after(&format!("/people?tag={id}"), change).into_response()),
        Err(error) if !error.fields.is_empty() => {
            let form = form.with("tag", &id);
            let page = page(&web, &form).await?.again_for_tag(&form, &error.fields);
            Visit::again("/people").refuse(&web, page, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The page again, with the name as it was typed.
async fn again(web: &Web, form: &Fields, error: Error) -> Result<Response, Fault> {
    if error.fields.is_empty() {
        return Err(error.into());
    }
    let page = page(web, form).await?.again(form, &error.fields);
    Visit::again("/people").refuse(web, page, form).await
}
