//! What the owner puts right about a group, and thinks of it.

use crate::deed::{back, done, taken};
use crate::fault::Fault;
use crate::form::{self, Fields};
use crate::pages::group_edit::{self, GroupEdit, correction};
use crate::pages::sent::Sent;
use crate::routes::group as shown;
use crate::seen::{Split, settled};
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::Error;
use kithwork_app::room;
use kithwork_app::room_rating::{self, Opinion};
use kithwork_app::settings::{self, Told};
use kithwork_core::id::RoomId;

/// What matters most to the owner about any group.
pub(crate) async fn matters(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let told = Told { matters_most: form.amended("matters_most"), ..Told::default() };
    done(&web, &form, async |ctx| {
        settings::tell(&*web.store, &ctx, told).await.map(|_settings| None)
    })
    .await
}

/// Puts a group right; a form that can't be taken comes back with what was typed.
pub(crate) async fn edit(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let id = form::room(&id)?;
    settled(&web, &form, &format!("/groups/{id}"), |web| put_right(web, id, form.clone())).await
}

async fn put_right(web: Web, id: RoomId, form: Fields) -> Result<Response, Fault> {
    let known = room::by_id(&*web.store, &web.ctx().await?, id).await?;
    let form = match group_edit::seen(&known).merged(&form) {
        Ok(form) => form,
        Err(split) => {
            let both = GroupEdit::split(&known, split);
            return Visit::again(format!("/groups/{id}/edit")).split(&web, both, &form).await;
        }
    };
    let edited = taken(&web, &form, correction(&known, &form), async |ctx, by| {
        room::edit(&*web.store, &ctx, id, by).await
    })
    .await;
    match edited {
        Ok(change) => Ok(back(&format!("/groups/{id}"), change).into_response()),
        Err(error) if !error.fields.is_empty() => {
            let again = GroupEdit::again(&known, &form, &error.fields);
            Visit::again(format!("/groups/{id}/edit")).refuse(&web, again, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Leaves a group today.
pub(crate) async fn leave(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::room(&id)?;
    done(&web, &form, async |ctx| room::leave(&*web.store, &ctx, id).await).await
}

/// Decides to stay in a group.
pub(crate) async fn stay(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::room(&id)?;
    done(&web, &form, async |ctx| room::stay(&*web.store, &ctx, id).await).await
}

/// Remembers that what the calendar was read as a group is none.
pub(crate) async fn not_a_group(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::room(&id)?;
    done(&web, &form, async |ctx| {
        room::not_a_group(&*web.store, &ctx, id).await.map(|change| Some(change.id))
    })
    .await
}

/// Remembers that a group is another one by a second name.
pub(crate) async fn same(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (lose, keep) = (form::room(&id)?, form::room(form.text("as"))?);
    done(&web, &form, async |ctx| {
        room::same_group(&*web.store, &ctx, keep, lose).await.map(|change| Some(change.id))
    })
    .await
}

/// Keeps what the owner thinks of a group.
pub(crate) async fn rate(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let id = form::room(&id)?;
    settled(&web, &form, &format!("/groups/{id}"), |web| rated(web, id, form.clone())).await
}

async fn rated(web: Web, id: RoomId, form: Fields) -> Result<Response, Fault> {
    let (path, page) = (format!("/groups/{id}"), shown::page(&web, id).await?);
    let sent = |form, problems| Sent::new(format!("{path}/rating"), form, problems);
    let form = match page.seen().merged(&form) {
        Ok(form) => form,
        Err(Split { form, seen }) => {
            let both = Visit::again(path.as_str()).with(sent(&form, &[]));
            return both.split(&web, page.split(seen), &form).await;
        }
    };
    let kept = taken(&web, &form, opinion(&form), async |ctx, opinion| {
        let kept = room_rating::keep(&*web.store, &ctx, &id.to_string(), opinion).await;
        kept.map(|kept| Some(kept.change))
    })
    .await;
    match kept {
        Ok(change) => Ok(back(&path, change).into_response()),
        Err(error) if !error.fields.is_empty() => {
            let again = Visit::again(path.as_str()).with(sent(&form, &error.fields));
            again.refuse(&web, page, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

fn opinion(form: &Fields) -> Result<Opinion, Error> {
    Ok(Opinion {
        ethos: form.number("ethos")?,
        fit: form.number("fit")?,
        cost: form.number("cost")?,
        notes: form.given("notes"),
    })
}
