//! F8: a room whose people refer and introduce far less than those of the other rooms (row 40).

use super::share::evidence;
use super::{Finding, State, targets};
use crate::days::days_between;
use crate::facts::Party;
use crate::id::FactId;
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use crate::review::reading::Reading;
use crate::review::words::{many, per_cent};
use jiff::civil::Date;

const CODE: &str = "wrong-rooms";
/// One-to-ones count from each person's third on: nobody refers at first sight; judgement (§4 F8).
const FROM_THIRD: usize = 2;
/// Referrals and introductions in all rooms together before any is judged; judgement (§4 F8).
const LEAST_EVENTS: u64 = 5;
/// A room is wrong where it brings less than half of what the others do; judgement (§4 F8).
const TIMES_LESS: f64 = 2.0;

/// What the one-to-ones with a room's people brought.
#[derive(Clone, Debug, Default)]
struct Yield {
    one_to_ones: u64,
    mature: f64,
    events: u64,
    facts: Vec<FactId>,
}

impl Yield {
    fn add(&mut self, other: &Self) {
        self.one_to_ones += other.one_to_ones;
        self.mature += other.mature;
        self.events += other.events;
    }

    /// Jeffreys' prior: nothing is known of a room before.
    fn rate(&self) -> Gamma {
        Gamma { shape: 0.5, rate: 0.0 }.after(as_f64(self.events), self.mature)
    }

    fn is_mature(&self, least: u64, share: f64) -> bool {
        self.one_to_ones >= least && self.mature >= share * as_f64(self.one_to_ones)
    }
}

/// Each room against all others pooled: a median over few rooms can't work where most are wrong.
/// Where the owner said whom they want to meet, who is there speaks before what came can.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let finding = by_what_came(reading);
    match targets::find(reading) {
        Some(by_targets) if finding.state != State::Seen => by_targets,
        _ => finding,
    }
}

fn by_what_came(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.wrong_rooms;
    let yields = yields(reading);
    let all = pooled(&yields);
    if all.events < LEAST_EVENTS {
        let missing = format!(
            "So far {} came after the third one-to-one; {LEAST_EVENTS} begin to tell rooms apart.",
            many(all.events, "referral or introduction", "referrals and introductions")
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    match judged(reading, &yields, &all).max_by(|a, b| a.1.total_cmp(&b.1)) {
        Some((at, chance)) => judge(reading, at, chance, &yields, &all),
        None => Finding::not_enough(
            CODE,
            line.threshold,
            format!(
                "It needs {} one-to-ones, from the third on, with the people of one room.",
                line.least
            ),
        ),
    }
}

/// The rooms, by place in the book, that bring less than half of what the others do.
pub(super) fn wrong(reading: &Reading<'_>) -> Vec<usize> {
    let yields = yields(reading);
    let all = pooled(&yields);
    if all.events < LEAST_EVENTS {
        return Vec::new();
    }
    let line = reading.params.findings.wrong_rooms.threshold;
    judged(reading, &yields, &all).filter(|(_, chance)| *chance >= line).map(|(at, _)| at).collect()
}

fn pooled(yields: &[Yield]) -> Yield {
    let mut all = Yield::default();
    for one in yields {
        all.add(one);
    }
    all
}

/// Each room with enough mature one-to-ones, and the chance that it brings less than half.
fn judged<'a>(
    reading: &'a Reading<'_>,
    yields: &'a [Yield],
    all: &'a Yield,
) -> impl Iterator<Item = (usize, f64)> + 'a {
    let least = reading.params.findings.wrong_rooms.least;
    let mature = reading.params.returns.mature_from;
    let enough = yields.iter().enumerate().filter(move |(_, one)| one.is_mature(least, mature));
    enough.filter_map(move |(at, one)| Some((at, chance_of_less(one, all)?)))
}

/// The chance that a room brings less than half as much a one-to-one as the others; none where there
/// are no others.
fn chance_of_less(one: &Yield, all: &Yield) -> Option<f64> {
    let others = Yield {
        one_to_ones: all.one_to_ones - one.one_to_ones,
        mature: all.mature - one.mature,
        events: all.events - one.events,
        facts: Vec::new(),
    };
    let enough = one.mature > 0.0 && others.mature > 1e-9 && others.one_to_ones > 0;
    enough.then(|| others.rate().exceeds_times(one.rate(), TIMES_LESS))
}

fn judge(reading: &Reading<'_>, at: usize, chance: f64, yields: &[Yield], all: &Yield) -> Finding {
    let line = reading.params.findings.wrong_rooms;
    let Some(one) = yields.get(at) else { return Finding::not_enough(CODE, line.threshold, "") };
    let state = if chance >= line.threshold {
        State::Seen
    } else if chance <= 1.0 - line.threshold {
        State::NotSeen
    } else {
        State::NotEnoughData
    };
    let name = reading.room(at).map_or("This room", |room| room.name.as_str());
    let says = format!(
        "{name}: {} after {}; elsewhere {} after {}.",
        many(one.events, "referral or introduction", "referrals and introductions"),
        many(one.one_to_ones, "one-to-one", "one-to-ones"),
        all.events - one.events,
        all.one_to_ones - one.one_to_ones
    );
    let missing = match state {
        State::NotEnoughData => format!(
            "The chance that it brings less than half is {}; it takes {} to say so.",
            per_cent(chance),
            per_cent(line.threshold)
        ),
        State::Seen | State::NotSeen => String::new(),
    };
    Finding {
        state,
        measure: Some(chance),
        by_chance: Some(1.0 - chance),
        numerator: Some(one.events),
        denominator: Some(one.one_to_ones),
        facts: one.facts.clone(),
        evidence: evidence(
            state,
            "A room may bring other things: learning, company, standing.",
            missing.clone(),
        ),
        says: if missing.is_empty() { says } else { format!("{says} {missing}") },
        try_next: format!(
            "For three months, give half of the time at {name} to people you know from elsewhere."
        ),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

fn yields(reading: &Reading<'_>) -> Vec<Yield> {
    let mut yields = vec![Yield::default(); reading.book.facts.rooms.len()];
    for (at, person, seen) in reading.network() {
        let Some(one) = seen.origin.and_then(|room| yields.get_mut(room)) else { continue };
        let days = &seen.one_to_one_days;
        let Some(&third) = days.get(FROM_THIRD) else { continue };
        let counted = days.get(FROM_THIRD..).unwrap_or(&[]);
        one.one_to_ones += counted.len() as u64;
        one.mature +=
            counted.iter().map(|&on| reading.mature(days_between(on, reading.as_of))).sum::<f64>();
        let is_after = |on: Option<Date>| on.is_some_and(|on| third <= on && on <= reading.as_of);
        let passed_on = reading.book.passed_on_at(at, reading.as_of).into_iter();
        let passed_on = passed_on.filter(|one| is_after(one.on)).map(|one| one.fact);
        let introductions = (reading.book.introductions_at(at))
            .filter(|i| i.introduced_by == Party::Person(person.id) && is_after(i.on))
            .map(|i| i.id);
        let before = one.facts.len();
        one.facts.extend(passed_on.chain(introductions));
        one.events += (one.facts.len() - before) as u64;
    }
    yields
}
