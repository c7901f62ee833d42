//! F5: many one-to-ones, hardly any second one (rows 50 and 52).

use super::Finding;
use super::share::{Beyond, Share};
use crate::days::days_before;
use crate::models::wilson::none_of_one_sided;
use crate::review::reading::Reading;
use crate::review::words::{many, tenths};
use crate::review::yields::passed_on_since_sat_down;

/// One-to-ones must lie back so many days, so that a second one had its time; judgement (§4 F5).
const MATURE_DAYS: i32 = 91;

/// Of the people whose first one-to-one lies a quarter back: the share with only one, counting at
/// most one a day.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let until = days_before(reading.as_of, MATURE_DAYS);
    let (mut once, mut of, mut talks) = (Vec::new(), 0_u64, 0_u64);
    for (_, person, seen) in reading.network() {
        let days = &seen.one_to_one_days;
        talks += days.len() as u64;
        if days.first().is_some_and(|&first| first <= until) {
            of += 1;
            if days.len() == 1 {
                once.push(person.id.into());
            }
        }
    }
    let numerator = once.len() as u64;
    Share {
        code: "one-off-meetings",
        line: reading.params.findings.one_off_meetings,
        beyond: Beyond::Above,
        numerator,
        denominator: of,
        facts: once,
        cases: [
            "person with a one-to-one more than a quarter ago",
            "people with a one-to-one more than a quarter ago",
        ],
        says: format!(
            "{numerator} of {} you first sat down with more than three months ago: seen once and not again.{}",
            many(of, "person", "people"),
            bound(reading, talks)
        ),
        against: "Some first meetings show that a second one is not needed.",
        try_next: "Choose five of these people and see them again; let the others go kindly.",
    }
    .judge(&reading.params.findings)
}

/// Where nothing ever came back, how much that still allows (row 50): a bound, no verdict.
fn bound(reading: &Reading<'_>, talks: u64) -> String {
    if talks == 0 || !passed_on_since_sat_down(reading).is_nothing() {
        return String::new();
    }
    let most = tenths(none_of_one_sided(talks, 0.95));
    format!(" None of {talks} led to a referral yet: the chance per meeting lies below {most}.")
}
