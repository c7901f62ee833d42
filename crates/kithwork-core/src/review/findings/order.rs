//! In which order findings are told: the cheapest to mend first, then the best supported (§4).

use super::{Finding, State};

/// What trying the suggestion takes in the first week, minutes; judgement. It orders findings and is
/// no promise.
const FIRST_WEEK_MINUTES: [(&str, u32); 26] = [
    ("not-measured", 2),
    ("promises-not-kept", 10),
    ("no-objective", 5),
    ("weak-introduction", 10),
    ("not-followed-up", 15),
    ("neglected-advocates", 15),
    ("few-sources", 15),
    ("dormant-ties", 20),
    ("sitting-with-friends", 20),
    ("taking-not-giving", 30),
    ("not-trusted", 30),
    ("same-again", 30),
    ("not-understood", 40),
    ("giving-not-understood", 40),
    ("wrong-people", 60),
    ("no-one-to-ones", 60),
    ("only-in-rooms", 60),
    ("one-off-meetings", 75),
    ("hand-to-mouth", 75),
    ("over-stretched", 80),
    ("fatigue", 90),
    ("meeting-heavy", 90),
    ("falling-return", 90),
    ("costly-channel", 120),
    ("narrow-network", 120),
    ("wrong-rooms", 180),
];

/// What trying it takes, minutes in the first week.
fn minutes(code: &str) -> u32 {
    FIRST_WEEK_MINUTES.iter().find(|(known, _)| *known == code).map_or(u32::MAX, |(_, m)| *m)
}

/// What is seen comes first: what stands beside all others before what may be chance, then the
/// cheapest to mend, then the strongest. The rest keeps its order.
pub(super) fn sort(findings: &mut [Finding]) {
    findings.sort_by(|one, two| match (one.state == State::Seen, two.state == State::Seen) {
        (true, true) => {
            let key = |f: &Finding| (!f.stands, minutes(f.code));
            // A finding without a chance of its own is none of the strongest for that.
            let strength = |f: &Finding| f.by_chance.unwrap_or(1.0);
            key(one).cmp(&key(two)).then(strength(one).total_cmp(&strength(two)))
        }
        (one, two) => two.cmp(&one),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::CODES;

    fn finding(code: &'static str, state: State, stands: bool) -> Finding {
        Finding { code, state, stands, ..Finding::default() }
    }

    #[test]
    fn every_code_has_its_price() {
        for code in CODES {
            assert!(minutes(code) < u32::MAX, "{code}");
        }
    }

    #[test]
    fn a_finding_without_a_chance_goes_before_none_as_cheap_that_has_one() {
        let seen = |code, by_chance| Finding { by_chance, ..finding(code, State::Seen, true) };
        let mut findings = vec![seen("hand-to-mouth", None), seen("one-off-meetings", Some(0.001))];
        sort(&mut findings);
        let codes: Vec<_> = findings.iter().map(|f| f.code).collect();
        assert_eq!(codes, ["one-off-meetings", "hand-to-mouth"]);
    }

    #[test]
    fn the_cheapest_comes_first_and_what_may_be_chance_comes_after() {
        let mut findings = vec![
            finding("meeting-heavy", State::NotSeen, false),
            finding("not-followed-up", State::Seen, false),
            finding("wrong-rooms", State::Seen, true),
            finding("promises-not-kept", State::Seen, true),
            finding("not-measured", State::NotEnoughData, false),
        ];
        sort(&mut findings);
        let codes: Vec<_> = findings.iter().map(|f| f.code).collect();
        assert_eq!(
            codes,
            [
                "promises-not-kept",
                "wrong-rooms",
                "not-followed-up",
                "meeting-heavy",
                "not-measured"
            ]
        );
    }
}
