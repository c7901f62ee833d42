//! What answers at the pages' addresses.

pub(crate) mod ask;
pub(crate) mod calendar;
pub(crate) mod giving;
pub(crate) mod go;
pub(crate) mod group;
pub(crate) mod import;
pub(crate) mod map;
pub(crate) mod meeting;
pub(crate) mod more;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod phone;
pub(crate) mod pitch;
pub(crate) mod start;

use crate::asked::Asked;
use crate::fault::{Fault, draw};
use crate::frame::Place;
use crate::pages::empty::Empty;
use crate::pages::entries::Entries;
use crate::pages::friday::Friday;
use crate::pages::groups::Groups;
use crate::pages::hour::{self, Bring};
use crate::pages::offline::Offline;
use crate::pages::review::ReviewPage;
use crate::pages::sheet::Sheet;
use crate::pages::this_week::ThisWeek;
use crate::sight::Sight;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kithwork_app::first_hour::{self, Hour};
use kithwork_app::{Code, Error, plan, question, settings};
use kithwork_core::start::Screen;
use serde::Deserialize;

/// At which date a book is looked at.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct At {
    as_of: Option<String>,
    page: Option<usize>,
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
pub(crate) async fn this_week(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let sight = web.sight(None).await?;
    if sight.is_empty() {
        return empty(&web, &sight, visit).await;
    }
    let ctx = web.ctx().await?;
    let hour = first_hour::at(&*web.store, &ctx).await?;
    let now = ctx.local(&settings::of(&*web.store, &ctx).await?);
    let week = web.drawn_up(&sight, (), ThisWeek::of).await?;
    visit.show(&web, week.at(&sight.shelf.book, now).in_hour(hour)).await
}

/// Next week, as it looks now.
pub(crate) async fn next_week(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let sight = web.sight_of_next_week().await?;
    if sight.is_empty() {
        return empty(&web, &sight, visit).await;
    }
    let page = web.drawn_up(&sight, "next-week", ThisWeek::next).await?;
    visit.show(&web, page).await
}

/// An empty book: the first hour begins, or goes on where it was left; once over, it does not begin again.
async fn empty(web: &Web, sight: &Sight, visit: Visit) -> Result<Response, Fault> {
    match first_hour::at(&*web.store, &web.ctx().await?).await? {
        // Whatever was found has been taken back.
        Hour::At(screen) if screen > Screen::Found => {
            Ok(Redirect::to(hour::path(screen)).into_response())
        }
        Hour::Over => {
            let week = sight.first_week();
            visit.show(web, Empty::at(Place::ThisWeek).beginning(week.as_ref())).await
        }
        _ => {
            let week = sight.first_week();
            visit.show(web, Bring::at(Place::ThisWeek, false).beginning(week.as_ref())).await
        }
    }
}

/// The week's close; after a fortnight away, the one screen to begin with again.
pub(crate) async fn friday(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let close = plan::close(&*web.store, &ctx, None).await?;
    let waiting = question::open(&*web.store, &ctx).await?;
    let questions = waiting.more.saturating_add(waiting.questions.len() as u64);
    let plan = plan::week(&*web.store, &ctx, None, None).await?;
    visit.show(&web, Friday::of(&close, questions).planned(&plan, &close)).await
}

/// The review.
pub(crate) async fn review(
    State(web): State<Web>,
    Asked(at): Asked<At>,
    visit: Visit,
) -> Result<Response, Fault> {
    let sight = web.sight(at.date()?).await?;
    if sight.is_empty() {
        return visit.show(&web, Empty::at(Place::Review)).await;
    }
    let page = web.drawn_up(&sight, (), ReviewPage::of).await?;
    visit.show(&web, page).await
}

/// What can have shown by now, and what may be expected.
pub(crate) async fn outlook(
    State(web): State<Web>,
    Asked(at): Asked<At>,
    visit: Visit,
) -> Result<Response, Fault> {
    let sight = web.sight(at.date()?).await?;
    visit.show(&web, Sheet::outlook(&sight)).await
}

/// What others know and say of the owner.
pub(crate) async fn known(
    State(web): State<Web>,
    Asked(at): Asked<At>,
    visit: Visit,
) -> Result<Response, Fault> {
    let sight = web.sight(at.date()?).await?;
    visit.show(&web, Sheet::known(&sight)).await
}

/// Whom the owner sees only at meetings.
pub(crate) async fn only_rooms(
    State(web): State<Web>,
    Asked(at): Asked<At>,
    visit: Visit,
) -> Result<Response, Fault> {
    let sight = web.sight(at.date()?).await?;
    visit.show(&web, Sheet::only_rooms(&sight)).await
}

/// All entries behind one figure of the review.
pub(crate) async fn entries(
    State(web): State<Web>,
    Path(figure): Path<String>,
    Asked(at): Asked<At>,
    visit: Visit,
) -> Result<Response, Fault> {
    let sight = web.sight(at.date()?).await?;
    visit.show(&web, Entries::of(&sight, &figure, at.page.unwrap_or_default())?).await
}

/// Groups and events.
pub(crate) async fn groups(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let sight = web.sight(None).await?;
    if sight.is_empty() {
        return visit.show(&web, Empty::at(Place::Groups)).await;
    }
    visit.show(&web, Groups::of(&sight)).await
}

/// What a device keeps for when there is no connection.
pub(crate) async fn offline() -> Response {
    draw(&Offline::new())
}
