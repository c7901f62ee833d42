//! What a change does to the rows, whatever its edits' order.

use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::id::FactId;
use std::collections::HashMap;

/// What becomes of one row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Net<'a> {
    /// The row as the book should hold it.
    pub(crate) before: Option<&'a Fact>,
    /// The row as the book will hold it.
    pub(crate) after: Option<&'a Fact>,
}

/// Joins the edits of each row, first to last. An edit that turns one row into another one is a
/// removal and a creation.
pub(crate) fn net(edits: &[Edit]) -> Vec<Net<'_>> {
    let mut rows: Vec<Net<'_>> = Vec::with_capacity(edits.len());
    let mut at: HashMap<(FactKind, FactId), usize> = HashMap::with_capacity(edits.len());
    for edit in edits {
        for (before, after) in sides(edit) {
            let Some(fact) = before.or(after) else { continue };
            let next = rows.len();
            let index = *at.entry((fact.kind(), fact.id())).or_insert(next);
            match rows.get_mut(index) {
                Some(row) => row.after = after,
                None => rows.push(Net { before, after }),
            }
        }
    }
    rows.retain(|row| row.before != row.after);
    rows
}

fn sides(edit: &Edit) -> Vec<(Option<&Fact>, Option<&Fact>)> {
    let key = |fact: &Fact| (fact.kind(), fact.id());
    match (edit.before.as_ref(), edit.after.as_ref()) {
        (Some(before), Some(after)) if key(before) != key(after) => {
            vec![(Some(before), None), (None, Some(after))]
        }
        both => vec![both],
    }
}
