//! F12 and F13: taking more than giving, and giving without being understood (rows 21 and 61).

use super::share::{Beyond, Share, evidence};
use super::{Finding, State};
use crate::days::days_before;
use crate::facts::Direction;
use crate::id::FactId;
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use crate::review::acts_of_help::{ActOfHelp, acts_of_help};
use crate::review::reading::Reading;
use crate::review::words::many;
use std::collections::BTreeSet;

/// Everything given and received up to the date, as the ledger of help counts it: told twice it is one, and an
/// introduction between two helps both.
fn exchanges(reading: &Reading<'_>) -> Vec<ActOfHelp> {
    acts_of_help(reading.book, reading.as_of)
}

/// The entries, each once.
fn entries<'a>(acts: impl Iterator<Item = &'a ActOfHelp>) -> Vec<FactId> {
    acts.map(|act| act.fact).collect::<BTreeSet<FactId>>().into_iter().collect()
}

fn is_given(act: &ActOfHelp) -> bool {
    act.direction == Direction::Given
}

/// The share of the period's exchanges in which the owner gave.
pub(super) fn taking(reading: &Reading<'_>) -> Finding {
    let exchanges = exchanges(reading);
    let recent: Vec<&ActOfHelp> =
        exchanges.iter().filter(|e| e.on.is_none_or(|on| on >= reading.from)).collect();
    let given = recent.iter().filter(|act| is_given(act)).count() as u64;
    let of = recent.len() as u64;
    Share {
        code: "taking-not-giving",
        line: reading.params.findings.taking_not_giving,
        beyond: Beyond::Below,
        numerator: given,
        denominator: of,
        facts: entries(recent.iter().copied().filter(|act| !is_given(act))),
        cases: ["of either", "of either"],
        says: format!(
            "You gave in {given} and received in {} of {} of help, referrals and introductions in the last year.",
            of - given,
            many(of, "exchange", "exchanges")
        ),
        against: "What you gave without noting it down is not seen here. This is for your eyes only.",
        try_next: "Offer one introduction this week, to somebody who has not asked.",
    }
    .judge(&reading.params.findings)
}

const CODE: &str = "giving-not-understood";
/// Giving has had its time after so many days; judgement (§4 F13).
const MATURE_DAYS: i32 = 182;
/// Only a share of giving above this is one-sided; judgement (§4 F13).
const ONE_SIDED_ABOVE: f64 = 0.8;

/// Much given and hardly anything back, half a year on: perhaps people don't know how to help.
pub(super) fn giving(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.giving_not_understood;
    let until = days_before(reading.as_of, MATURE_DAYS);
    let exchanges = exchanges(reading);
    let mature: Vec<&ActOfHelp> =
        exchanges.iter().filter(|e| e.on.is_none_or(|on| on <= until)).collect();
    let given = mature.iter().filter(|act| is_given(act)).count() as u64;
    let received = exchanges.iter().filter(|act| !is_given(act)).count() as u64;
    if given < line.least {
        let missing = format!(
            "Of the help, referrals and introductions that you gave, {given} lie half a year back; {} more would begin to show what comes of them.",
            line.least - given
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    judge(reading, given, received, entries(mature.iter().copied().filter(|act| is_given(act))))
}

/// Jeffreys' prior and one unit of exposure: both sides had the same time.
fn posterior(count: u64) -> Gamma {
    Gamma { shape: 0.5, rate: 0.0 }.after(as_f64(count), 1.0)
}

fn judge(reading: &Reading<'_>, given: u64, received: u64, facts: Vec<FactId>) -> Finding {
    let line = reading.params.findings.giving_not_understood;
    // P(received < ½ given) = P(given > 2 received).
    let chance = posterior(given).exceeds_times(posterior(received), 2.0);
    let share = as_f64(given + 1) / as_f64(given + received + 2);
    let state = if share > ONE_SIDED_ABOVE && chance >= line.threshold {
        State::Seen
    } else if share <= ONE_SIDED_ABOVE || chance <= 1.0 - line.threshold {
        State::NotSeen
    } else {
        State::NotEnoughData
    };
    let says = format!(
        "Help, referrals and introductions: {given} given more than half a year ago, {received} received so far."
    );
    let missing = match state {
        State::NotEnoughData => "A few more months would tell.".to_owned(),
        State::Seen | State::NotSeen => String::new(),
    };
    Finding {
        state,
        measure: Some(chance),
        by_chance: Some(1.0 - chance),
        numerator: Some(received),
        denominator: Some(given),
        facts,
        evidence: evidence(
            state,
            "Help takes its time, and much of it is never noted down.",
            missing,
        ),
        says,
        try_next:
            "Ask two of the people you helped to say back what you do; teach rather than ask."
                .to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}
