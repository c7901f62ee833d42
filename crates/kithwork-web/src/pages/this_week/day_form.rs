//! The form that gives a talk its day: after a yes, or another day than the one that stands.

use kithwork_core::id::FactId;

/// The form that gives a talk its day.
#[derive(Clone, Debug)]
pub(crate) struct DayForm {
    /// Which talk.
    pub id: FactId,
    /// What opens it.
    pub label: &'static str,
    /// Whether it is the one that is meant to be pressed.
    pub is_first: bool,
    /// What its ticket is made of.
    pub key: String,
}

impl DayForm {
    pub(super) fn of(id: FactId, label: &'static str, is_first: bool) -> Self {
        Self { id, label, is_first, key: format!("agree-{id}") }
    }
}
