//! Work that was passed on, told one piece at a time (mission row 69).

use crate::ctx::{Ctx, Rights};
use crate::day::not_ahead;
use crate::error::Result;
use crate::{settings, who};
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Direction, Person, Referral, ReferralStatus};
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::Store;

/// A piece of work that was passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// By whom, or to whom.
    pub person: PersonId,
    /// Which way it went.
    pub direction: Direction,
    /// Who was referred, where that is known; nobody of the network comes of it.
    pub prospect: Option<String>,
    /// When; none for today.
    pub on: Option<Date>,
}

/// Writes down work that was passed on: it is offered, and comes further step by step.
///
/// # Errors
/// [`Code::ValueInvalid`](crate::Code::ValueInvalid) where its day lies ahead; [`Code::PersonNotFound`](crate::Code::PersonNotFound); those of the store.
pub async fn tell(store: &dyn Store, ctx: &Ctx, told: Told) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let person = who::by_id(store, ctx, told.person).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = not_ahead(told.on.unwrap_or(today), today)?;
    let prospect = told.prospect.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let referral = Referral {
        prospect,
        status: Some(ReferralStatus::Open),
        ..Referral::passed_on(FactId(ctx.ids()()), told.direction, person.id, Some(on))
    };
    let mut edits = vec![Edit::created(referral)];
    // Whoever passes work on, or is given it, is someone of the network.
    edits.extend(Edit::changed(person.clone(), Person { set_aside: false, ..person }));
    let change = ctx.change("referral", Some(on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}
