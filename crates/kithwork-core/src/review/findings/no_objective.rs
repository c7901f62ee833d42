//! F4: one-to-ones without an objective (row 17).

use super::Finding;
use super::share::{Beyond, Share};
use crate::facts::{Conversation, ObjectiveMet};
use crate::review::reading::Reading;
use crate::review::time::since;
use crate::review::words::many;

const CODE: &str = "no-objective";

/// The share of the period's one-to-ones that had an objective. A book that never names one doesn't
/// record them at all: that is unknown, and not none.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.no_objective;
    let one_to_ones: Vec<&Conversation> = (since(&reading.conversations, |c| c.on, reading.from)
        .iter())
    .copied()
    .filter(|c| c.kind.is_one_to_one())
    .collect();
    let has = |c: &&&Conversation| c.objective.is_some() || c.objective_met.is_some();
    if !reading.conversations.iter().any(|c| has(&c)) {
        let missing = "No one-to-one has an objective noted: note what the next one is for.";
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let with = one_to_ones.iter().filter(has).count() as u64;
    let reached = |met| one_to_ones.iter().filter(|c| c.objective_met == Some(met)).count();
    let of = one_to_ones.len() as u64;
    Share {
        code: CODE,
        line,
        beyond: Beyond::Below,
        numerator: with,
        denominator: of,
        facts: one_to_ones.iter().filter(|c| !has(c)).map(|c| c.id).collect(),
        cases: ["one-to-one", "one-to-ones"],
        says: format!(
            "{with} of {} in the last year had an objective; {} reached it, {} in part.",
            many(of, "one-to-one", "one-to-ones"),
            reached(ObjectiveMet::Yes),
            reached(ObjectiveMet::Partly)
        ),
        against: "An objective may have been clear without being written down.",
        try_next: "Before the next one-to-one, write one line: what would make this hour worthwhile for both?",
    }
    .judge(&reading.params.findings)
}
