//! F17: more people to stay in touch with than there is time for.

use super::share::evidence;
use super::{Finding, State};
use crate::ladder::State as Warmth;
use crate::models::decay::minutes_needed;
use crate::models::wilson::as_f64;
use crate::review::reading::{Reading, conversation_minutes};
use crate::review::time::hours;

const CODE: &str = "over-stretched";
/// What a touch takes where no one-to-one's length is known; minutes, judgement.
const USUAL_TOUCH: f64 = 60.0;

/// Σ minutes a touch ÷ the level's cadence, against the hours a week the owner has: arithmetic.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.over_stretched;
    let budget = reading.book.facts.settings.first().and_then(|s| s.hours_per_week);
    let Some(budget) = budget.filter(|&h| h > 0).map(|h| f64::from(h) * 60.0) else {
        return Finding::not_enough(CODE, line.threshold, unsaid(reading));
    };
    let touch = usual_touch(reading);
    let close: Vec<_> = (reading.network())
        .filter(|(_, _, s)| s.standing.level >= 2)
        .filter(|(_, _, s)| s.standing.state.is_some_and(|state| state != Warmth::Dormant))
        .collect();
    let cadence = |level: u8| reading.params.ladder.cadence_weeks.get(usize::from(level)).copied();
    let touches = close.iter().filter_map(|(_, _, s)| Some((touch, cadence(s.standing.level)??)));
    let need = minutes_needed(touches);
    let ratio = need / budget;
    let state = if ratio > line.threshold { State::Seen } else { State::NotSeen };
    let says = format!(
        "Staying in touch with {} people takes {} a week; you have {}.",
        close.len(),
        hours(whole(need)),
        hours(whole(budget))
    );
    Finding {
        state,
        measure: Some(ratio),
        numerator: Some(whole(need)),
        denominator: Some(whole(budget)),
        facts: close.iter().map(|(_, person, _)| person.id.into()).collect(),
        evidence: evidence(state, "Some people are content with less.", String::new()),
        says,
        try_next: "Choose the fifteen you most want to keep, and let the others know you rarely."
            .to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

/// Without the owner's hours nothing is judged: what was spent so far is no statement of what there is.
fn unsaid(reading: &Reading<'_>) -> String {
    let depth = crate::review::time::depth(reading);
    let ask = "Tell how many hours a week you have for people, and this can be worked out.";
    match depth.time.people_minutes.checked_div(u64::from(depth.weeks)) {
        Some(minutes) if minutes > 0 => {
            format!("{ask} Lately it was {} a week.", hours(minutes))
        }
        _ => ask.to_owned(),
    }
}

/// The mean length of one-to-ones, travel included.
fn usual_touch(reading: &Reading<'_>) -> f64 {
    let known =
        reading.conversations.iter().filter(|c| c.kind.is_one_to_one() && c.minutes.is_some());
    let (count, minutes) =
        known.fold((0_u64, 0_u64), |(n, sum), c| (n + 1, sum + conversation_minutes(c)));
    if count == 0 { USUAL_TOUCH } else { as_f64(minutes) / as_f64(count) }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded and never negative; `as` saturates beyond the range"
)]
fn whole(minutes: f64) -> u64 {
    minutes.round() as u64
}
