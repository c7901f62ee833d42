//! The sheet to prepare a one-to-one with.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::person;
use jiff::civil::Date;
use kithwork_core::id::PersonId;
use kithwork_store::Store;
use serde::Serialize;

/// What to know and to bring before sitting down with someone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Their name.
    pub name: String,
    /// What they are, and where.
    pub organisation: Option<String>,
    /// The plain label of where they stand.
    pub level: Option<String>,
    /// Since when they stand there.
    pub since: Option<Date>,
    /// The room they were met in.
    pub met_at: Option<String>,
    /// When something last happened.
    pub last: Option<Date>,
    /// What the coming one is for, where that was said.
    pub objective: Option<String>,
    /// The owner's aims that they matter to.
    pub goals: Vec<String>,
    /// What they do and whom they serve.
    pub about_them: Vec<String>,
    /// What they look for: the owner's chance to help.
    pub looking_for: Vec<String>,
    /// What the owner promised them and has not done yet.
    pub my_promises: Vec<String>,
    /// What they promised.
    pub their_promises: Vec<String>,
    /// What to bring.
    pub bring: Vec<String>,
    /// What to ask.
    pub questions: Vec<String>,
}

/// The sheet for one person.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); those of the store.
pub async fn sheet(store: &dyn Store, ctx: &Ctx, id: PersonId) -> Result<Sheet> {
    let shown = person::show(store, ctx, id).await?;
    Ok(Sheet { name: shown.person.name, ..Sheet::default() })
}
