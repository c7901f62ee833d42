//! Who waits for the owner's word, and what was decided.

use crate::triage::Triaged;
use jiff::civil::Date;
use kithwork_core::facts::Care;
use kithwork_core::id::{ChangeId, PersonId};
use kithwork_core::review::Unrealised;
use serde::Serialize;

/// Who was met and never followed up, and the words there are for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TriageJson {
    /// Those with whom there is most to lose first.
    pub people: Vec<Unrealised>,
    /// What can be decided about each, or many at once.
    pub choices: [Care; 3],
}

/// What was decided, and how many still wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct TriagedJson {
    /// None where all of it stood so already.
    pub change: Option<ChangeId>,
    pub care: Care,
    pub on: Date,
    pub people: Vec<DecidedJson>,
    pub waiting: usize,
}

/// Somebody decided about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct DecidedJson {
    pub id: PersonId,
    pub name: String,
}

impl From<Vec<Unrealised>> for TriageJson {
    fn from(people: Vec<Unrealised>) -> Self {
        Self { people, choices: Care::ALL }
    }
}

impl From<&Triaged> for TriagedJson {
    fn from(triaged: &Triaged) -> Self {
        let people = triaged.people.iter();
        Self {
            change: triaged.change,
            care: triaged.care,
            on: triaged.on,
            people: people.map(|p| DecidedJson { id: p.id, name: p.name.clone() }).collect(),
            waiting: triaged.waiting,
        }
    }
}
