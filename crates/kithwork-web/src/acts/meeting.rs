//! What the owner says of meetings.

use super::spelt;
use crate::deed::{back, once, taken};
use crate::fault::Fault;
use crate::form::{self, Fields};
use crate::routes::meeting as shown;
use crate::seen::settled;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::business::worth;
use kithwork_app::meeting::{self, New, Told};
use kithwork_app::{Code, Error};
use kithwork_core::id::FactId;
use kithwork_core::money::Amount;

/// Enters a meeting and leads to its page.
pub(crate) async fn enter(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let new = new(&form)?;
    let change = once(&web, &form, async |ctx| {
        meeting::enter(&*web.store, &ctx, new.clone()).await.map(|kept| kept.change)
    })
    .await?;
    // Entered already, it is found again and stays as it is.
    let kept = meeting::enter(&*web.store, &web.ctx().await?, new).await?;
    Ok(back(&format!("/meetings/{}", kept.meeting.id), change.or(kept.change)))
}

fn new(form: &Fields) -> Result<New, Error> {
    Ok(New {
        group: form.text("group").to_owned(),
        on: form.date("on")?,
        starts: form.time("starts")?,
        minutes: form.number("minutes")?,
        may_be_new: true,
    })
}

/// Keeps what the owner says of a meeting; a form that can't be taken comes back with what was typed.
pub(crate) async fn tell(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let id = form::fact(&id)?;
    settled(&web, &form, &format!("/meetings/{id}"), |web| keep(web, id, form.clone())).await
}

async fn keep(web: Web, id: FactId, form: Fields) -> Result<Response, Fault> {
    let page = shown::page(&web, &web.ctx().await?, id).await?;
    let form = match page.seen().merged(&form) {
        Ok(form) => form,
        Err(split) => {
            let path = format!("/meetings/{id}");
            return Visit::again(path).split(&web, page.split(split), &form).await;
        }
    };
    let kept = taken(&web, &form, told(&form), async |ctx, told| {
        meeting::tell(&*web.store, &ctx, id, told).await.map(|kept| kept.change)
    })
    .await;
    let path = format!("/meetings/{id}");
    match kept {
        Ok(change) => Ok(back(&path, change).into_response()),
        Err(error) if is_typed(&error) => {
            Visit::again(path).refuse(&web, page.again(&form, &error.fields), &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// A meeting that was entered and not gone to is taken out again.
pub(crate) async fn not_there(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = form::fact(&id)?;
    let change =
        once(&web, &form, async |ctx| meeting::not_there(&*web.store, &ctx, id).await.map(Some))
            .await?;
    Ok(back("/meetings", change))
}

fn told(form: &Fields) -> Result<Told, Error> {
    Ok(Told {
        goal: form.has("goal").then(|| form.text("goal").to_owned()),
        goal_met: form.amended("goal_met").read(|word| spelt("goal_met", &word))?,
        first_time: form.given("first_time").map(|said| said == "yes"),
        nerves_before: form.amended_number("nerves_before")?,
        nerves_after: form.amended_number("nerves_after")?,
        energy: form.amended_number("energy")?,
        pitch: form.amended("pitch"),
        minute: form.given("minute").map(|word| spelt("minute", &word)).transpose()?,
        pitch_changed_why: form
            .amended("pitch_changed_why")
            .read(|word| spelt("pitch_changed_why", &word))?,
        debriefed: form.has("debriefed"),
        starts: form.time("starts")?,
        minutes: form.amended_number("minutes")?,
        travel_minutes: form.amended_number("travel_minutes")?,
        prep_minutes: form.amended_number("prep_minutes")?,
        cost: form.amended("cost").read(|text| cost(&text))?,
    })
}

/// What something cost, as people write it.
pub(super) fn cost(text: &str) -> Result<Amount, Error> {
    worth(text).map_err(|cause| {
        Error::new(Code::ValueInvalid).field("cost", "is no amount such as 15").caused_by(cause)
    })
}

fn is_typed(error: &Error) -> bool {
    error.code == Code::ValueInvalid && !error.fields.is_empty()
}
