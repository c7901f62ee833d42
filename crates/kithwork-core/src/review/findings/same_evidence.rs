//! Findings that rest on the same evidence: it speaks once, for the nearest cause.

use super::{Finding, is_seen};

/// Where nobody is sat down with, everybody is seen in rooms only: no second reason.
pub(super) fn hold_back(findings: &mut [Finding]) {
    if !is_seen(findings, "no-one-to-ones") {
        return;
    }
    for finding in findings.iter_mut().filter(|f| f.code == "only-in-rooms") {
        finding.hold_back(
            "It would say the same as that meetings lead to no one-to-ones: look at that first.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::State;

    #[test]
    fn seen_in_rooms_only_is_no_second_reason() {
        let seen = |code| Finding { code, state: State::Seen, ..Finding::default() };
        let mut findings = vec![seen("no-one-to-ones"), seen("only-in-rooms"), seen("fatigue")];
        hold_back(&mut findings);
        let states: Vec<State> = findings.iter().map(|f| f.state).collect();
        assert_eq!(states, [State::Seen, State::NotEnoughData, State::Seen]);
        let mut alone = vec![seen("only-in-rooms")];
        hold_back(&mut alone);
        assert_eq!(alone[0].state, State::Seen);
    }
}
