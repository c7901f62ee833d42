//! The business that work which was passed on led to.

use super::{Word, becomes, find, gone};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::who;
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::facts::{Direction, Referral, ReferralStatus};
use kithwork_core::id::FactId;
use kithwork_store::Store;

/// Work that was passed on to the owner, and the name of whoever did.
///
/// # Errors
/// [`Code::NotFound`](crate::Code::NotFound); those of the store.
pub(crate) async fn received(
    store: &dyn Store,
    ctx: &Ctx,
    id: FactId,
) -> Result<(Referral, String)> {
    let referral = find(store, ctx, id).await?;
    if referral.direction != Direction::Received {
        return Err(gone());
    }
    let giver = who::by_id(store, ctx, referral.person).await?.name;
    Ok((referral, giver))
}

/// The edits that say so of the referral: it is won, and about this client, by whose name the business is known
/// as what came of it.
///
/// # Errors
/// Those of the store.
pub(crate) async fn led_to(
    store: &dyn Store,
    ctx: &Ctx,
    before: Referral,
    client: &str,
    won_on: Date,
) -> Result<Vec<Edit>> {
    let is_won = before.status == Some(ReferralStatus::Won);
    let after = Referral {
        prospect: Some(client.to_owned()),
        status: Some(ReferralStatus::Won),
        closed_on: before.closed_on.filter(|_| is_won).or(Some(won_on)),
        ..before.clone()
    };
    let word = Word {
        status: after.status,
        closed_on: after.closed_on,
        thanked_on: after.thanked_on,
        prospect: after.prospect.clone(),
    };
    becomes(store, ctx, before, after, word).await
}
