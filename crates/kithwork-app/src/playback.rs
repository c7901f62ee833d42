//! Asking somebody to say back what the owner does, and keeping what they said (mission rows 9, 32, 67).

use crate::book::Frame;
use crate::ctx::{Ctx, Rights};
use crate::day::not_ahead;
use crate::error::Result;
use crate::{settings, trigger, who};
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::facts::{Explained, Person, Playback, TriggerProblem};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::ladder::{self, Explains};
use kithwork_store::Store;
use serde::Deserialize;

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Whether they could say it.
    pub explained: Explained,
    /// What they said, in their words.
    pub words: Option<String>,
    /// The trigger problem that was asked about, by its number in the list, its id or its words; none
    /// where it was what the owner does.
    pub trigger: Option<String>,
    /// When; none for today.
    pub on: Option<Date>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change.
    pub change: ChangeId,
    /// Who was asked.
    pub person: Person,
    /// The check.
    pub playback: Playback,
    /// The trigger problem it was about.
    pub trigger: Option<TriggerProblem>,
    /// Whether they can explain the owner now.
    pub explains: Explains,
}

/// Keeps what came of asking somebody.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); [`Code::NotFound`](crate::Code::NotFound) where there is no such trigger problem;
/// [`Code::ValueInvalid`](crate::Code::ValueInvalid) where the day lies ahead; those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, who: PersonId, asked: Asked) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let person = who::by_id(store, ctx, who).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = not_ahead(asked.on.unwrap_or(today), today)?;
    let trigger = match &asked.trigger {
        Some(which) => Some(trigger::is_meant(store, ctx, which).await?),
        None => None,
    };
    let words = asked.words.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    let playback = Playback {
        id: FactId(ctx.ids()()),
        person: person.id,
        on: Some(on),
        trigger: trigger.as_ref().map(|trigger| trigger.id),
        explained: asked.explained,
        words,
    };
    let change = ctx.change("playback", Some(on), vec![Edit::created(playback.clone())]);
    store.commit(ctx.tenant, &change).await?;
    let book = Frame::read(store, ctx).await?.of_one(store, ctx, &person, today).await?;
    let explains = ladder::explains(&book, person.id, today, &ctx.params.ladder);
    Ok(Kept { change: change.id, person, playback, trigger, explains })
}
