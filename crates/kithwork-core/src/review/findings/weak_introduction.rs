//! F11: the minute in which one says what one does: unprepared, changed at the last moment, or not
//! remembered (rows 31, 32 and 43).

use super::share::{Beyond, Share};
use super::{Finding, State};
use crate::facts::Meeting;
use crate::params::Line;
use crate::review::reading::Reading;
use crate::review::recall::{self, Recall};
use crate::review::time::since;
use crate::review::words::many;

const CODE: &str = "weak-introduction";
/// Fewer than this share having it right is a minute that does not arrive; judgement (§4 F11).
const REMEMBERED: f64 = 0.5;

/// The share of the period's minutes that were prepared; where that is no worry, the share of those
/// asked who could say what the owner does.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let prepared = prepared(reading);
    let recall = recall::count(reading);
    if prepared.state == State::Seen || recall.asked < recall::LEAST {
        return prepared;
    }
    let remembered = remembered(reading, recall);
    if remembered.state == State::Seen { remembered } else { prepared }
}

fn remembered(reading: &Reading<'_>, recall: Recall) -> Finding {
    Share {
        code: CODE,
        line: Line { threshold: REMEMBERED, least: recall::LEAST },
        beyond: Beyond::Below,
        numerator: recall.right,
        denominator: recall.asked,
        says: format!(
            "{} of {} you asked could say what you do.",
            recall.right,
            many(recall.asked, "person", "people")
        ),
        facts: recall.facts,
        cases: ["person asked what you do", "people asked what you do"],
        against: "Some of them may have heard you only once.",
        try_next: "Say it in one sentence with one example, and ask the next three people to say it back.",
    }
    .judge(&reading.params.findings)
}

fn prepared(reading: &Reading<'_>) -> Finding {
    let minutes: Vec<&Meeting> = (since(reading.meetings, |m| m.on, reading.from).iter())
        .filter(|m| m.pitch_prepared.is_some())
        .collect();
    let prepared = |m: &&&Meeting| m.pitch_prepared == Some(true);
    let changed = minutes.iter().filter(|m| m.pitch_changed == Some(true)).count();
    let changed =
        if changed == 0 { String::new() } else { format!(", and {changed} changed just before") };
    let count = minutes.iter().filter(prepared).count() as u64;
    Share {
        code: CODE,
        line: reading.params.findings.weak_introduction,
        beyond: Beyond::Below,
        numerator: count,
        denominator: minutes.len() as u64,
        facts: minutes.iter().filter(|m| !prepared(m)).map(|m| m.id).collect(),
        cases: [
            "meeting with a word on whether your minute was prepared",
            "meetings with a word on whether your minute was prepared",
        ],
        says: format!(
            "{count} of {} prepared{changed}.",
            many(
                minutes.len() as u64,
                "minute in the last year was",
                "minutes in the last year were"
            )
        ),
        against: "What people remember tells more: ask three of them what you do.",
        try_next: "Write next week’s minute now, with one request, and leave it as it is.",
    }
    .judge(&reading.params.findings)
}
