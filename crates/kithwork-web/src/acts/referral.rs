//! How far work has come that was passed on, and thanks for it.

use super::spelt;
use crate::deed::done;
use crate::fault::Fault;
use crate::form::{Fields, fact};
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::referral::{self, Step, Thanked};

/// One step on, today or on the day that is named.
pub(crate) async fn step(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = fact(&id)?;
    let to = Step { status: spelt("status", form.text("status"))?, on: form.date("on")? };
    done(&web, &form, async |ctx| {
        Ok(referral::step(&*web.store, &ctx, id, to).await?.map(|change| change.id))
    })
    .await
}

/// Thanks to whoever passed it on, today or on the day that is named.
pub(crate) async fn thank(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = fact(&id)?;
    let by = form.given("by").map(|kind| spelt("by", &kind)).transpose()?;
    let told = Thanked { on: form.date("on")?, by };
    done(&web, &form, async |ctx| {
        Ok(referral::thank(&*web.store, &ctx, id, told).await?.map(|change| change.id))
    })
    .await
}
