//! Other ways of finding clients: the hours and money they took, to set beside networking (mission row 1).

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{deed, line, settings, word};
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::ChannelMonth;
use kithwork_core::handover::Said;
use kithwork_core::id::{ChangeId, FactId};
use kithwork_core::money::Amount;
use kithwork_store::Store;
use serde::Deserialize;

/// The longest name, letters.
const LONGEST: usize = 80;
/// The most minutes that a month holds.
const MONTH: u32 = 31 * 24 * 60;

/// What another way took and brought, as the owner tells it; what is told of one month adds up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// What it is called, such as `cold calling`.
    pub channel: String,
    /// A day of the month; without one, today.
    #[serde(default)]
    pub on: Option<Date>,
    /// Time spent, minutes, 0..=44 640.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Money spent.
    #[serde(default)]
    pub cost: Option<Amount>,
    /// Leads that came.
    #[serde(default)]
    pub leads: Option<u32>,
    /// Sales that came.
    #[serde(default)]
    pub sales: Option<u32>,
    /// What those sales were worth.
    #[serde(default)]
    pub value: Option<Amount>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The entry.
    pub month: ChannelMonth,
}

/// Keeps what another way took and brought.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field where it has no name, tells nothing, lies ahead, or cannot be; those
/// of the store.
pub async fn tell(store: &dyn Store, ctx: &Ctx, told: Told) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let month = month(FactId(ctx.ids()()), &told, today, today)?;
    let change = ctx.change("channel", Some(today), vec![Edit::created(month.clone())]);
    store.commit(ctx.tenant, &change).await?;
    Ok(Kept { change: Some(change.id), month })
}

/// Puts an entry right: it is now what is told here, of the month it was where none is named.
///
/// # Errors
/// [`Code::NotFound`]; those of [`tell`].
pub async fn put_right(store: &dyn Store, ctx: &Ctx, id: FactId, told: Told) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let Some(Fact::ChannelMonth(before)) =
        store.fact(ctx.tenant, FactKind::ChannelMonth, id).await?
    else {
        return Err(Error::new(Code::NotFound).hint("this entry is no longer in the book"));
    };
    let today = ctx.today(&settings::of(store, ctx).await?);
    let month = month(id, &told, before.month, today)?;
    let mut edits: Vec<Edit> = Edit::changed(before, month.clone()).into_iter().collect();
    if !edits.is_empty() {
        let own = Said::ChannelMonth((&month).into());
        edits.extend(
            word::kept(store, ctx, (FactKind::ChannelMonth, id), own, &mut ctx.ids()).await?,
        );
    }
    let change = deed::done(store, ctx, "channel", Some(today), edits).await?;
    Ok(Kept { change: change.map(|change| change.id), month })
}

/// The entry that is told, of a month that is usual where it names none.
fn month(id: FactId, told: &Told, usual: Date, today: Date) -> Result<ChannelMonth> {
    let channel = line::name("channel", &told.channel, LONGEST)?;
    let on = told.on.unwrap_or(usual);
    valid(told, on, today)?;
    Ok(ChannelMonth {
        id,
        channel,
        month: on.first_of_month(),
        minutes: told.minutes,
        cost: told.cost,
        leads: told.leads,
        sales: told.sales,
        value: told.value,
    })
}

fn valid(told: &Told, on: Date, today: Date) -> Result<()> {
    let invalid = |field, problem| Err(Error::new(Code::ValueInvalid).field(field, problem));
    let is_below = |amount: Option<Amount>| amount.is_some_and(|amount| amount.minor < 0);
    match told {
        Told { minutes: None, cost: None, leads: None, sales: None, value: None, .. } => invalid(
            "minutes",
            "is missing, and so is what it cost and brought: one of them is needed",
        ),
        _ if told.minutes.is_some_and(|minutes| minutes > MONTH) => {
            invalid("minutes", "is more than a month has")
        }
        _ if is_below(told.cost) => invalid("cost", "is below nought"),
        _ if is_below(told.value) => invalid("value", "is below nought"),
        _ if on > today => invalid("on", "lies ahead"),
        _ => Ok(()),
    }
}
