//! Fields out of statements, by the rank of their sources.

use super::ledger::Told;
use super::record::{Said, SaidMeeting, SaidPerson, SaidRoom};
use std::collections::BTreeMap;

/// The statements of one fact that say one kind of thing, the highest rank first.
pub(super) fn ranked<'t, T>(
    told: &'t [Told<'_>],
    at: &[usize],
    read: impl Fn(&'t Said) -> Option<&'t T>,
) -> Vec<&'t T> {
    let mut all: Vec<&'t Told<'_>> = at.iter().map(|&i| &told[i]).collect();
    all.sort_by(|a, b| a.rank(b));
    all.into_iter().filter_map(|told| read(told.said())).collect()
}

/// The first that says something.
pub(super) fn first<'s, S, T>(said: &[&'s S], field: impl Fn(&'s S) -> Option<T>) -> Option<T> {
    said.iter().copied().find_map(field)
}

/// What the owner can empty, so that no lower source fills it again.
pub(super) trait Forgets {
    /// Whether this one emptied a field of that name.
    fn forgets(&self, field: &str) -> bool;
}

macro_rules! forgets {
    ($($said:ident)+) => {
        $(impl Forgets for $said {
            fn forgets(&self, field: &str) -> bool {
                self.forgotten.contains(field)
            }
        })+
    };
}
forgets!(SaidPerson SaidRoom SaidMeeting);

/// The statements that count for a field: those above the first that forgets it, and that one.
pub(super) fn counting<'a, 's, S: Forgets>(said: &'a [&'s S], field: &str) -> &'a [&'s S] {
    let forgets = said.iter().position(|s| s.forgets(field));
    forgets.map_or(said, |at| &said[..=at])
}

/// Whether a field was emptied and nothing above says anything of it.
pub(super) fn is_forgotten<S: Forgets>(said: &[&S], field: &str) -> bool {
    said.iter().any(|s| s.forgets(field))
}

/// The first that says something of a field of its own name.
macro_rules! known {
    ($said:expr, $field:ident) => {
        $crate::handover::said::first(
            $crate::handover::said::counting($said, stringify!($field)),
            |s| s.$field.clone(),
        )
    };
}
pub(super) use known;

/// Notes, with unknown columns kept among them.
pub(super) fn with_columns(
    notes: Option<String>,
    columns: &BTreeMap<String, String>,
) -> Option<String> {
    if columns.is_empty() {
        return notes;
    }
    let mut lines: Vec<String> = notes.into_iter().collect();
    lines.extend(columns.iter().map(|(column, value)| format!("{column}: {value}")));
    Some(lines.join("\n"))
}
