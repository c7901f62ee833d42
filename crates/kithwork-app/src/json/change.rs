//! What was done, and what was taken back.

use jiff::Timestamp;
use jiff::civil::Date;
use kithwork_core::id::ChangeId;
use kithwork_store::Past;
use serde::Serialize;

/// Something that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DoneJson {
    /// The change that did it; none where all of it stood so already.
    pub change: Option<ChangeId>,
}

/// Past changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangesJson {
    /// The latest first.
    pub changes: Vec<PastJson>,
    /// Before which number the list goes on; none where this is all.
    pub next: Option<i64>,
}

/// One past change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct PastJson {
    pub id: ChangeId,
    pub seq: i64,
    pub was: String,
    /// When it was recorded, in UTC.
    pub at: Timestamp,
    pub on: Option<Date>,
    pub undoes: Option<ChangeId>,
    pub undone: bool,
    pub rows: u64,
}

impl ChangesJson {
    /// A page of at most `limit` changes, of which one more was asked for than are shown.
    pub fn of(past: &[Past], limit: usize) -> Self {
        let shown = past.iter().take(limit);
        let next = shown.clone().next_back().filter(|_| past.len() > limit).map(|last| last.seq);
        Self { changes: shown.map(PastJson::from).collect(), next }
    }
}

impl From<&Past> for PastJson {
    fn from(past: &Past) -> Self {
        Self {
            id: past.id,
            seq: past.seq,
            was: past.verb.clone(),
            at: past.at,
            on: past.on,
            undoes: past.undoes,
            undone: past.is_undone,
            rows: past.rows,
        }
    }
}

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
