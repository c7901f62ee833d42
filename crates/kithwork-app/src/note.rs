//! Quick capture: one line of plain words. Saving always succeeds and keeps the raw words.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::json::NoteJson;
use jiff::civil::Date;
use kithwork_store::Store;

/// Keeps a note and whatever can be understood of it. People it names whom the book doesn't know
/// are created; what is ambiguous becomes a question.
///
/// # Errors
/// [`Code::NoteEmpty`]; those of the store.
pub async fn take(
    _store: &dyn Store,
    ctx: &Ctx,
    text: &str,
    _on: Option<Date>,
) -> Result<NoteJson> {
    ctx.require(Rights::Write)?;
    if text.trim().is_empty() {
        return Err(Error::new(Code::NoteEmpty).hint("write what happened, as you would say it"));
    }
    Err(Error::new(Code::Internal))
}
