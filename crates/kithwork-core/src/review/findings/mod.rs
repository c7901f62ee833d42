//! Possible reasons why little comes back (science.md §4), one a file. Each is a hypothesis with its
//! evidence: never one asserted cause.

mod costly_channel;
mod dormant_ties;
mod exchange;
mod explain;
mod falling_return;
mod fatigue;
mod few_sources;
mod hand_to_mouth;
mod measured;
mod meeting_heavy;
mod narrow_network;
mod neglected_advocates;
mod no_objective;
mod no_one_to_ones;
mod not_followed_up;
mod not_measured;
mod one_off_meetings;
mod only_in_rooms;
mod order;
mod over_stretched;
mod promises_not_kept;
mod same_again;
mod same_evidence;
mod share;
mod sitting_with_friends;
mod targets;
mod together;
mod understanding_gap;
mod weak_introduction;
mod wrong_people;
mod wrong_rooms;

pub(super) use measured::measure_in_words;
pub use targets::Fit;
pub(super) use targets::fits;
pub use together::Together;

use super::again::{self, Again};
use super::reading::Reading;
use crate::explanation::Explanation;
use crate::id::FactId;
use serde::Serialize;

/// A possible reason why little comes back, with its evidence: never one asserted cause.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Finding {
    /// The public code, such as `no-one-to-ones`.
    pub code: &'static str,
    /// By what it is measured, where that may be one thing or another.
    pub basis: Basis,
    /// Seen, not seen, or not enough data.
    pub state: State,
    /// What was measured, in the finding's own unit.
    pub measure: Option<f64>,
    /// The interval's lower end.
    pub low: Option<f64>,
    /// The interval's upper end.
    pub high: Option<f64>,
    /// Where the line is drawn.
    pub threshold: f64,
    /// Cases that show it.
    pub numerator: Option<u64>,
    /// Cases looked at.
    pub denominator: Option<u64>,
    /// The facts behind it.
    pub facts: Vec<FactId>,
    /// What it says, in plain words with its numbers; or what is missing to tell.
    pub says: String,
    /// What speaks for it, against it, and what is missing.
    pub evidence: Evidence,
    /// One thing to try.
    pub try_next: String,
    /// How likely so much would be seen by chance, were the truth just on the line: a one-sided
    /// p-value, or the posterior chance of the good side; 0..=1. None where it is counted and not
    /// estimated, or not judged.
    pub by_chance: Option<f64>,
    /// Whether it is seen, and still would be when all findings are weighed together.
    pub stands: bool,
    /// How it came about: formula, inputs, what would change it.
    pub explanation: Option<Explanation>,
}

/// What is known of a possible reason (row 44); what there is nothing of is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// What speaks for it.
    pub speaks_for: String,
    /// What speaks against it, or would explain it otherwise.
    pub speaks_against: String,
    /// What is missing to tell.
    pub missing: String,
}

/// By what a finding is measured. A room may be told by what came of it, or by who is there: two
/// measures in two units, under one code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// By the one measure of its code.
    #[default]
    Usual,
    /// A room by the share of its people whom the owner wants to meet.
    WhoIsThere,
    /// A share of which there was not a single case: by what one may still bring at most.
    NoneYet,
}

/// Whether a finding is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The whole interval lies beyond the threshold.
    Seen,
    /// The whole interval lies on the good side.
    NotSeen,
    /// Neither; more would decide.
    #[default]
    NotEnoughData,
}

/// F19's public code.
/// An hour brings less than it did (row 48).
pub(super) const FALLING_RETURN: &str = "falling-return";
pub(super) const FEW_SOURCES: &str = "few-sources";

