//! How the owner begins: five answers to what keeps them from networking, five first weeks (mission
//! row 73).

use crate::ctx::Ctx;
use crate::error::Result;
use crate::{plan, settings};
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::change::Edit;
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Hindrance, Settings};
use kithwork_core::id::FactId;
use kithwork_core::review::Review;
use kithwork_core::start::{FirstWeek, Known};
use kithwork_store::Store;
use std::sync::Arc;

/// The first week of the owner's own answer; none while they have given none.
///
/// # Errors
/// Those of the store.
pub async fn first_week(store: &dyn Store, ctx: &Ctx) -> Result<Option<FirstWeek>> {
    let settings = settings::of(store, ctx).await?;
    let Some(because) = settings.hindrance else { return Ok(None) };
    let today = ctx.today(&settings);
    let book = plan::ahead(store, ctx, today).await?;
    let review = Review::of(&book, today, &ctx.params);
    let plan = plan::of(&book, ctx, &settings, today, None);
    let chosen = chosen(store, ctx, &book).await?;
    let known = Known { book: &book, review: &review, plan: &plan, today, chosen };
    Ok(Some(FirstWeek::of(because, known)))
}

/// The day on which the way that stands was chosen; none where none was, or the book does not tell. Read
/// from the changes once for each book.
///
/// # Errors
/// Those of the store.
pub async fn chosen(store: &dyn Store, ctx: &Ctx, book: &Arc<Book>) -> Result<Option<Date>> {
    if let Some(known) = ctx.known(book, &WhenChosen) {
        return Ok(*known);
    }
    let settings = settings::of(store, ctx).await?;
    let on = match settings.hindrance {
        Some(_) => chosen_on(store, ctx, &settings).await?,
        None => None,
    };
    Ok(*ctx.know(book, WhenChosen, on))
}

/// What the day is kept as, with the book it was read for.
#[derive(PartialEq)]
struct WhenChosen;

async fn chosen_on(store: &dyn Store, ctx: &Ctx, settings: &Settings) -> Result<Option<Date>> {
    let zone = settings::zone(&settings.zone);
    let id = FactId(settings.book.0);
    for (_, change, _) in store.changes_touching(ctx.tenant, id).await?.into_iter().rev() {
        let Some(change) = store.change(ctx.tenant, change).await? else { continue };
        if change.edits.iter().any(chooses) {
            return Ok(Some(change.at.to_zoned(zone).date()));
        }
    }
    Ok(None)
}

/// Whether what keeps the owner changes by it.
fn chooses(edit: &Edit) -> bool {
    let because = |fact: &Option<Fact>| match fact {
        Some(Fact::Settings(settings)) => settings.hindrance,
        _ => None,
    };
    because(&edit.before) != because(&edit.after)
}

/// Keeps the owner's answer; none takes it back, and with it the first week.
///
/// # Errors
/// Those of the store.
pub async fn answer(store: &dyn Store, ctx: &Ctx, because: Option<Hindrance>) -> Result<()> {
    let old = settings::of(store, ctx).await?;
    settings::keep(store, ctx, Settings { hindrance: because, ..old }).await
}
