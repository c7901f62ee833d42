//! Fields out of statements, by the rank of their sources.

use super::ledger::Told;
use super::record::Said;
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
