//! What was understood of a note.

use jiff::civil::Date;
use kithwork_core::id::ChangeId;
use kithwork_core::money::Money;
use serde::Serialize;

/// What was understood of a note. The raw words are kept whatever that was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteJson {
    /// The change.
    pub change: ChangeId,
    /// The facts read out of it, in the order of the words.
    pub understood: Vec<UnderstoodJson>,
    /// People the book did not know.
    pub created_people: Vec<String>,
    /// Groups the book did not know; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub created_groups: Vec<String>,
    /// What stayed open, in plain words; each is a question now.
    pub unclear: Vec<String>,
    /// Whether the same words were noted already: then `change` is that of then, and nothing is written.
    /// Left out where they were not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

impl NoteJson {
    /// Of words that a change noted before.
    pub fn again(before: ChangeId) -> Self {
        Self {
            change: before,
            understood: Vec::new(),
            created_people: Vec::new(),
            created_groups: Vec::new(),
            unclear: Vec::new(),
            again: true,
        }
    }
}

/// One fact: which fields it has depends on its kind, and one that is unknown is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct UnderstoodJson {
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prep_minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// The owner's energy afterwards, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub energy: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
}
