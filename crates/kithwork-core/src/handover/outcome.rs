//! What goes into a reconciliation and what comes out of it.

use super::record::{Record, Refusal};
use crate::change::Edit;

/// The records of one document, a file's.
#[derive(Clone, Debug)]
pub struct Batch<'a> {
    /// The document's name, by which its rows are known again and vanished ones are noticed.
    pub document: &'a str,
    /// What stood in it, in its order.
    pub records: Vec<Record>,
}

/// What a reconciliation leads to. Nothing is written yet: the edits are one change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The rows to write, in an order in which whatever is referred to is there first.
    pub edits: Vec<Edit>,
    /// What became of each batch's records, in the order of the batches.
    pub documents: Vec<DocumentOutcome>,
    /// Questions that wait for the owner once this is written.
    pub open_questions: u32,
}

/// What became of one document's records: `read` is the sum of created, updated, unchanged and
/// refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentOutcome {
    /// The document's name.
    pub document: String,
    /// Records read.
    pub read: u64,
    /// Records that told of something new.
    pub created: u64,
    /// Records that added to something known, or said something else than last time.
    pub updated: u64,
    /// Records that said what they said last time.
    pub unchanged: u64,
    /// Of those, records of contacts that are set aside.
    pub set_aside: u64,
    /// Records that cannot be facts, and what to do.
    pub refused: Vec<Refusal>,
    /// Rows that this document held when it was last read and no longer holds; they stay.
    pub vanished: u64,
}

impl DocumentOutcome {
    /// Records whose fate is told: as many as were read.
    pub fn told(&self) -> u64 {
        self.created + self.updated + self.unchanged + self.refused.len() as u64
    }
}
