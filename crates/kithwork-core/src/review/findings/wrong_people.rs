//! F9: one-to-ones with people whom the owner can hardly help (row 65).

use super::share::evidence;
use super::{Finding, State};
use crate::id::FactId;
use crate::matching::{Offer, Offers};
use crate::models::wilson::{as_f64, normal_above, normal_quantile_two_sided};
use crate::review::reading::Reading;
use crate::review::words::{many, per_cent};
use std::collections::BTreeSet;

const CODE: &str = "wrong-people";
/// People not sat down with whose needs are known; judgement (§4 F9).
const LEAST_OTHERS: usize = 20;
/// People looked at on either side, those seen last: a large book need not be read whole for a
/// comparison.
const MOST: usize = 200;

/// How well the needs of those sat down with, and of the others, could be met by whom the owner knows.
struct Fits {
    chosen: Vec<f64>,
    others: Vec<f64>,
    facts: Vec<FactId>,
}

/// How often somebody not sat down with could have been helped better than somebody who was: the
/// chance that of two drawn by lot the other's need is met better (Mann & Whitney 1947).
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.wrong_people;
    let (chosen, others) = sides(reading);
    if (chosen.len() as u64) < line.least || others.len() < LEAST_OTHERS {
        let missing = format!(
            "What they look for is known of {} you sat down with in the last year and of {}; {} and {LEAST_OTHERS} begin to tell.",
            many(chosen.len() as u64, "person", "people"),
            many(others.len() as u64, "other", "others"),
            line.least
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let fits = fits(reading, &chosen, &others);
    if fits.chosen.iter().chain(&fits.others).all(|&fit| fit <= 0.0) {
        let missing = "Nobody you know seems to offer what they look for, so nobody could be helped more than another.";
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    judge(reading, &fits)
}

/// People whose need is known: those sat down with in the period, and those never sat down with.
fn sides(reading: &Reading<'_>) -> (Vec<usize>, Vec<usize>) {
    let (mut chosen, mut others) = (Vec::new(), Vec::new());
    for (at, person, seen) in reading.network() {
        if person.looking_for.as_deref().is_none_or(|text| text.trim().is_empty()) {
            continue;
        }
        match seen.one_to_one_days.last() {
            Some(&last) if last >= reading.from => chosen.push(at),
            None if seen.met.is_some() => others.push(at),
            Some(_) | None => {}
        }
    }
    let last = |at: &usize| {
        let seen = reading.people.get(*at);
        (std::cmp::Reverse(seen.and_then(|s| s.standing.last)), *at)
    };
    for side in [&mut chosen, &mut others] {
        side.sort_by_key(last);
        side.truncate(MOST);
    }
    (chosen, others)
}

/// What each could be helped with by somebody else among them.
fn fits(reading: &Reading<'_>, chosen: &[usize], others: &[usize]) -> Fits {
    let people = &reading.book.facts.people;
    let all: Vec<usize> = chosen.iter().chain(others).copied().collect();
    let offers = all.iter().filter_map(|&at| people.get(at)).map(Offer::from);
    let offers = Offers::of(offers, &reading.params.matching);
    let mut asking = offers.asking();
    let mut fit = |place: usize| {
        let need = all.get(place).and_then(|&at| people.get(at)?.looking_for.as_deref());
        let answers = need.map_or(&[][..], |need| asking.who_meets(need));
        answers.iter().find(|found| found.place != place).map_or(0.0, |found| found.fit)
    };
    let met: Vec<f64> = (0..all.len()).map(&mut fit).collect();
    let (one, two) = met.split_at(chosen.len());
    let facts = chosen.iter().filter_map(|&at| people.get(at)).map(|p| p.id.into()).collect();
    Fits { chosen: one.to_vec(), others: two.to_vec(), facts }
}

/// The chance that one of the others is met better, ties halved, and its standard error where both
/// sides are alike.
fn others_better(chosen: &[f64], others: &[f64]) -> (f64, f64) {
    let mut sorted = chosen.to_vec();
    sorted.sort_by(f64::total_cmp);
    let wins: f64 = others
        .iter()
        .map(|other| {
            let below = sorted.partition_point(|fit| fit < other);
            let up_to = sorted.partition_point(|fit| fit <= other);
            as_f64((below + up_to) as u64) / 2.0
        })
        .sum();
    let (n, m) = (as_f64(chosen.len() as u64), as_f64(others.len() as u64));
    (wins / (n * m), ((n + m + 1.0) / (12.0 * n * m)).sqrt())
}

fn judge(reading: &Reading<'_>, fits: &Fits) -> Finding {
    let params = &reading.params.findings;
    let line = params.wrong_people;
    let (share, error) = others_better(&fits.chosen, &fits.others);
    let half = normal_quantile_two_sided(params.confidence) * error;
    let (low, high) = ((share - half).max(0.0), (share + half).min(1.0));
    let state = if low > line.threshold {
        State::Seen
    } else if high <= line.threshold {
        State::NotSeen
    } else {
        State::NotEnoughData
    };
    let helped = fits.chosen.iter().filter(|&&fit| fit > 0.0).count() as u64;
    let says = format!(
        "Of two people, one you sat down with and one you did not, the other’s need could be met better in {} of cases; of {} people you sat down with, you know somebody for {helped}.",
        per_cent(share),
        fits.chosen.len()
    );
    let missing = match state {
        State::NotEnoughData => "It lies near the line: more one-to-ones would tell.".to_owned(),
        State::Seen | State::NotSeen => String::new(),
    };
    let distinct: BTreeSet<FactId> = fits.facts.iter().copied().collect();
    Finding {
        state,
        measure: Some(share),
        low: Some(low),
        high: Some(high),
        numerator: Some(helped),
        denominator: Some(fits.chosen.len() as u64),
        facts: distinct.into_iter().collect(),
        by_chance: Some(normal_above((share - line.threshold) / error)),
        evidence: evidence(state,
            "There are other good reasons to sit down with somebody.",
            missing,
        ),
        says,
        try_next: "Ask the next three people for a one-to-one of whom you already know whom they should meet."
            .to_owned(),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

#[cfg(test)]
mod tests {
    use super::others_better;

    /// Mann & Whitney: all pairs won is 1, all alike is one half.
    #[test]
    fn pairs_are_counted_and_ties_halved() {
        let near = |(share, _): (f64, f64), value: f64| assert!((share - value).abs() < 1e-12);
        near(others_better(&[0.0, 0.1], &[0.2, 0.3]), 1.0);
        near(others_better(&[0.5; 4], &[0.5; 3]), 0.5);
        near(others_better(&[0.1, 0.3], &[0.2]), 0.5);
    }
}
