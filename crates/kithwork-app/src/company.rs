//! Tables of a few key contacts who can help each other (mission row 4).

use crate::ctx::Ctx;
use crate::error::Result;
use crate::{book, settings};
use kithwork_core::matching::{Table, tables};
use kithwork_store::Store;
use serde::Serialize;

/// The tables that are proposed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tables {
    /// The best first; nobody sits at two.
    pub tables: Vec<Table>,
    /// What to do, in plain words.
    pub says: String,
}

/// Whom to invite together today.
///
/// # Errors
/// Those of the store.
pub async fn propose(store: &dyn Store, ctx: &Ctx) -> Result<Tables> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    let tables = ctx.derived(&book, today, || tables(&book, today, &ctx.params.matching));
    let says = if tables.is_empty() {
        "Of the people you have sat down with, no three are known yet who could help each other better \
         than the others could. Ask each what they look for, and note it."
    } else {
        "Each of these can help each other one at the table, not only you, and no two compete."
    };
    Ok(Tables { tables: tables.to_vec(), says: says.to_owned() })
}
