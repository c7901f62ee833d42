//! What the owner gives: help, introductions, tables, their card, talks.

use crate::asked::Asked;
use crate::fault::Fault;
use crate::form;
use crate::pages::card::{CardFor, CardPage};
use crate::pages::help_given::{HelpGiven, NEEDS};
use crate::pages::talks::Talks;
use crate::sight::Sight;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kithwork_app::{company, need, offer, presentation, proposal, share_card};
use serde::Deserialize;

/// Help, both ways.
pub(crate) async fn help(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let page = help_page(&web).await?;
    visit.show(&web, page).await
}

/// The page of help.
pub(crate) async fn help_page(web: &Web) -> Result<HelpGiven, Fault> {
    let ctx = web.ctx().await?;
    let sight = web.sight(None).await?;
    let introductions = proposal::list(&*web.store, &ctx).await?;
    let tables = company::propose(&*web.store, &ctx).await?;
    let needs = need::latest(&sight.shelf.book, sight.today, &ctx, NEEDS);
    let offers = offer::of(&sight.shelf.book, sight.today, &ctx);
    let (needs, open) = &*needs;
    let page = |sight: &Sight| {
        let page = HelpGiven::of(sight, &introductions, &tables, needs, *open);
        page.offering(&offers, sight)
    };
    web.drawn_up(&sight, (), page).await
}

/// The card.
pub(crate) async fn card(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let shown = share_card::shown(&*web.store, &ctx).await?;
    visit.show(&web, CardPage::of(&shown, web.today(&ctx).await?)).await
}

/// The card as a contact.
pub(crate) async fn vcard(State(web): State<Web>) -> Result<Response, Fault> {
    let card = share_card::card(&*web.store, &web.ctx().await?).await?;
    let kind = [
        (header::CONTENT_TYPE, "text/vcard; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"card.vcf\""),
    ];
    Ok((kind, card.vcard()).into_response())
}

/// The words to give it to somebody with.
pub(crate) async fn card_for(
    State(web): State<Web>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let card = share_card::card(&*web.store, &ctx).await?;
    let draft = share_card::letter(&*web.store, &ctx, &card, form::person(&id)?).await?;
    visit.leading_to("/card").show(&web, CardFor::of(&draft, &card)).await
}

/// Whose people are to be chosen from.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Whose {
    group: Option<String>,
    // What was done just before stands in the address too.
    #[serde(rename = "done")]
    _done: Option<String>,
}

/// Talks.
pub(crate) async fn talks(
    State(web): State<Web>,
    Asked(whose): Asked<Whose>,
    visit: Visit,
) -> Result<Response, Fault> {
    let page = talks_page(&web, whose.group.as_deref().unwrap_or_default()).await?;
    visit.show(&web, page).await
}

/// The page of talks, with the people of a group to choose from; none where no group is named.
pub(crate) async fn talks_page(web: &Web, group: &str) -> Result<Talks, Fault> {
    let ctx = web.ctx().await?;
    let talks = presentation::list(&*web.store, &ctx).await?;
    let chosen = Some(group).filter(|id| !id.is_empty()).map(form::room).transpose()?;
    let sight = web.sight(None).await?;
    Ok(Talks::of(&talks, sight.today).choosing(&sight.shelf.book, chosen))
}
