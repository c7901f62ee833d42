//! What was taken back.

use jiff::civil::Date;
use kithwork_core::id::ChangeId;
use serde::Serialize;

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UndoJson {
    /// The change that was taken back.
    pub undid: ChangeId,
    /// What it had done: `note`, `import`…
    pub was: String,
    /// The day it spoke of, else the day it was recorded.
    pub on: Date,
}
