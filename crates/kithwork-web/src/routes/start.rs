//! How the owner begins: what keeps them, and the first hour.

use crate::asked::Asked;
use crate::fault::{Fault, nowhere};
use crate::frame::Place;
use crate::pages::hour::{Bring, Clients, First, FoundPage, Success, Writes};
use crate::pages::start::Start;
use crate::sight::Sight;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Response;
use kithwork_app::{conversation, first_hour, question};
use kithwork_core::facts::{ConversationKind, Stage};
use kithwork_core::plan::{Item, ItemKind, Status};
use kithwork_core::start::Screen;
use serde::Deserialize;

/// What keeps the owner, and their first week.
pub(crate) async fn start(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let week = web.sight(None).await?.first_week();
    visit.show(&web, Start::of(week.as_ref())).await
}

/// Whom of those the plan names.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Whom {
    n: Option<usize>,
    // What was done just before stands in the address too.
    #[serde(rename = "done")]
    _done: Option<String>,
}

/// A screen of the first hour.
pub(crate) async fn screen(
    State(web): State<Web>,
    Path(name): Path<String>,
    Asked(whom): Asked<Whom>,
    visit: Visit,
) -> Result<Response, Fault> {
    let Some(screen) = Screen::named(&name) else { return Err(nowhere().await) };
    let sight = web.sight(None).await?;
    match screen {
        Screen::Bring => {
            let week = sight.first_week();
            let page = Bring::at(Place::More, !sight.is_empty()).beginning(week.as_ref());
            visit.show(&web, page).await
        }
        Screen::Found => {
            let ctx = web.ctx().await?;
            let found = first_hour::found(&*web.store, &ctx).await?;
            let waiting = question::open(&*web.store, &ctx).await?;
            visit.show(&web, FoundPage::of(&found, &waiting)).await
        }
        Screen::Clients => visit.show(&web, Clients::of(&sight)).await,
        Screen::First if was_written_to(&sight) => visit.show(&web, First::written()).await,
        Screen::First => first(&web, &sight, whom.n.unwrap_or_default(), visit).await,
        Screen::Success => visit.show(&web, Success::of(&sight)).await,
    }
}

/// The n-th of those to write to, with the words.
async fn first(web: &Web, sight: &Sight, n: usize, visit: Visit) -> Result<Response, Fault> {
    let mut all: Vec<&Item> =
        sight.plan.items.iter().filter(|item| can_be_written_to(item)).collect();
    // An old promise or a gift has no words of ours: whom to sit down with comes first.
    all.sort_by_key(|item| matches!(item.kind, ItemKind::Promise | ItemKind::Help));
    let Some((item, person)) = all.get(n).and_then(|item| Some((*item, *item.people.first()?)))
    else {
        return visit.show(web, First::of(None)).await;
    };
    let ctx = web.ctx().await?;
    let draft = conversation::draft(&*web.store, &ctx, person, item.into()).await?;
    let next = (n + 1 < all.len()).then_some(n + 1);
    visit.show(web, First::of(Some(Writes { item, draft, next }))).await
}

/// Whether somebody was asked or written to today: that is what the screen is for.
fn was_written_to(sight: &Sight) -> bool {
    let talks = sight.shelf.book.facts.conversations.iter().rev();
    let mut today = talks.take_while(|talk| talk.on >= sight.today);
    today.any(|talk| {
        let is_written = matches!(talk.kind, ConversationKind::Message | ConversationKind::Email);
        let is_done = talk.stage == Stage::Asked || (talk.stage == Stage::Happened && is_written);
        talk.on == sight.today && is_done
    })
}

/// Somebody alone who is to be asked or written to, not one who has agreed already.
fn can_be_written_to(item: &Item) -> bool {
    let is_letter = !matches!(item.kind, ItemKind::Meeting | ItemKind::PreparePitch);
    is_letter && item.status != Status::Agreed && item.people.len() == 1
}
