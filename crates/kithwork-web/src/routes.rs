//! What answers at the pages' addresses.

use crate::fault::{Fault, draw};
use crate::frame::Place;
use crate::pages::empty::Empty;
use crate::pages::review::ReviewPage;
use crate::pages::this_week::ThisWeek;
use crate::web::Web;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use kithwork_app::{Code, Error};
use serde::Deserialize;

/// At which date a book is looked at.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct At {
    as_of: Option<String>,
}

impl At {
    fn date(&self) -> Result<Option<Date>, Error> {
        date(self.as_of.as_deref())
    }
}

/// Reads a date such as `2026-11-16`; an empty field asks for none.
pub(crate) fn date(text: Option<&str>) -> Result<Option<Date>, Error> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(|text| {
        text.parse().map_err(|cause: jiff::Error| {
            Error::new(Code::DateInvalid).hint("write it as 2026-11-16").caused_by(cause)
        })
    })
    .transpose()
}

/// This week.
pub(crate) async fn this_week(State(web): State<Web>) -> Result<Response, Fault> {
    let sight = web.sight(None).await?;
    if sight.is_empty() {
        return Ok(draw(&Empty::at(Place::ThisWeek)));
    }
    Ok(draw(&ThisWeek::of(&sight)))
}

/// The review.
pub(crate) async fn review(
    State(web): State<Web>,
    Query(at): Query<At>,
) -> Result<Response, Fault> {
    let sight = web.sight(at.date()?).await?;
    if sight.is_empty() {
        return Ok(draw(&Empty::at(Place::Review)));
    }
    Ok(draw(&ReviewPage::of(&sight)))
}
