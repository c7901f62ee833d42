//! F10: at events, mostly talking with people already known (row 42; Ingram & Morris 2007).

use super::Finding;
use super::share::{Beyond, Share};
use crate::id::FactId;
use crate::review::reading::Reading;
use crate::review::words::many;

const CODE: &str = "sitting-with-friends";
/// Events that must have conversations noted; judgement (§4 F10).
const LEAST_EVENTS: usize = 3;

/// The share of talks at events with somebody known before. Two in three is normal in a room that
/// meets regularly; over the whole book, since in the third year of one room everybody is known.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.sitting_with_friends;
    let (mut known, mut of, mut events) = (0_u64, 0_u64, 0_usize);
    let mut facts: Vec<FactId> = Vec::new();
    for meeting in reading.meetings.iter().filter(|m| !m.people.is_empty()) {
        events += 1;
        facts.push(meeting.id);
        for &person in &meeting.people {
            let Some(at) = reading.book.person_index(person) else { continue };
            of += 1;
            known += u64::from(is_known_before(reading, at, meeting.on));
        }
    }
    if events < LEAST_EVENTS {
        let missing = format!(
            "Whom you talked to is noted for {} so far; {LEAST_EVENTS} would begin to show it.",
            many(events as u64, "event", "events")
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    Share {
        code: CODE,
        line,
        beyond: Beyond::Above,
        numerator: known,
        denominator: of,
        facts,
        cases: ["talk at an event", "talks at events"],
        says: format!(
            "{known} of {} with people you knew already.",
            many(of, "talk at an event was", "talks at events were")
        ),
        against: "It is what most people do; in a closed group it is the point.",
        try_next: "At the next event, speak first to one person you have not met.",
    }
    .judge(&reading.params.findings)
}

fn is_known_before(reading: &Reading<'_>, at: usize, on: jiff::civil::Date) -> bool {
    let person = reading.book.facts.people.get(at);
    person.and_then(|p| p.met_on).is_some_and(|met| met < on)
        || reading.book.meetings_at(at).next().is_some_and(|m| m.on < on)
        || reading.book.talks_at(at).first().is_some_and(|t| t.on < on)
}
