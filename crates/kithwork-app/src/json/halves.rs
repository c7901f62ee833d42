//! A one-to-one and what both halves brought.

use jiff::civil::Date;
use kithwork_core::change::Change;
use kithwork_core::facts::{Conversation, Person};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use serde::Serialize;

/// A one-to-one as it is written down now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct HalvesJson {
    pub change: ChangeId,
    pub conversation: FactId,
    pub person: PersonId,
    pub name: String,
    pub on: Date,
    pub they_learned: Option<String>,
    pub i_learned: Option<String>,
    /// Whether only one half is filled.
    pub one_way: bool,
    /// What the half that is missing is asked for with; none where none is.
    pub asks: Vec<&'static str>,
}

impl HalvesJson {
    /// The one-to-one after a change.
    pub fn of(change: &Change, talk: &Conversation, person: &Person) -> Self {
        let halves = [
            (&talk.they_learned, "What did they learn of your work?"),
            (&talk.i_learned, "How could you help them?"),
        ];
        let missing = halves.into_iter().filter(|(half, _)| half.is_none());
        Self {
            change: change.id,
            conversation: talk.id,
            person: person.id,
            name: person.name.clone(),
            on: talk.on,
            they_learned: talk.they_learned.clone(),
            i_learned: talk.i_learned.clone(),
            one_way: talk.is_one_way(),
            asks: missing.map(|(_, asks)| asks).collect(),
        }
    }
}
