//! What the owner thinks of a room, and which rooms to keep by that (mission row 71).

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{room, settings};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Room, RoomRating};
use kithwork_core::id::{ChangeId, FactId};
use kithwork_core::params::RoomParams;
use kithwork_core::review::{RatedRoom, ranked as rank, weighing};
use kithwork_store::Store;
use serde::Deserialize;

/// The best that a part can be rated.
const BEST: u8 = 4;

/// What the owner thinks of a room; each part 0 to 4, none where it is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Opinion {
    /// Whether people come to help each other.
    pub ethos: Option<u8>,
    /// Whether the right people come.
    pub fit: Option<u8>,
    /// How light it is on purse and diary.
    pub cost: Option<u8>,
    /// Why.
    pub notes: Option<String>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change.
    pub change: ChangeId,
    /// The room.
    pub room: Room,
    /// The rating.
    pub rating: RoomRating,
}

/// Keeps what the owner thinks of a room, by its name, the beginnings of it, or its id.
///
/// # Errors
/// [`Code::NotFound`] where no room is meant; [`Code::ValueInvalid`] where nothing is said or a part is
/// not 0 to 4; those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, which: &str, opinion: Opinion) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    valid(&opinion)?;
    let room = room::is_meant(store, ctx, which).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let notes = opinion.notes.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let rating = RoomRating {
        id: FactId(ctx.ids()()),
        room: room.id,
        on: Some(today),
        ethos: opinion.ethos,
        fit: opinion.fit,
        cost: opinion.cost,
        notes,
    };
    let change = ctx.change("rate", Some(today), vec![Edit::created(rating.clone())]);
    store.commit(ctx.tenant, &change).await?;
    Ok(Kept { change: change.id, room, rating })
}

fn valid(opinion: &Opinion) -> Result<()> {
    let parts = [("ethos", opinion.ethos), ("fit", opinion.fit), ("cost", opinion.cost)];
    if let Some((field, _)) = parts.iter().find(|(_, score)| score.is_some_and(|s| s > BEST)) {
        return Err(Error::new(Code::ValueInvalid).field(field, "is not 0 to 4"));
    }
    if parts.iter().all(|(_, score)| score.is_none()) {
        let hint = "say at least one of ethos, fit and cost, each 0 to 4";
        let problem = "is not said, like the others: say at least one";
        return Err(Error::new(Code::ValueInvalid).field("ethos", problem).hint(hint));
    }
    Ok(())
}

/// What each part of a rating weighs: the parameters' own, and three times that of what matters most
/// to the owner.
///
/// # Errors
/// Those of the store.
pub async fn weights(store: &dyn Store, ctx: &Ctx) -> Result<RoomParams> {
    ctx.require(Rights::Read)?;
    Ok(weighing(&ctx.params.rooms, settings::of(store, ctx).await?.matters_most))
}

/// The rooms by what the owner thinks of them, best first, by these weights.
///
/// # Errors
/// [`Code::ValueInvalid`] where a weight is below nought or no number; those of the store.
pub async fn ranked(store: &dyn Store, ctx: &Ctx, weights: RoomParams) -> Result<Vec<RatedRoom>> {
    ctx.require(Rights::Read)?;
    for (field, weight) in [("ethos", weights.ethos), ("fit", weights.fit), ("cost", weights.cost)]
    {
        if !weight.is_finite() || weight < 0.0 {
            return Err(Error::new(Code::ValueInvalid).field(field, "is no weight such as 2"));
        }
    }
    let today = ctx.today(&settings::of(store, ctx).await?);
    let rooms = room::all(store, ctx).await?;
    let ratings = store.all(ctx.tenant, FactKind::RoomRating).await?;
    let ratings: Vec<RoomRating> = ratings
        .into_iter()
        .filter_map(|fact| match fact {
            Fact::RoomRating(rating) => Some(rating),
            _ => None,
        })
        .collect();
    Ok(rank(&rooms, &ratings, today, &weights))
}
