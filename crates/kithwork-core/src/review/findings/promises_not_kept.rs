//! F14: promises of the owner's own, kept late or not at all, and referrals left lying.

use super::share::{Beyond, Share};
use super::{Finding, State};
use crate::days::{days_after, days_between};
use crate::facts::{Promise, PromisedBy, ReferralStatus};
use crate::id::FactId;
use crate::review::reading::Reading;
use crate::review::returns::referrals_received;
use crate::review::words::many;
use jiff::civil::{Date, Weekday};

const CODE: &str = "promises-not-kept";
/// A referral received says without words that one will get in touch: within so many working days;
/// judgement (§4 F14).
const WORKING_DAYS: i32 = 2;

/// Of the owner's promises that were due in the period: the share not kept by their day. Where that is
/// no worry: of the referrals received, the share that was not taken up within two working days.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let kept = promises(reading);
    if kept.state == State::Seen {
        return kept;
    }
    let taken_up = taken_up(reading);
    if taken_up.state == State::Seen { taken_up } else { kept }
}

fn promises(reading: &Reading<'_>) -> Finding {
    let due: Vec<&Promise> = (reading.book.facts.promises.iter())
        .filter(|p| p.direction == PromisedBy::Mine && reading.sees(p.made_on))
        .filter(|p| p.due_on.is_some_and(|due| reading.from <= due && due < reading.as_of))
        .collect();
    let late = |p: &&&Promise| {
        p.due_on.is_some_and(|due| p.done_on.is_none_or(|done| done > due || done > reading.as_of))
    };
    let count = due.iter().filter(late).count() as u64;
    let open = due.iter().filter(|p| p.is_overdue(reading.as_of)).count();
    Share {
        code: CODE,
        line: reading.params.findings.promises_not_kept,
        beyond: Beyond::Above,
        numerator: count,
        denominator: due.len() as u64,
        facts: due.iter().filter(late).map(|p| p.id).collect(),
        cases: ["promise with a day", "promises with a day"],
        says: format!(
            "{count} of {}; still open: {open}.",
            many(
                due.len() as u64,
                "promise due in the last year was not kept by its day",
                "promises due in the last year were not kept by their day"
            )
        ),
        against: "Some may have been kept without a note.",
        try_next: "Keep the oldest open one today, or say that you won’t; promise less, by a later day.",
    }
    .judge(&reading.params.findings)
}

fn taken_up(reading: &Reading<'_>) -> Finding {
    let (taken_up, lying) = referrals(reading);
    let of = (taken_up + lying.len()) as u64;
    Share {
        code: CODE,
        line: reading.params.findings.promises_not_kept,
        beyond: Beyond::Above,
        numerator: lying.len() as u64,
        denominator: of,
        cases: ["referral received", "referrals received"],
        says: format!(
            "{} of {} not taken up within two working days, as far as is noted.",
            lying.len(),
            many(
                of,
                "referral received in the last year was",
                "referrals received in the last year were"
            )
        ),
        facts: lying,
        against: "You may have been in touch without noting it down.",
        try_next: "Get in touch about the oldest one today, and tell whoever sent it.",
    }
    .judge(&reading.params.findings)
}

/// The period's referrals whose two working days are over: how many were taken up, and which were not.
/// One whose state nobody noted counts for neither; and where no state between open and decided is ever
/// noted, open says only that it is not decided.
fn referrals(reading: &Reading<'_>) -> (usize, Vec<FactId>) {
    use ReferralStatus as Status;
    let (mut taken_up, mut lying) = (0, Vec::new());
    let between = |s| matches!(s, Some(Status::Contacted | Status::Met | Status::Proposed));
    if !referrals_received(reading).any(|r| between(r.status)) {
        return (taken_up, lying);
    }
    for referral in referrals_received(reading) {
        let due = referral.on.filter(|&on| reading.from <= on).map(two_working_days_after);
        if due.is_none_or(|due| due >= reading.as_of) {
            continue;
        }
        match referral.status {
            Some(Status::Open) => lying.push(referral.id),
            Some(_) => taken_up += 1,
            None => {}
        }
    }
    (taken_up, lying)
}

fn two_working_days_after(on: Date) -> Date {
    let mut day = on;
    let mut left = WORKING_DAYS;
    // Two working days never take more than four days; the bound only guards the end of time.
    while left > 0 && days_between(on, day) < 7 && day < Date::MAX {
        day = days_after(day, 1);
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_referral_of_friday_has_until_tuesday() {
        assert_eq!(two_working_days_after(date(2026, 11, 13)), date(2026, 11, 17));
        assert_eq!(two_working_days_after(date(2026, 11, 16)), date(2026, 11, 18));
        assert_eq!(two_working_days_after(Date::MAX), Date::MAX);
    }
}
