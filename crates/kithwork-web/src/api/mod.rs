//! The programs' interface: the documents of docs/interface.md.

mod access;
mod aims;
mod answer;
mod body;
mod calendars;
mod condition;
mod deeds;
mod files;
mod giving;
mod groups;
mod known;
mod lists;
mod meetings;
mod needs;
mod notes;
mod offers;
mod openapi;
mod operations;
mod page;
mod people;
mod pitch;
mod referrals;
mod rights;
mod schema;
mod start;
mod tag;
mod trash;

#[cfg(test)]
pub(crate) use openapi::describe;
#[cfg(test)]
pub(crate) use operations::{OPERATIONS, PAGED};
pub(crate) use rights::rights;
#[cfg(test)]
pub(crate) use schema::schemas;

use crate::asked::Wanted;
use crate::fault::{ApiFault, nowhere_in_api};
use crate::routes::date;
use crate::web::Web;
use axum::extract::State;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use axum::{Json, Router};
use kithwork_app::json::{PlanJson, ReviewJson};
use kithwork_app::{Code, Error};
use kithwork_core::plan::Close;
use kithwork_core::rounding::minutes_of;
use serde::Deserialize;

/// Everything under `/api`.
pub(crate) fn router(web: &Web) -> Router<Web> {
    routes().layer(from_fn_with_state(web.clone(), condition::held)).fallback(nowhere_in_api)
}

/// The same, without the conditions that a program may set.
fn routes() -> Router<Web> {
    Router::new()
        .route("/v1/review", get(review))
        .route("/v1/plan", get(plan))
        .route("/v1/friday", get(friday))
        .route("/v1/openapi.json", get(openapi::document))
        .merge(access::router())
        .merge(notes::router())
        .merge(people::router())
        .merge(deeds::router())
        .merge(start::router())
        .merge(aims::router())
        .merge(known::router())
        .merge(lists::router())
        .merge(needs::router())
        .merge(offers::router())
        .merge(trash::router())
        .merge(files::router())
        .merge(calendars::router())
        .merge(pitch::router())
        .merge(giving::router())
        .merge(meetings::router())
        .merge(groups::router())
        .merge(referrals::router())
}

/// What may be asked of the review.
#[derive(Debug, Default, Deserialize)]
struct ReviewQuery {
    as_of: Option<String>,
}

/// What may be asked of the plan.
#[derive(Debug, Default, Deserialize)]
struct PlanQuery {
    week: Option<String>,
    hours: Option<f64>,
}

async fn review(
    State(web): State<Web>,
    Wanted(query): Wanted<ReviewQuery>,
) -> Result<Json<ReviewJson>, ApiFault> {
    let as_of = date(query.as_of.as_deref())?;
    let review = kithwork_app::review::at(&*web.store, &web.ctx().await?, as_of).await?;
    Ok(Json(ReviewJson::from(&*review)))
}

async fn plan(
    State(web): State<Web>,
    Wanted(query): Wanted<PlanQuery>,
) -> Result<Json<PlanJson>, ApiFault> {
    let week = date(query.week.as_deref())?;
    let minutes = query.hours.map(minutes).transpose()?;
    let plan = kithwork_app::plan::week(&*web.store, &web.ctx().await?, week, minutes).await?;
    Ok(Json(PlanJson::from(&*plan)))
}

async fn friday(State(web): State<Web>) -> Result<Json<Close>, ApiFault> {
    let close = kithwork_app::plan::close(&*web.store, &web.ctx().await?, None).await?;
    Ok(Json(close))
}

/// Hours as whole minutes, of a week at most.
fn minutes(hours: f64) -> Result<u32, Error> {
    if !(0.0..=168.0).contains(&hours) {
        return Err(Error::new(Code::ValueInvalid).field("hours", "is not between 0 and 168"));
    }
    Ok(minutes_of(hours))
}
