//! F15: an hour returns less than it used to (row 48).

use super::share::evidence;
use super::{FALLING_RETURN as CODE, Finding, State};
use crate::review::reading::Reading;
use crate::review::stretch::{Beside, Length, Stretch, Verdict, differ};
use crate::review::words::many;

/// Referrals of the last half-year against those of the one before, each over the hours whose results
/// were to show in it; and what the last quarter alone says, which may be otherwise.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.falling_return;
    let now = Stretch::ending(reading, reading.as_of, Length::HalfYear);
    let before = now.before(reading);
    let beside = now.beside(&before, line);
    let events = now.count() + before.count();
    let Some(chance) = beside.less.filter(|_| beside.verdict != Verdict::TooFew) else {
        let missing = format!(
            "Too early to tell: {} in the last year; it takes {} over two half-years.",
            many(events, "referral", "referrals"),
            line.least
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    };
    let (state, missing) = match beside.verdict {
        Verdict::Less => (State::Seen, String::new()),
        Verdict::More => (State::NotSeen, String::new()),
        Verdict::Chance | Verdict::TooFew => {
            (State::NotEnoughData, "The next quarter would tell.".to_owned())
        }
    };
    Finding {
        state,
        measure: Some(chance),
        by_chance: Some(1.0 - chance),
        numerator: Some(now.count()),
        denominator: Some(events),
        says: says(&now, &before, &beside, &quarter(reading)),
        facts: now.referrals,
        evidence: evidence(
            state,
            "Good years are followed by usual ones by chance alone.",
            missing,
        ),
        try_next:
            "Look at what changed half a year ago: fewer one-to-ones, other rooms, another minute?"
                .to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

/// The last quarter beside the one before.
fn quarter(reading: &Reading<'_>) -> Beside {
    let now = Stretch::ending(reading, reading.as_of, Length::Quarter);
    now.beside(&now.before(reading), reading.params.findings.falling_return)
}

/// The half-year's judgement, the quarter's where it says something, and why they differ.
fn says(now: &Stretch, before: &Stretch, half: &Beside, quarter: &Beside) -> String {
    let counts = format!(
        "{} in the last half-year after {} in the one before.",
        many(now.count(), "referral", "referrals"),
        before.count()
    );
    let differ = differ(quarter.verdict, half.verdict);
    let told = quarter.verdict.is_decided() || differ.is_some();
    let quarter = told.then_some(quarter.says.as_str());
    let parts = [Some(counts.as_str()), Some(half.says.as_str()), quarter, differ];
    parts.into_iter().flatten().filter(|says| !says.is_empty()).collect::<Vec<_>>().join(" ")
}
