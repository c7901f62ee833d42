//! What is done to a person's record.

use crate::deed::{back, done, once, taken};
use crate::fault::Fault;
use crate::form::{self, Fields};
use crate::pages::edit::{self, Edit};
use crate::seen::settled;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::person::{self, Correction};
use kithwork_app::{Code, Error, erase};

/// Puts a person right; a form that can't be taken comes back with what was typed.
pub(crate) async fn edit(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let page = format!("/people/{id}");
    settled(&web, &form, &page, |web| put_right(web, id.clone(), form.clone())).await
}

async fn put_right(web: Web, id: String, form: Fields) -> Result<Response, Fault> {
    let page = format!("/people/{id}");
    let ctx = web.ctx().await?;
    let person = person::find(&*web.store, &ctx, &form::person(&id)?.to_string()).await?;
    let form = match edit::seen(&person).merged(&form) {
        Ok(form) => form,
        Err(split) => {
            return Visit::again(page).split(&web, Edit::split(&person, split), &form).await;
        }
    };
    let edited = taken(&web, &form, edit::correction(&form), async |ctx, correction| {
        let is_nothing = correction == Correction::default();
        if is_nothing {
            return Ok(None);
        }
        let edited = person::edit(&*web.store, &ctx, person.id, correction).await;
        edited.map(|change| Some(change.id))
    })
    .await;
    match edited {
        Ok(change) => Ok(back(&page, change).into_response()),
        Err(error) if !error.fields.is_empty() => {
            let again = Edit::again(&person, &form, &error.fields);
            Visit::again(page).refuse(&web, again, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Counts somebody in who was set aside.
pub(crate) async fn count_in(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::person(&id)?;
    let correction = Correction { set_aside: Some(false), ..Correction::default() };
    done(&web, &form, async |ctx| {
        let edited = person::edit(&*web.store, &ctx, id, correction).await;
        edited.map(|change| Some(change.id))
    })
    .await
}

/// Keeps that somebody asked not to be contacted, or may be contacted again.
pub(crate) async fn contact(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::person(&id)?;
    let asked_not_to_be = form.text("contact") == "no";
    let correction = Correction { do_not_contact: Some(asked_not_to_be), ..Correction::default() };
    done(&web, &form, async |ctx| {
        let edited = person::edit(&*web.store, &ctx, id, correction).await;
        edited.map(|change| Some(change.id))
    })
    .await
}

/// Joins two records.
pub(crate) async fn merge(
    State(web): State<Web>,
    Path((id, other)): Path<(String, String)>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (id, other) = (form::person(&id)?, form::person(&other)?);
    let change = once(&web, &form, async |ctx| {
        person::merge(&*web.store, &ctx, id, other).await.map(|change| Some(change.id))
    })
    .await?;
    Ok(back(&format!("/people/{id}"), change))
}

/// Erases somebody for good.
pub(crate) async fn erased(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    if !form.has("sure") {
        let hint = "tick the box first: it can’t be taken back";
        return Err(Error::new(Code::ValueInvalid)
            .field("sure", "is not ticked")
            .hint(hint)
            .into());
    }
    erase::person(&*web.store, &web.ctx().await?, form::person(&id)?).await?;
    Ok(Redirect::to("/people"))
}
