//! F24: the same finding again, and nothing changed (row 46).

use super::{Finding, State};
use crate::review::again::Again;
use crate::review::reading::Reading;
use crate::review::words::per_cent;

const CODE: &str = "same-again";

/// Until it is known what repeats itself, nothing is.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.same_again;
    Finding::not_enough(CODE, line.threshold, "Nothing that is seen now was seen a quarter ago.")
}

/// Puts in what repeats itself. It is a finding only where the owner set out to change it and did
/// not: who never meant to change has not failed at it, and gets the question instead.
pub(super) fn told(again: &Again, findings: &mut [Finding]) {
    let Some(finding) = findings.iter_mut().find(|f| f.code == CODE) else { return };
    finding.measure = Some(again.similarity);
    finding.numerator = Some(again.codes.len() as u64);
    finding.says.clone_from(&again.says);
    finding.facts.clone_from(&again.meant);
    "Change one thing for six weeks, write down which, and look at this review again."
        .clone_into(&mut finding.try_next);
    finding.state = State::NotEnoughData;
    if again.meant.is_empty() {
        "Note one thing you change, and the next review will say whether it did."
            .clone_into(&mut finding.evidence.missing);
    } else {
        finding.state = State::Seen;
        finding.evidence.speaks_for = format!(
            "Your weeks are alike to {}; from {} on they count as the same.",
            per_cent(again.similarity),
            per_cent(finding.threshold)
        );
        "Some changes take longer than a quarter.".clone_into(&mut finding.evidence.speaks_against);
        finding.evidence.missing.clear();
    }
}
