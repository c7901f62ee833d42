//! F17: more people to stay in touch with than there is time for.

use super::share::evidence;
use super::{Finding, State};
use crate::ladder::Upkeep;
use crate::review::reading::Reading;
use crate::review::time::hours;
use crate::review::words::many;
use crate::rounding::whole;

const CODE: &str = "over-stretched";

/// Σ minutes a touch ÷ the level's cadence, against the hours a week the owner has: arithmetic.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.over_stretched;
    let budget = reading.book.facts.settings.first().and_then(|s| s.hours_per_week);
    let Some(budget) = budget.filter(|&h| h > 0).map(|h| f64::from(h) * 60.0) else {
        return Finding::not_enough(CODE, line.threshold, unsaid(reading));
    };
    let network = reading
        .network()
        .map(|(_, person, seen)| (person, seen.standing.level, seen.standing.state));
    let Upkeep { minutes: need, people } =
        Upkeep::of(reading.book, network, reading.as_of, &reading.params.ladder);
    let ratio = need / budget;
    let state = if ratio > line.threshold { State::Seen } else { State::NotSeen };
    let says = format!(
        "Staying in touch with {} takes {} a week; you have {}.",
        many(people.len() as u64, "person", "people"),
        hours(whole(need)),
        hours(whole(budget))
    );
    Finding {
        state,
        measure: Some(ratio),
        numerator: Some(whole(need)),
        denominator: Some(whole(budget)),
        facts: people,
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
