//! Help given and received.

use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::{settings, who};
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Direction, Help, HelpKind};
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::Store;
use serde::Deserialize;

/// Some help between the owner and a person, today.
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
}

/// Writes down help that was given or received today.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); those of the store.
pub async fn tell(store: &dyn Store, ctx: &Ctx, told: Told) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let person = who::by_id(store, ctx, told.person).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let about = told.about.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let help = Help {
        id: FactId(ctx.ids()()),
        on: Some(today),
        direction: told.direction,
        person: person.id,
        kind: told.kind,
        asked: None,
        about,
        outcome: None,
    };
    let change = ctx.change("help", Some(today), vec![Edit::created(help)]);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}
