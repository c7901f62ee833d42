//! Thanks to whoever passed work on, won and lost alike: they are for the trust.

use super::{Word, becomes, day, find};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Conversation, ConversationKind, Direction, Referral, ReferralStatus};
use kithwork_core::id::FactId;
use kithwork_store::Store;
use serde::Deserialize;

/// How somebody was thanked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Thanked {
    /// The day; none for today.
    pub on: Option<Date>,
    /// What it was done with, to be written down as time with them too; none where that is written down
    /// already, or is not to be.
    pub by: Option<ConversationKind>,
}

/// Notes that whoever passed work on was thanked. Said twice, it changes nothing.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where it was not passed on to the owner, is still under way,
/// or the day lies ahead or before it was passed on; those of the store.
pub async fn thank(
    store: &dyn Store,
    ctx: &Ctx,
    id: FactId,
    told: Thanked,
) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    let before = find(store, ctx, id).await?;
    if before.direction != Direction::Received {
        return Err(refused("it was passed on by you: nobody is to be thanked for it"));
    }
    if !before.status.is_some_and(ReferralStatus::is_decided) {
        return Err(refused("it is still under way: say first whether it was won or lost"));
    }
    let on = day(store, ctx, &before, told.on).await?;
    if before.thanked_on.is_some() {
        return Ok(None);
    }
    let person = before.person;
    let after = Referral { thanked_on: Some(on), ..before.clone() };
    let word = Word { status: None, closed_on: None, thanked_on: Some(on), prospect: None };
    let mut edits = becomes(store, ctx, before, after, word).await?;
    edits.extend(told.by.map(|kind| {
        let talk = Conversation::happened(FactId(ctx.ids()()), kind, on, vec![person]);
        Edit::created(talk)
    }));
    let change = ctx.change("thank", Some(on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change))
}

fn refused(hint: &'static str) -> Error {
    Error::new(Code::ValueInvalid).hint(hint)
}
