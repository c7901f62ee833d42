//! The first hour: where the owner is in it, and what was found in what they brought.

use crate::book::load;
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::settings;
use kithwork_core::start::{Found, Screen};
use kithwork_store::{Keepsake, Scope, Store};

/// What it is kept as, beside the facts: no change of the book, so that nothing has to be taken back.
const KIND: &str = "first_hour";
const SCREEN: &str = "screen";
const OVER: &str = "over";

/// Where the owner is in their first hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hour {
    /// They have not begun.
    NotBegun,
    /// They left it, or are, at this screen.
    At(Screen),
    /// They have been through it.
    Over,
}

/// Where the owner is.
///
/// # Errors
/// Those of the store.
pub async fn at(store: &dyn Store, ctx: &Ctx) -> Result<Hour> {
    ctx.require(Rights::Read)?;
    let kept = store.kept(ctx.tenant, KIND).await?;
    let Some(kept) = kept.into_iter().find(|one| one.name == SCREEN) else {
        return Ok(Hour::NotBegun);
    };
    Ok(Screen::named(&kept.value).map_or(Hour::Over, Hour::At))
}

/// Goes on to a screen; none is the end.
///
/// # Errors
/// Those of the store.
pub async fn go_on(store: &dyn Store, ctx: &Ctx, to: Option<Screen>) -> Result<()> {
    ctx.require(Rights::Write)?;
    let value = to.map_or(OVER, Screen::name).to_owned();
    let kept = Keepsake { name: SCREEN.to_owned(), value };
    Ok(store.keep(ctx.tenant, KIND, &kept).await?)
}

/// Once something was read in: whoever had nothing before goes on to what was found in it.
///
/// # Errors
/// Those of the store.
pub async fn brought(store: &dyn Store, ctx: &Ctx, was_empty: bool) -> Result<()> {
    match at(store, ctx).await? {
        Hour::At(Screen::Bring) => go_on(store, ctx, Some(Screen::Found)).await,
        Hour::NotBegun if was_empty => go_on(store, ctx, Some(Screen::Found)).await,
        _ => Ok(()),
    }
}

/// What was found so far: counts for the owner to check.
///
/// # Errors
/// Those of the store.
pub async fn found(store: &dyn Store, ctx: &Ctx) -> Result<Found> {
    ctx.require(Rights::Read)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let facts = store.load(ctx.tenant, Scope::Whole).await?;
    let book = load(store, ctx, today).await?;
    Ok(Found::of(&facts, &book, today))
}
