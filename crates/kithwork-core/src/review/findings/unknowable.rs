//! Findings for which a book holds no facts yet: said aloud, and never guessed.

use super::Finding;
use crate::review::reading::Reading;

/// F9: the wrong people for one-to-ones, which needs the owner's offer in words (row 65).
pub(super) fn wrong_people(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.wrong_people;
    let missing = "Not judged: it compares what you offer with what people look for, and your own offer is not written down here.";
    Finding::not_enough("wrong-people", line.threshold, missing)
}

/// F20: hand to mouth, which needs what the owner must earn a month (row 68).
pub(super) fn hand_to_mouth(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.hand_to_mouth;
    let missing =
        "Not judged: it needs the sum you have to earn in a month, which is not noted here.";
    Finding::not_enough("hand-to-mouth", line.threshold, missing)
}

/// F24: the same review twice with nothing changed, which needs an experiment to compare with
/// (row 46).
pub(super) fn same_again(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.same_again;
    let missing =
        "Not judged: note one thing you change, and the next review will say whether it did.";
    Finding::not_enough("same-again", line.threshold, missing)
}
