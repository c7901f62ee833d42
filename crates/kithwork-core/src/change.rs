//! A change: one action of a user as a value, holding its edits, so that undo, audit and sync read
//! one list.

use crate::fact::{Fact, FactKind};
use crate::id::{ChangeId, FactId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One action of a user. An import is one change, however many rows it writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Identity, UUIDv7.
    pub id: ChangeId,
    /// Who acted: `owner`, or an account's id.
    pub actor: String,
    /// What was done: `import`, `note`, `undo`…
    pub verb: String,
    /// When it was recorded.
    pub at: Timestamp,
    /// The day it speaks of, where it speaks of one.
    pub on: Option<Date>,
    /// The change that this one takes back.
    pub undoes: Option<ChangeId>,
    /// The rows it touched.
    pub edits: Vec<Edit>,
}

/// One row before and after. Neither side is a row that never was: at least one is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The row before; none where it was created.
    pub before: Option<Fact>,
    /// The row after; none where it was removed.
    pub after: Option<Fact>,
}

impl Edit {
    /// A new row.
    pub fn created(fact: impl Into<Fact>) -> Self {
        Self { before: None, after: Some(fact.into()) }
    }

    /// A row that goes.
    pub fn removed(fact: impl Into<Fact>) -> Self {
        Self { before: Some(fact.into()), after: None }
    }

    /// A row that changes; none where nothing does.
    pub fn changed(before: impl Into<Fact>, after: impl Into<Fact>) -> Option<Self> {
        let (before, after) = (before.into(), after.into());
        (before != after).then_some(Self { before: Some(before), after: Some(after) })
    }

    /// The row's kind and identity; none where both sides are missing.
    pub fn subject(&self) -> Option<(FactKind, FactId)> {
        self.after.as_ref().or(self.before.as_ref()).map(|fact| (fact.kind(), fact.id()))
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}
