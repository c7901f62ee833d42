//! F2: people met, and nothing followed (row 41).

use super::Finding;
use super::share::{Beyond, Share};
use crate::review::reading::Reading;

/// Of the people met in the period and at least a week ago: the share followed up within a week. Who
/// was met more recently is not judged.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let (mut took, mut missed) = (0_u64, Vec::new());
    for (_, person, seen) in reading.network() {
        if seen.met.and_then(|met| met.on).is_none_or(|on| on < reading.from) {
            continue;
        }
        match seen.path.and_then(|path| path.followed_up) {
            Some(true) => took += 1,
            Some(false) => missed.push(person.id.into()),
            None => {}
        }
    }
    let of = took + missed.len() as u64;
    Share {
        code: "not-followed-up",
        line: reading.params.findings.not_followed_up,
        beyond: Beyond::Below,
        numerator: took,
        denominator: of,
        facts: missed,
        cases: "people met at least a week ago",
        says: format!("{took} of {of} people met in the last year were followed up within a week."),
        against: "Messages that were not noted down are not seen here.",
        try_next: "After the next event, write two lines to each new person within two days.",
    }
    .judge(&reading.params.findings)
}
