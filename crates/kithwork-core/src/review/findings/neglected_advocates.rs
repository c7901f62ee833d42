//! F26: people who referred or introduced, and are out of touch now (row 51).

use super::share::evidence;
use super::{Finding, State};
use crate::id::FactId;
use crate::models::poisson_binomial::at_least;
use crate::models::wilson::as_f64;
use crate::review::advocates::{TWICE, times};
use crate::review::reading::Reading;
use crate::review::words::{many, per_cent};

const CODE: &str = "neglected-advocates";
/// So many of them at least must be out of touch; judgement (§4 F26).
const LEAST_LOST: usize = 2;

/// Somebody who referred or introduced twice or more.
struct Advocate {
    id: FactId,
    /// The chance that the relationship still lives.
    p_alive: f64,
}

/// The chance that at least two, and at least half, of those who referred or introduced twice or more
/// are out of touch by now. Each has a chance of their own, so a few who hover at the line decide
/// nothing.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.neglected_advocates;
    let advocates: Vec<Advocate> = reading
        .network()
        .filter(|&(at, _, _)| times(reading, at) >= TWICE)
        .filter_map(|(_, person, seen)| {
            Some(Advocate { id: person.id.into(), p_alive: seen.standing.p_alive? })
        })
        .collect();
    let of = advocates.len() as u64;
    if of < line.least {
        let missing = format!(
            "So far {} referred or introduced you twice; it needs {} to tell.",
            many(of, "person", "people"),
            line.least
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    judge(reading, &advocates)
}

/// How many of so many are at least that share, and at least two.
fn enough(of: usize, share: f64) -> usize {
    (1..=of).find(|&k| as_f64(k as u64) >= share * as_f64(of as u64)).unwrap_or(of).max(LEAST_LOST)
}

fn judge(reading: &Reading<'_>, advocates: &[Advocate]) -> Finding {
    let line = reading.params.findings.neglected_advocates;
    let least = enough(advocates.len(), line.threshold);
    let chance = at_least(advocates.iter().map(|a| 1.0 - a.p_alive), least);
    let sure = reading.params.findings.sure;
    let state = if chance >= sure {
        State::Seen
    } else if chance <= 1.0 - sure {
        State::NotSeen
    } else {
        State::NotEnoughData
    };
    let below = reading.params.alive.dormant_below;
    let lost: Vec<FactId> = advocates.iter().filter(|a| a.p_alive < below).map(|a| a.id).collect();
    let (count, of) = (lost.len() as u64, advocates.len() as u64);
    let says = format!(
        "{count} of {} who referred or introduced you more than once: probably out of touch by now.",
        many(of, "person", "people")
    );
    let missing = match state {
        State::NotEnoughData => format!(
            "The chance that it is half of them or more is {}; it takes {} to say so.",
            per_cent(chance),
            per_cent(sure)
        ),
        State::Seen | State::NotSeen => String::new(),
    };
    Finding {
        state,
        measure: Some(as_f64(count) / as_f64(of)),
        numerator: Some(count),
        denominator: Some(of),
        facts: lost,
        by_chance: Some(1.0 - chance),
        evidence: evidence(
            state,
            "Contact that was not noted down is not seen here.",
            missing.clone(),
        ),
        says: if missing.is_empty() { says } else { format!("{says} {missing}") },
        try_next: "Thank one of them this week, and tell them what came of what they did."
            .to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}
