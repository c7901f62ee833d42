//! A yes: the day stands.

use super::row;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::settings;
use jiff::civil::{Date, Time as Clock};
use kithwork_core::change::Change;
use kithwork_core::facts::{Conversation, Stage};
use kithwork_core::id::FactId;
use kithwork_store::Store;
use serde::Deserialize;

/// When it is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// The day.
    pub on: Date,
    /// Its start, where one was agreed.
    #[serde(default)]
    pub starts: Option<Clock>,
    /// How long, minutes, where that was agreed.
    #[serde(default)]
    pub minutes: Option<u32>,
}

/// Notes that a day was agreed. Agreed before, it moves there.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where it happened already, or the day lies in the past;
/// those of the store.
pub async fn agree(store: &dyn Store, ctx: &Ctx, id: FactId, time: Time) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let row = row::find(store, ctx, id).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    if row.now.stage == Stage::Happened {
        return Err(Error::new(Code::ValueInvalid).hint("this one has happened already"));
    }
    if !row.is_stored && (time.on, time.starts) != (row.now.on, row.now.starts) {
        let hint = "it is one of a series: move it in your calendar, and read that in again";
        return Err(Error::new(Code::ValueInvalid).hint(hint));
    }
    if time.on < today {
        let problem = "lies in the past: choose today or a day to come";
        return Err(Error::new(Code::ValueInvalid).field("on", problem));
    }
    let after = Conversation {
        on: time.on,
        starts: time.starts,
        minutes: time.minutes.or(row.now.minutes),
        stage: Stage::Agreed,
        ..row.now.clone()
    };
    let edits = row.becomes(store, ctx, after, &mut ctx.ids()).await?;
    let change = ctx.change("agree", Some(time.on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}
