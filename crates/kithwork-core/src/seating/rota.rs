//! One-to-ones round a group, so that nobody meets the same again while others are left (§3.9).

use super::round_robin::{Round, arranged, round_robin};
use crate::models::blossom::{MOST_NODES, heaviest_of_largest};

/// What meeting once more costs beside all that scores of one round can add up to.
const AGAIN: i64 = 1_000_000;
/// What a score of 1 counts; times the pairs of the largest group it stays below [`AGAIN`].
const SCORE: f64 = 1000.0;

/// So many rounds for a group: in each the matching of greatest weight, −10⁶ for every time two have
/// met plus a thousandth as much for how well they fit. `met` and `fits` (0..=1) are symmetric, by
/// place in the group. Where all-meet-all repeats fewer meetings than that, it stands instead, its
/// best rounds first. In an odd group whoever rested least rests. None for more than 599 members.
pub fn rota(
    members: usize,
    rounds: usize,
    met: impl Fn(usize, usize) -> u32,
    fits: impl Fn(usize, usize) -> f64,
) -> Option<Vec<Round>> {
    if members >= MOST_NODES {
        return None;
    }
    if members < 2 {
        return Some(Vec::new());
    }
    let past = Ledger::new(members, met);
    let greedy = greedy(&past, rounds, &fits)?;
    let turns = turns(&past, rounds, &fits);
    Some(if past.repeats(&turns) < past.repeats(&greedy) { turns } else { greedy })
}

/// Who met whom how often; the seat after the last member is the empty one.
#[derive(Clone)]
struct Ledger {
    members: usize,
    seats: usize,
    met: Vec<u32>,
}

impl Ledger {
    fn new(members: usize, met: impl Fn(usize, usize) -> u32) -> Self {
        let seats = members + members % 2;
        let mut ledger = Self { members, seats, met: vec![0; seats * seats] };
        for a in 0..members {
            for b in a + 1..members {
                ledger.met[a * seats + b] = met(a, b);
            }
        }
        ledger
    }

    fn times(&self, a: usize, b: usize) -> u32 {
        self.met[a.min(b) * self.seats + a.max(b)]
    }

    /// The pairs of a round, with the one who rests as a pair with the empty seat.
    fn seats_of(&self, round: &Round) -> Vec<(usize, usize)> {
        let rests = round.rests.map(|member| (member, self.members));
        round.pairs.iter().copied().chain(rests).collect()
    }

    fn add(&mut self, round: &Round) {
        for (a, b) in self.seats_of(round) {
            let times = &mut self.met[a * self.seats + b];
            *times = times.saturating_add(1);
        }
    }

    /// How many meetings, and rests, are not the first ones.
    fn repeats(&self, rounds: &[Round]) -> usize {
        let mut ledger = self.clone();
        let mut repeats = 0;
        for round in rounds {
            let pairs = ledger.seats_of(round);
            repeats += pairs.iter().filter(|&&(a, b)| ledger.times(a, b) > 0).count();
            ledger.add(round);
        }
        repeats
    }
}

fn score(fits: &impl Fn(usize, usize) -> f64, a: usize, b: usize) -> i64 {
    let fit = fits(a, b);
    let fit = if fit.is_nan() { 0.0 } else { fit.clamp(0.0, 1.0) };
    #[expect(clippy::cast_possible_truncation, reason = "a thousand at most")]
    let whole = (fit * SCORE).round() as i64;
    whole
}

fn greedy(past: &Ledger, rounds: usize, fits: &impl Fn(usize, usize) -> f64) -> Option<Vec<Round>> {
    let mut ledger = past.clone();
    let mut planned = Vec::with_capacity(rounds.min(1024));
    for _ in 0..rounds {
        let mut edges = Vec::new();
        for a in 0..ledger.members {
            for b in a + 1..ledger.seats {
                let fit = if b < ledger.members { score(fits, a, b) } else { 0 };
                edges.push((a, b, fit - AGAIN * i64::from(ledger.times(a, b))));
            }
        }
        let partners = heaviest_of_largest(ledger.seats, &edges)?;
        let pairs = partners.iter().enumerate().filter_map(|(a, b)| Some((a, (*b)?)));
        let round = arranged(pairs.filter(|(a, b)| a < b), ledger.members);
        ledger.add(&round);
        planned.push(round);
    }
    Some(planned)
}

/// All-meet-all, over again if need be: the rounds that repeat least come first, then those that fit
/// best.
fn turns(past: &Ledger, rounds: usize, fits: &impl Fn(usize, usize) -> f64) -> Vec<Round> {
    let mut all = round_robin(past.members);
    all.sort_by_key(|round| {
        let met: u64 = round.pairs.iter().map(|&(a, b)| u64::from(past.times(a, b))).sum();
        let fit: i64 = round.pairs.iter().map(|&(a, b)| score(fits, a, b)).sum();
        (met, -fit)
    });
    all.into_iter().cycle().take(rounds).collect()
}
