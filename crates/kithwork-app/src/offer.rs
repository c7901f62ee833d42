//! What people offer: every open offer with who might want it, closed or put right in one tap.

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::line::line;
use crate::{book, settings};
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Offer;
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::matching::{OpenOffer, open_needs, open_offers};
use kithwork_store::Store;
use serde::Serialize;
use std::sync::Arc;

/// The longest offer, characters.
const LONGEST: usize = 500;

/// An offer that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    /// Its id.
    pub id: FactId,
    /// Whose.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// When it was heard.
    pub on: Option<Date>,
    /// In the owner's words.
    pub what: String,
    /// Who might want it, at most three.
    pub wanted_by: Vec<Wanting>,
}

/// Who might want an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wanting {
    /// Somebody of the book.
    pub person: PersonId,
    /// By name.
    pub name: String,
}

/// Every open offer, the latest heard first.
///
/// # Errors
/// Those of the store.
pub async fn open(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Open>> {
    ctx.require(Rights::Read)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    Ok(of(&book, today, ctx).to_vec())
}

/// The same of a book that is read already.
pub fn of(book: &Arc<Book>, today: Date, ctx: &Ctx) -> Arc<Vec<Open>> {
    ctx.derived(book, today, || {
        let needs = open_needs(book, today);
        let open = open_offers(book, today, &needs, &ctx.params.matching);
        open.into_iter().filter_map(|offer| told(book, offer)).collect()
    })
}

fn told(book: &Book, offer: OpenOffer) -> Option<Open> {
    let name = |id: PersonId| book.person(id).map(|person| person.name.clone());
    let wanting = |&person: &PersonId| Some(Wanting { person, name: name(person)? });
    Some(Open {
        id: offer.fact,
        person: offer.person,
        name: name(offer.person)?,
        on: offer.on,
        wanted_by: offer.wanted_by.iter().filter_map(wanting).collect(),
        what: offer.what,
    })
}

/// Notes that an offer was taken up or withdrawn, today.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn close(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Option<Change>> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let closed = |offer: Offer| Offer { closed_on: offer.closed_on.or(Some(today)), ..offer };
    changed(store, ctx, id, "close_offer", closed).await
}

/// Puts an offer into other words.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where there are no words, or too many; those of the store.
pub async fn edit(store: &dyn Store, ctx: &Ctx, id: FactId, what: &str) -> Result<Option<Change>> {
    let what = line("what", what, LONGEST)?;
    if what.is_empty() {
        let problem = "is empty: close it if it stands no more";
        return Err(Error::new(Code::ValueInvalid).field("what", problem));
    }
    changed(store, ctx, id, "offer", |offer| Offer { what, ..offer }).await
}

async fn changed(
    store: &dyn Store,
    ctx: &Ctx,
    id: FactId,
    verb: &str,
    after: impl FnOnce(Offer) -> Offer,
) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    let Some(Fact::Offer(before)) = store.fact(ctx.tenant, FactKind::Offer, id).await? else {
        return Err(Error::new(Code::NotFound).hint("this offer is no longer in the book"));
    };
    let edit = Edit::changed(before.clone(), after(before));
    let change = deed::done(store, ctx, verb, None, edit).await?;
    Ok(change)
}
