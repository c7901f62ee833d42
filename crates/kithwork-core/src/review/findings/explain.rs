//! Why a finding reads as it does: its formula, what went in and what would change it.

use super::{Basis, Finding, State};
use crate::explanation::{Explanation, Input, Origin};
use crate::models::wilson::as_f64;
use crate::params::{FindingParams, Line};

/// How a finding is worked out, as `docs/models` calls it, and in what its measure is told.
pub(super) fn formula(code: &str, basis: Basis) -> (&'static str, &'static str) {
    match code {
        _ if basis == Basis::WhoIsThere => ("wilson-interval", "share"),
        _ if basis == Basis::NoneYet => ("none-of", "share"),
        "meeting-heavy" => ("depth-share", "share"),
        "wrong-rooms" | "giving-not-understood" | "falling-return" | "costly-channel" => {
            ("gamma-poisson", "chance")
        }
        "wrong-people" => ("mann-whitney", "share of pairs"),
        "over-stretched" => ("minutes-by-cadence", "ratio"),
        "narrow-network" => ("equal-kinds", "kinds"),
        "hand-to-mouth" => ("expected-cover", "months"),
        "fatigue" => ("least-squares-slope", "points a week"),
        "dormant-ties" => ("count", "people"),
        "same-again" => ("cosine", "share"),
        "neglected-advocates" => ("poisson-binomial", "share"),
        _ => ("wilson-interval", "share"),
    }
}

/// The line and the gate of a finding.
pub(super) fn line(code: &str, params: &FindingParams) -> Option<Line> {
    Some(match code {
        "meeting-heavy" => params.meeting_heavy,
        "not-followed-up" => params.not_followed_up,
        "no-one-to-ones" => params.no_one_to_ones,
        "no-objective" => params.no_objective,
        "one-off-meetings" => params.one_off_meetings,
        "not-understood" => params.not_understood,
        "not-trusted" => params.not_trusted,
        "wrong-rooms" => params.wrong_rooms,
        "wrong-people" => params.wrong_people,
        "sitting-with-friends" => params.sitting_with_friends,
        "weak-introduction" => params.weak_introduction,
        "taking-not-giving" => params.taking_not_giving,
        "giving-not-understood" => params.giving_not_understood,
        "promises-not-kept" => params.promises_not_kept,
        "falling-return" => params.falling_return,
        "costly-channel" => params.costly_channel,
        "over-stretched" => params.over_stretched,
        "narrow-network" => params.narrow_network,
        "few-sources" => params.few_sources,
        "hand-to-mouth" => params.hand_to_mouth,
        "fatigue" => params.fatigue,
        "only-in-rooms" => params.only_in_rooms,
        "dormant-ties" => params.dormant_ties,
        "same-again" => params.same_again,
        "not-measured" => params.not_measured,
        "neglected-advocates" => params.neglected_advocates,
        _ => return None,
    })
}

/// The explanation of a finding: everything that decided it, each with where it comes from.
pub(super) fn explanation(finding: &Finding, params: &FindingParams) -> Explanation {
    let (formula, unit) = formula(finding.code, finding.basis);
    let counted = |name, value, unit| Input::of(name, value, unit, Origin::Counted);
    let reckoned = |name, value, unit| Input::of(name, value, unit, Origin::Reckoned);
    let judged = |name, value, unit| Input::of(name, value, unit, Origin::Judgement);
    let mut inputs: Vec<Input> = Vec::new();
    inputs.extend(finding.numerator.map(|n| counted("cases that show it", as_f64(n), "1")));
    inputs.extend(finding.denominator.map(|n| counted("cases looked at", as_f64(n), "1")));
    inputs.extend(finding.measure.map(|value| reckoned("measure", value, unit)));
    inputs.extend(finding.low.map(|value| reckoned("low end", value, unit)));
    inputs.extend(finding.high.map(|value| reckoned("high end", value, unit)));
    inputs.push(judged("line", finding.threshold, unit));
    inputs.push(judged("confidence of the interval", params.confidence, "share"));
    if let Some(line) = line(finding.code, params) {
        inputs.push(judged("cases it takes", as_f64(line.least), "1"));
    }
    inputs
        .extend(finding.by_chance.map(|chance| reckoned("seen by chance alone", chance, "chance")));
    Explanation {
        formula,
        says: finding.says.clone(),
        inputs,
        facts: finding.facts.clone(),
        would_change: would_change(finding),
    }
}

fn would_change(finding: &Finding) -> String {
    match finding.state {
        _ if !finding.evidence.missing.is_empty() => finding.evidence.missing.clone(),
        State::Seen => finding.try_next.clone(),
        State::NotSeen | State::NotEnoughData => {
            "Cases beyond the line would change it, as would another line: the lines are our judgement."
                .to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::CODES;

    #[test]
    fn every_finding_has_its_line_its_formula_and_what_would_change_it() {
        let params = FindingParams::default();
        for code in CODES {
            assert!(line(code, &params).is_some(), "{code}");
            let finding = Finding {
                code,
                state: State::NotSeen,
                numerator: Some(3),
                denominator: Some(30),
                measure: Some(0.1),
                ..Finding::default()
            };
            let told = explanation(&finding, &params);
            assert!(!told.formula.is_empty() && told.inputs.len() >= 6, "{code}: {told:?}");
            assert!(!told.would_change.is_empty(), "{code}");
        }
        assert!(line("colour", &params).is_none());
    }
}
