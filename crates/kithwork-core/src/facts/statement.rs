//! What a source last said about a fact: the provenance of every field that came from outside.

use crate::fact::FactKind;
use crate::handover::Said;
use crate::id::FactId;
use crate::source::Source;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What one source last said about one fact. A fact's fields follow from its statements by the rank
/// of their sources, so files may arrive in any order, and an own edit (a statement of
/// [`Source::Own`]) outlives every later import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// Who says it.
    pub source: Source,
    /// What makes this record the same record again in that source: a row's key, a `UID`.
    pub key: String,
    /// The document it stood in, a file's name.
    pub document: String,
    /// The kind of fact it is about.
    pub about: FactKind,
    /// The fact it is about now; changes when facts are joined or parted.
    pub subject: FactId,
    /// The fact it was first written to, so that parting two people returns it there.
    pub written_under: FactId,
    /// What it says.
    pub said: Said,
    /// When this source last said something new here.
    pub recorded_at: Timestamp,
}
