//! What someone said they would do.

use crate::days::days_between;
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

/// Days for which a promise without a day is brought up; judgement: later it is an old thread, and presses nobody.
const FOR: i32 = 60;

impl Promise {
    /// Whether the week that ends on a Sunday brings it up: it is due by then, or has no day and was made in
    /// the two months before. Of one without either day nothing tells.
    pub fn is_of_week(&self, sunday: Date) -> bool {
        let lately = |made: Date| made <= sunday && days_between(made, sunday) <= FOR;
        self.due_on.map_or_else(|| self.made_on.is_some_and(lately), |due| due <= sunday)
    }

    /// Where it stands among the promises of the week that begins on a Monday: those due in it, then those past
    /// their day, then those without one; the oldest first.
    pub fn place(&self, monday: Date) -> impl Ord + use<> {
        let turn = match self.due_on {
            Some(due) if due >= monday => 0,
            Some(_) => 1,
            None => 2,
        };
        (turn, self.due_on.or(self.made_on), self.id)
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
