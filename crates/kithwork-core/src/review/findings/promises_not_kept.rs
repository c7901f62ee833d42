//! F14: promises of the owner's own, kept late or not at all.

use super::Finding;
use super::share::{Beyond, Share};
use crate::facts::{Promise, PromisedBy};
use crate::review::reading::Reading;

/// Of the owner's promises that were due in the period: the share not kept by their day.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let due: Vec<&Promise> = (reading.book.facts.promises.iter())
        .filter(|p| p.direction == PromisedBy::Mine && reading.sees(p.made_on))
        .filter(|p| p.due_on.is_some_and(|due| reading.from <= due && due < reading.as_of))
        .collect();
    let late = |p: &&&Promise| {
        p.due_on.is_some_and(|due| p.done_on.is_none_or(|done| done > due || done > reading.as_of))
    };
    let count = due.iter().filter(late).count() as u64;
    let open = due.iter().filter(|p| p.is_overdue(reading.as_of)).count();
    Share {
        code: "promises-not-kept",
        line: reading.params.findings.promises_not_kept,
        beyond: Beyond::Above,
        numerator: count,
        denominator: due.len() as u64,
        facts: due.iter().filter(late).map(|p| p.id).collect(),
        cases: "promises with a day",
        says: format!(
            "{count} of {} promises due in the last year were not kept by their day; still open: {open}.",
            due.len()
        ),
        against: "Some may have been kept without a note.",
        try_next: "Keep the oldest open one today, or say that you won't; promise less, by a later day.",
    }
    .judge(&reading.params.findings)
}
