//! F26: people who referred or introduced, and are out of touch now (row 51).

use super::share::evidence;
use super::{Finding, State};
use crate::facts::{Direction, Party};
use crate::models::wilson::as_f64;
use crate::review::reading::Reading;
use crate::review::words::many;

const CODE: &str = "neglected-advocates";
/// Somebody who did it twice is an advocate; judgement (§4 F26).
const TWICE: usize = 2;
/// So many of them must be out of touch; judgement (§4 F26).
const LEAST_LOST: u64 = 2;

/// Of those who referred or introduced twice or more: at least two, and at least half, are probably a
/// vague memory by now.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.neglected_advocates;
    let advocates: Vec<_> =
        reading.network().filter(|&(at, _, _)| times(reading, at) >= TWICE).collect();
    let lost: Vec<_> = (advocates.iter())
        .filter(|(_, _, seen)| {
            seen.standing.p_alive.is_some_and(|p| p < reading.params.alive.dormant_below)
        })
        .collect();
    let (count, of) = (lost.len() as u64, advocates.len() as u64);
    if of < line.least {
        let missing = format!(
            "So far {} referred or introduced you twice; it needs {} to tell.",
            many(of, "person", "people"),
            line.least
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let share = as_f64(count) / as_f64(of);
    let is_seen = count >= LEAST_LOST && share >= line.threshold;
    let state = if is_seen { State::Seen } else { State::NotSeen };
    let says = format!(
        "{count} of {of} people who referred or introduced you more than once are out of touch by now."
    );
    Finding {
        state,
        measure: Some(share),
        numerator: Some(count),
        denominator: Some(of),
        facts: lost.iter().map(|(_, person, _)| person.id.into()).collect(),
        evidence: evidence(
            state,
            says.clone(),
            "Contact that was not noted down is not seen here.",
            String::new(),
        ),
        says,
        try_next: "Thank one of them this week, and tell them what came of what they did."
            .to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

/// How often a person referred somebody to the owner or introduced the owner to somebody.
fn times(reading: &Reading<'_>, at: usize) -> usize {
    let Some(person) = reading.book.facts.people.get(at) else { return 0 };
    let referrals = (reading.book.referrals_at(at))
        .filter(|r| r.direction == Direction::Received && reading.sees(r.on));
    let introductions = (reading.book.introductions_at(at))
        .filter(|i| i.introduced_by == Party::Person(person.id) && reading.sees(i.on))
        .filter(|i| [i.person_a, i.person_b].contains(&Party::Me));
    referrals.count() + introductions.count()
}
