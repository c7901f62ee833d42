//! What an import read and what became of it.

use kithwork_core::handover::ERASED;
use kithwork_core::handover::Refusal;
use kithwork_core::id::ChangeId;
use serde::Serialize;

/// What an import read and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportJson {
    /// File by file; a workbook or a zip counts once for each sheet or file in it.
    pub files: Vec<FileJson>,
    /// Questions that wait now.
    pub questions: u64,
    /// The change; none where nothing changed or nothing was to be written.
    pub change: Option<ChangeId>,
}

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FileJson {
    /// As it was named.
    pub path: String,
    /// `sheet:people`, `vcard`, `icalendar`…; `unknown` where it is of no kind we read.
    pub kind: String,
    /// Records read.
    pub read: u64,
    /// Records that made something new.
    pub created: u64,
    /// Records that added to something or corrected it.
    pub updated: u64,
    /// Records that said nothing new.
    pub unchanged: u64,
    /// Contacts that nothing supports.
    pub set_aside: u64,
    /// Records that could not be read.
    pub refused: Vec<RefusedJson>,
    /// Rows that it held when it was last read and no longer holds; they stay.
    pub vanished: u64,
    /// Columns kept as notes.
    pub ignored_columns: Vec<String>,
}

impl FileJson {
    /// Whether nothing of it could be read: no kind we know, or each of its records refused. That
    /// somebody erased is left out is no failure.
    pub fn is_refused(&self) -> bool {
        let failed = self.refused.iter().any(|refused| refused.reason != ERASED);
        self.created + self.updated + self.unchanged == 0 && failed
    }
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedJson {
    /// Its line, counted from 1.
    pub line: Option<u64>,
    /// Its number, counted from 1.
    pub record: Option<u64>,
    /// The reason, in kebab-case.
    pub reason: String,
    /// What to do about it.
    pub hint: String,
}

impl From<Refusal> for RefusedJson {
    fn from(refusal: Refusal) -> Self {
        let Refusal { line, record, reason, hint } = refusal;
        Self { line, record, reason, hint }
    }
}
