//! Help given and received, told one at a time (mission rows 21 and 58).

use crate::ctx::{Ctx, Rights};
use crate::day::not_ahead;
use crate::error::Result;
use crate::settings;
use crate::who::{self, Match};
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Direction, Help, HelpKind, Person};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_store::Store;
use serde::Deserialize;

/// Some help between the owner and a person.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// With whom.
    pub person: PersonId,
    /// Which way it went.
    pub direction: Direction,
    /// What kind.
    pub kind: HelpKind,
    /// What it was about.
    pub about: Option<String>,
    /// When; none for today.
    pub on: Option<Date>,
    /// Whether it had been asked for; none where that is not said.
    pub asked: Option<bool>,
}

/// One act of help with somebody who is named, on any day up to now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which way it went.
    pub direction: Direction,
    /// What kind of help.
    pub kind: HelpKind,
    /// With whom: a name, its beginning, or an id.
    pub who: String,
    /// What it was about.
    pub about: Option<String>,
    /// When; without it, today.
    pub on: Option<Date>,
    /// Whether it had been asked for; none where that is not said.
    pub asked: Option<bool>,
}

/// An act of help that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change.
    pub change: ChangeId,
    /// The help.
    pub help: Help,
    /// With whom.
    pub person: Person,
}

/// Writes down help that was given or received.
///
/// # Errors
/// [`Code::ValueInvalid`](crate::Code::ValueInvalid) where its day lies ahead; [`Code::PersonNotFound`](crate::Code::PersonNotFound); those of the store.
pub async fn tell(store: &dyn Store, ctx: &Ctx, told: Told) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let person = who::by_id(store, ctx, told.person).await?;
    let on = until_now(store, ctx, told.on).await?;
    let Told { direction, kind, about, asked, .. } = told;
    let said = Said { direction, kind, who: String::new(), about, on: Some(on), asked };
    let (change, _) = write(store, ctx, &person, said, on).await?;
    Ok(change)
}

/// Keeps one act of help.
///
/// # Errors
/// [`Code::ValueInvalid`](crate::Code::ValueInvalid) where its day lies ahead; [`Code::PersonNotFound`](crate::Code::PersonNotFound),
/// [`Code::PersonAmbiguous`](crate::Code::PersonAmbiguous); those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, said: Said) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let on = until_now(store, ctx, said.on).await?;
    let person = who::is_meant(store, ctx, &said.who, Match::Near).await?;
    let (change, help) = write(store, ctx, &person, said, on).await?;
    Ok(Kept { change: change.id, help, person })
}

/// A day up to now; none is today.
async fn until_now(store: &dyn Store, ctx: &Ctx, on: Option<Date>) -> Result<Date> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    not_ahead(on.unwrap_or(today), today)
}

async fn write(
    store: &dyn Store,
    ctx: &Ctx,
    person: &Person,
    said: Said,
    on: Date,
) -> Result<(Change, Help)> {
    let about = said.about.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    let help = Help {
        id: FactId(ctx.ids()()),
        on: Some(on),
        direction: said.direction,
        person: person.id,
        kind: said.kind,
        asked: said.asked,
        about,
        outcome: None,
    };
    let mut edits = vec![Edit::created(help.clone())];
    // Whoever one helps, or is helped by, is someone of the network.
    edits.extend(Edit::changed(person.clone(), Person { set_aside: false, ..person.clone() }));
    let change = ctx.change("help", Some(on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok((change, help))
}
