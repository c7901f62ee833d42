//! Everything that is held about one person, for them to read.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::who;
use kithwork_core::id::PersonId;
use kithwork_store::Store;

/// Everything held about one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// A page to read and print.
    pub html: String,
    /// The same as one JSON document.
    pub json: String,
}

/// Everything held about one person. Of others only their number is given.
///
/// # Errors
/// [`Code::PersonNotFound`]; those of the store.
pub async fn on(store: &dyn Store, ctx: &Ctx, id: PersonId) -> Result<Report> {
    ctx.require(Rights::Own)?;
    let _person = who::by_id(store, ctx, id).await?;
    Err(Error::new(Code::Internal))
}