/// The public codes, in the order of science.md §4: F1 to F26.
pub const CODES: [&str; 26] = [
    "meeting-heavy",
    "not-followed-up",
    "no-one-to-ones",
    "no-objective",
    "one-off-meetings",
    "not-understood",
    "not-trusted",
    "wrong-rooms",
    "wrong-people",
    "sitting-with-friends",
    "weak-introduction",
    "taking-not-giving",
    "giving-not-understood",
    "promises-not-kept",
    "falling-return",
    "costly-channel",
    "over-stretched",
    "narrow-network",
    "few-sources",
    "hand-to-mouth",
    "fatigue",
    "only-in-rooms",
    "dormant-ties",
    "same-again",
    "not-measured",
    "neglected-advocates",
];

impl Finding {
    /// A finding of which nothing can be said yet.
    fn not_enough(code: &'static str, threshold: f64, missing: impl Into<String>) -> Self {
        let missing = missing.into();
        Self {
            code,
            threshold,
            says: missing.clone(),
            evidence: Evidence { missing, ..Evidence::default() },
            ..Self::default()
        }
    }

    /// What is missing to tell, where its sentence doesn't say so already; else empty.
    pub fn also_missing(&self) -> &str {
        let missing = self.evidence.missing.as_str();
        if self.says.contains(missing) { "" } else { missing }
    }

    /// Takes a verdict back, and says why.
    fn hold_back(&mut self, why: &str) {
        self.state = State::NotEnoughData;
        self.by_chance = None;
        why.clone_into(&mut self.evidence.missing);
    }
}

const FINDERS: [fn(&Reading<'_>) -> Finding; 26] = [
    meeting_heavy::find,
    not_followed_up::find,
    no_one_to_ones::find,
    no_objective::find,
    one_off_meetings::find,
    understanding_gap::not_understood,
    understanding_gap::not_trusted,
    wrong_rooms::find,
    wrong_people::find,
    sitting_with_friends::find,
    weak_introduction::find,
    exchange::taking,
    exchange::giving,
    promises_not_kept::find,
    falling_return::find,
    costly_channel::find,
    over_stretched::find,
    narrow_network::find,
    few_sources::find,
    hand_to_mouth::find,
    fatigue::find,
    only_in_rooms::find,
    dormant_ties::find,
    same_again::find,
    not_measured::find,
    neglected_advocates::find,
];

/// Every finding, whatever its state: those that are seen first, the cheapest to mend before the
/// others, then the rest in the order of [`CODES`]. Where too little is noted down to judge anything,
/// no other verdict stands (§4 F25).
pub(super) fn all(reading: &Reading<'_>) -> (Vec<Finding>, Together, Option<Again>) {
    let mut findings: Vec<Finding> = FINDERS.iter().map(|find| find(reading)).collect();
    if is_seen(&findings, "not-measured") {
        for finding in findings.iter_mut().filter(|f| f.code != "not-measured") {
            finding.hold_back("Fewer than half of the weeks have an entry: too few to judge by.");
        }
    }
    same_evidence::hold_back(&mut findings);
    let again = again::of(reading, &findings);
    if let Some(again) = &again {
        same_again::told(again, &mut findings);
    }
    measured::tell(&mut findings, &reading.params.findings);
    let together = together::weigh(&mut findings, reading.params.findings.false_discovery);
    order::sort(&mut findings);
    for finding in &mut findings {
        finding.explanation = Some(explain::explanation(finding, &reading.params.findings));
    }
    (findings, together, again)
}

/// Whether one finding was seen at another date, for comparing with then.
pub(super) fn is_seen_at(reading: &Reading<'_>, code: &str) -> bool {
    at(reading, code).is_some_and(|finding| finding.state == State::Seen)
}

/// One finding by its code; none where there is no such code.
pub(super) fn at(reading: &Reading<'_>, code: &str) -> Option<Finding> {
    let place = CODES.iter().position(|known| *known == code)?;
    FINDERS.get(place).map(|find| find(reading))
}

fn is_seen(findings: &[Finding], code: &str) -> bool {
    findings.iter().any(|f| f.code == code && f.state == State::Seen)
}
