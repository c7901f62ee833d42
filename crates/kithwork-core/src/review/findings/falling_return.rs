//! F15: an hour returns less than it used to (row 48).

use super::share::evidence;
use super::{Finding, State};
use crate::days::{days_before, days_between};
use crate::id::FactId;
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use crate::review::reading::Reading;
use crate::review::returns::referrals_received;
use crate::review::words::{many, per_cent};
use jiff::civil::Date;

const CODE: &str = "falling-return";
/// The halves compared; days, judgement (§4 F15).
const HALF_YEAR: i32 = 182;

/// Referrals of the last half-year against those of the one before, each over the hours whose results
/// were to show in it.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.falling_return;
    let (now, middle, start) = (
        reading.as_of,
        days_before(reading.as_of, HALF_YEAR),
        days_before(reading.as_of, 2 * HALF_YEAR),
    );
    let recent = referrals_between(reading, middle, now);
    let before = referrals_between(reading, start, middle);
    let events = (recent.len() + before.len()) as u64;
    let (hours_now, hours_before) = maturing(reading, middle, start);
    if events < line.least || hours_before <= 0.0 || hours_now <= 0.0 {
        let missing = format!(
            "Too early to tell: {} in the last year; it takes {} over two half-years.",
            many(events, "referral", "referrals"),
            line.least
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let rate = |k: usize, hours| Gamma { shape: 0.5, rate: 0.0 }.after(as_f64(k as u64), hours);
    let chance = rate(before.len(), hours_before).exceeds(rate(recent.len(), hours_now));
    let says = format!(
        "{} in the last half-year after {} in the one before; the chance that an hour returns less now is {}.",
        many(recent.len() as u64, "referral", "referrals"),
        before.len(),
        per_cent(chance)
    );
    judge(reading, chance, says, recent, events)
}

fn judge(
    reading: &Reading<'_>,
    chance: f64,
    says: String,
    recent: Vec<FactId>,
    events: u64,
) -> Finding {
    let line = reading.params.findings.falling_return;
    let (state, missing) = if chance >= line.threshold {
        (State::Seen, String::new())
    } else if chance <= 1.0 - line.threshold {
        (State::NotSeen, String::new())
    } else {
        (State::NotEnoughData, "It could be chance: the next quarter would tell.".to_owned())
    };
    Finding {
        state,
        measure: Some(chance),
        by_chance: Some(1.0 - chance),
        numerator: Some(recent.len() as u64),
        denominator: Some(events),
        facts: recent,
        evidence: evidence(
            state,
            "Good years are followed by usual ones by chance alone.",
            missing,
        ),
        says,
        try_next:
            "Look at what changed half a year ago: fewer one-to-ones, other rooms, another minute?"
                .to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

fn referrals_between(reading: &Reading<'_>, after: Date, until: Date) -> Vec<FactId> {
    let is_in = |on: Option<Date>| on.is_some_and(|on| after < on && on <= until);
    referrals_received(reading).filter(|r| is_in(r.on)).map(|r| r.id).collect()
}

/// Hours whose results were to show since `middle`, and between `start` and `middle`.
fn maturing(reading: &Reading<'_>, middle: Date, start: Date) -> (f64, f64) {
    let lag = reading.params.returns.lag();
    let by = |on: Date, end: Date| lag.share_by(f64::from(days_between(on, end)) / 7.0);
    let (mut now, mut before) = (0.0, 0.0);
    for (week, minutes) in &reading.weeks {
        let on = days_before(reading.as_of, week.saturating_mul(7).saturating_add(3));
        let hours = as_f64(*minutes) / 60.0;
        now += hours * (by(on, reading.as_of) - by(on, middle));
        before += hours * (by(on, middle) - by(on, start));
    }
    (now, before)
}
