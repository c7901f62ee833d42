//! What the owner told of themselves.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use jiff::tz::TimeZone;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Settings;
use kithwork_store::Store;

/// The settings of this book.
///
/// # Errors
/// [`Code::NotFound`] where there is no such book; those of the store.
pub async fn of(store: &dyn Store, ctx: &Ctx) -> Result<Settings> {
    let all = store.all(ctx.tenant, FactKind::Settings).await?;
    let settings = all.into_iter().find_map(|fact| match fact {
        Fact::Settings(settings) => Some(settings),
        _ => None,
    });
    settings.ok_or_else(|| Error::new(Code::NotFound).hint("this book has not been begun yet"))
}

/// Keeps new settings. Telling it twice changes nothing.
///
/// # Errors
/// [`Code::ValueInvalid`] where the time zone is unknown or the country is not two letters; those
/// of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, new: Settings) -> Result<()> {
    ctx.require(Rights::Write)?;
    if let Err(cause) = TimeZone::get(&new.zone) {
        let problem = "is no time zone such as Europe/London";
        return Err(Error::new(Code::ValueInvalid).field("zone", problem).caused_by(cause));
    }
    if new.region.len() != 2 || !new.region.bytes().all(|b| b.is_ascii_alphabetic()) {
        let problem = "is no country of two letters such as GB";
        return Err(Error::new(Code::ValueInvalid).field("region", problem));
    }
    let old = of(store, ctx).await?;
    if let Some(edit) = Edit::changed(old, Settings { book: ctx.tenant, ..new }) {
        store.commit(ctx.tenant, &ctx.change("settings", None, vec![edit])).await?;
    }
    Ok(())
}
