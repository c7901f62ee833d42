//! What someone said they would do.

use crate::days::{days_after, days_between};
use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something promised. Only the owner's own promises are reminded of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// The other party.
    pub person: PersonId,
    /// Whose promise it is.
    pub direction: PromisedBy,
    /// What was promised, in the owner's words.
    pub what: String,
    /// When it was made.
    pub made_on: Option<Date>,
    /// When it is due.
    pub due_on: Option<Date>,
    /// When it was kept.
    pub done_on: Option<Date>,
}

/// Days within which a promise without a day is expected to be kept; judgement.
const WITHIN: i32 = 7;
/// Days for which it is still expected; judgement: later it is an old thread, and presses nobody.
const FOR: i32 = 60;

impl Promise {
    /// The day by which it is expected as things stand at a date: its own; without one, a week after it was
    /// made, for two months. None where nothing tells.
    pub fn expected_by(&self, as_of: Date) -> Option<Date> {
        self.due_on.or_else(|| {
            let made = self.made_on.filter(|&made| days_between(made, as_of) <= FOR)?;
            Some(days_after(made, WITHIN))
        })
    }

    /// Whether it was due before `as_of` and not kept by then.
    pub fn is_overdue(&self, as_of: Date) -> bool {
        self.due_on.is_some_and(|due| due < as_of) && self.done_on.is_none_or(|done| done > as_of)
    }
}

/// Whose promise it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum PromisedBy {
    Mine,
    Theirs,
}
