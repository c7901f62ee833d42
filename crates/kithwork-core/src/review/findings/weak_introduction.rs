//! F11: the minute in which one says what one does, unprepared or changed at the last moment (row 43).

use super::Finding;
use super::share::{Beyond, Share};
use crate::facts::Meeting;
use crate::review::reading::Reading;
use crate::review::time::since;

/// The share of the period's minutes that were prepared.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let minutes: Vec<&Meeting> = (since(reading.meetings, |m| m.on, reading.from).iter())
        .filter(|m| m.pitch_prepared.is_some())
        .collect();
    let prepared = |m: &&&Meeting| m.pitch_prepared == Some(true);
    let changed = minutes.iter().filter(|m| m.pitch_changed == Some(true)).count();
    let count = minutes.iter().filter(prepared).count() as u64;
    Share {
        code: "weak-introduction",
        line: reading.params.findings.weak_introduction,
        beyond: Beyond::Below,
        numerator: count,
        denominator: minutes.len() as u64,
        facts: minutes.iter().filter(|m| !prepared(m)).map(|m| m.id).collect(),
        cases: "meetings with a word on whether your minute was prepared",
        says: format!(
            "{count} of {} minutes in the last year were prepared, and {changed} were changed just before.",
            minutes.len()
        ),
        against: "What people remember tells more: ask three of them what you do.",
        try_next: "Write next week's minute now, with one request, and leave it as it is.",
    }
    .judge(&reading.params.findings)
}
