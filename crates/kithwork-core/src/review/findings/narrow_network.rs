//! F18: a network of few kinds of people (row 54).

use super::share::evidence;
use super::{Finding, State};
use crate::id::FactId;
use crate::ladder::State as Warmth;
use crate::models::diversity::Diversity;
use crate::models::wilson::{at_least_by_chance, normal_above, normal_quantile_two_sided, wilson};
use crate::params::Line;
use crate::review::reading::Reading;
use crate::review::variety;
use crate::review::words::{many, per_cent};
use std::collections::BTreeMap;

const CODE: &str = "narrow-network";
/// One kind holding more than this share is narrow too; judgement (§4 F18).
const LARGEST: f64 = 0.6;

const WIDEN: &str =
    "Choose the next event for who is there that you do not know yet: another line of business.";

/// How many equal lines of business the living network behaves like, corrected for its size. The line is the owner's
/// own aim where there is one.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let (line, aim) = (reading.params.findings.narrow_network, variety::aim(reading));
    let line = Line { threshold: aim.map_or(line.threshold, f64::from), ..line };
    let mut kinds: BTreeMap<String, u64> = BTreeMap::new();
    let mut facts: Vec<FactId> = Vec::new();
    for (_, person, seen) in reading.network() {
        let Some(sector) = person.sector.as_deref().map(str::trim).filter(|s| !s.is_empty()) else {
            continue;
        };
        if seen.standing.state.is_some_and(|state| state != Warmth::Dormant) {
            *kinds.entry(sector.to_lowercase()).or_default() += 1;
            facts.push(person.id.into());
        }
    }
    let people = facts.len() as u64;
    if people < line.least {
        let missing = format!(
            "The line of business is known of {} you are in touch with; {} more would begin to show it.",
            many(people, "person", "people"),
            line.least - people
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    judge(reading, &kinds, facts, (line, aim.is_some()))
}

fn in_lines(people: u64, lines: u64) -> String {
    let lines = many(lines, "line of business", "lines of business");
    format!("{} in touch, in {lines}", many(people, "person", "people"))
}

fn judge(
    reading: &Reading<'_>,
    kinds: &BTreeMap<String, u64>,
    facts: Vec<FactId>,
    (line, has_aim): (Line, bool),
) -> Finding {
    let params = &reading.params.findings;
    let people = facts.len() as u64;
    let group = Diversity::of(kinds.values().copied());
    let (low, value, high) =
        group.equal_kinds_interval(normal_quantile_two_sided(params.confidence));
    let (name, count) =
        kinds.iter().max_by_key(|&(_, n)| n).map_or(("", 0), |(name, &n)| (name.as_str(), n));
    let (share_low, share_high) = wilson(count, people, params.confidence).unwrap_or((0.0, 1.0));
    // Who says how varied they want to be has said how large the largest may be.
    let (is_large, is_small) = (!has_aim && share_low > LARGEST, has_aim || share_high <= LARGEST);
    let state = if high < line.threshold || is_large {
        State::Seen
    } else if low >= line.threshold && is_small {
        State::NotSeen
    } else {
        State::NotEnoughData
    };
    let says = format!(
        "{}, as varied as {:.1} of equal size; {} of them are in {name}. Allowing for lines that so few people can’t show, it is {value:.1}.",
        in_lines(people, kinds.len() as u64),
        group.equal_kinds(),
        per_cent(group.largest()),
    );
    let missing = match state {
        State::NotEnoughData => "It lies near the line: more people would tell.".to_owned(),
        State::Seen | State::NotSeen => String::new(),
    };
    Finding {
        state,
        measure: Some(value),
        low: Some(low),
        high: Some(high),
        by_chance: Some(
            narrow_by_chance(line.threshold, (low, value, high), params.confidence)
                .min(if has_aim { 1.0 } else { at_least_by_chance(count, people, LARGEST) }),
        ),
        numerator: Some(count),
        denominator: Some(people),
        facts,
        evidence: evidence(state, "A narrow network may be just what you aim for.", missing),
        says,
        try_next: variety::widens(reading, &variety::of_lines(reading))
            .unwrap_or_else(|| WIDEN.to_owned()),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

/// How likely so few kinds are seen where there are as many as the line says; on the scale of the
/// logarithm, where the error is even.
fn narrow_by_chance(line: f64, (low, value, high): (f64, f64, f64), confidence: f64) -> f64 {
    let error = (high / low).ln() / (2.0 * normal_quantile_two_sided(confidence));
    let distance = (line / value).ln();
    if error > 0.0 && distance.is_finite() {
        normal_above(distance / error)
    } else {
        f64::from(u8::from(value >= line))
    }
}
