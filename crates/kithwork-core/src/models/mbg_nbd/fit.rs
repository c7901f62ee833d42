//! Learning the rhythm of a book: the four parameters of MBG/NBD by their posterior mode.
//!
//! One owner has tens or hundreds of contacts, not thousands, so the logarithm of each parameter is
//! drawn towards its default, ~ Normal(ln default, 0.7²) (§3.3, judgement). Silence alone can't tell a
//! slow relationship from one that is over: an owner who never follows anybody up would be told that
//! all of them still live. What is known of that is published, nine in ten bridges are gone after a
//! year (Burt 2002), so that chance is drawn towards its default as well. Records that are alike are
//! counted once, and what depends on x alone is worked out once for each x: a book of fifty thousand
//! people is fitted in well under a second.

use super::super::fitted::{Fitted, Unfit};
use super::super::minimum::minimise;
use super::super::wilson::as_f64;
use super::{MbgNbd, Record, ln_one_plus_exp};
use statrs::function::gamma::{digamma, ln_gamma};

/// Standard deviation of the logarithm of each parameter around its default; 1. Judgement (§3.3).
pub const SPREAD: f64 = 0.7;
/// Standard deviation of the log-odds that somebody met once still lives after a year, around their
/// default; 1. Judgement.
pub const YEAR_SPREAD: f64 = 0.5;
/// It takes so many people …
pub const LEAST_PEOPLE: u64 = 30;
/// … known for so many weeks to learn anything. Judgement (§3.3).
pub const LEAST_AGE_WEEKS: f64 = 8.0;

/// What is believed of the parameters before anything is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// The most likely parameters.
    pub centre: MbgNbd,
    /// Standard deviation of the logarithm of each; > 0, infinite for no belief at all, which makes the
    /// mode the maximum of the likelihood.
    pub spread: f64,
    /// Standard deviation of the log-odds that somebody met once still lives after a year; > 0, infinite
    /// for no belief.
    pub year_spread: f64,
}

impl Prior {
    /// The belief around these defaults.
    pub fn around(centre: MbgNbd) -> Self {
        Self { centre, spread: SPREAD, year_spread: YEAR_SPREAD }
    }

    /// No belief at all but a place to start from: the mode is then the maximum of the likelihood.
    pub fn none(start: MbgNbd) -> Self {
        Self { centre: start, spread: f64::INFINITY, year_spread: f64::INFINITY }
    }

    /// Minus the logarithm of the prior's density, but for a constant, with its slope.
    fn penalty(&self, model: MbgNbd) -> (f64, [f64; 4]) {
        let (at, centre) = (logarithms(model), logarithms(self.centre));
        let away: [f64; 4] = std::array::from_fn(|i| at[i] - centre[i]);
        let (odds, odds_slope) = ln_odds_after_a_year(model);
        let odds_away = odds - ln_odds_after_a_year(self.centre).0;
        let (weight, year_weight) = (self.spread.powi(-2), self.year_spread.powi(-2));
        let squares: f64 = away.iter().map(|d| d * d).sum();
        let value = f64::midpoint(weight * squares, year_weight * odds_away * odds_away);
        let slope = |i: usize| weight * away[i] + year_weight * odds_away * odds_slope[i];
        (value, std::array::from_fn(slope))
    }
}

/// The log-odds that it is over with somebody met once a year ago, ln(a/b) + r·ln((α + 52)/α), and their
/// slope in the logarithm of each parameter.
fn ln_odds_after_a_year(MbgNbd { r, alpha, a, b }: MbgNbd) -> (f64, [f64; 4]) {
    const YEAR: f64 = 52.0;
    let stretch = r * (YEAR / alpha).ln_1p();
    ((a / b).ln() + stretch, [stretch, -r * YEAR / (alpha + YEAR), 1.0, -1.0])
}

/// The parameters for a book: learned where there are enough people known for long enough and a mode
/// is found, else the prior's centre untouched, with the reason.
pub fn fit(records: &[Record], prior: Prior) -> Fitted<MbgNbd> {
    let known = records.iter().filter(|r| r.tidy().age >= LEAST_AGE_WEEKS).count() as u64;
    let fit = if known < LEAST_PEOPLE {
        Err(Unfit::TooFew { seen: known, least: LEAST_PEOPLE })
    } else {
        mode(records, prior).map(|model| (model, known))
    };
    Fitted::or_default(fit, prior.centre)
}

/// The parameters of the highest posterior density, however few the records.
///
/// # Errors
///
/// [`Unfit::NotFound`] where the search went astray, as it may without a prior.
pub fn mode(records: &[Record], prior: Prior) -> Result<MbgNbd, Unfit> {
    // It may have ended after each contact, the first included.
    highest(records, prior, |repeats| repeats + 1.0)
}

/// The same for a model of the family: `ends` tells after how many of somebody's contacts the relationship
/// may have ended, from how many repeats there were.
pub(super) fn highest(
    records: &[Record],
    prior: Prior,
    ends: impl Fn(f64) -> f64,
) -> Result<MbgNbd, Unfit> {
    if !prior.centre.is_sound() {
        return Err(Unfit::NotFound);
    }
    let digest = Digest::of(records);
    let end = minimise(logarithms(prior.centre), |at| {
        let model = from_logarithms(*at);
        let (ln_likelihood, rise) = digest.ln_likelihood(model, &ends);
        let (penalty, slope) = prior.penalty(model);
        (penalty - ln_likelihood, std::array::from_fn(|i| slope[i] - rise[i]))
    });
    let model = from_logarithms(end.at);
    if end.is_found && model.is_sound() { Ok(model) } else { Err(Unfit::NotFound) }
}

fn logarithms(model: MbgNbd) -> [f64; 4] {
    [model.r.ln(), model.alpha.ln(), model.a.ln(), model.b.ln()]
}

fn from_logarithms(at: [f64; 4]) -> MbgNbd {
    let [r, alpha, a, b] = at.map(f64::exp);
    MbgNbd { r, alpha, a, b }
}

/// The records of a book, like with like.
struct Digest {
    /// Each x with how many people have it.
    repeats: Vec<(f64, f64)>,
    /// Each record with how many people have it.
    records: Vec<(Record, f64)>,
}

impl Digest {
    fn of(records: &[Record]) -> Self {
        let mut records: Vec<Record> = records.iter().map(|r| r.tidy()).collect();
        let key = |r: &Record| [r.repeats, r.last, r.age].map(f64::to_bits);
        // The bits of numbers that are not negative rise as the numbers do.
        records.sort_unstable_by_key(key);
        let alike = records.chunk_by(|a, b| key(a) == key(b));
        let same_x = records.chunk_by(|a, b| a.repeats.to_bits() == b.repeats.to_bits());
        Self {
            repeats: same_x.map(|same| (same[0].repeats, as_f64(same.len() as u64))).collect(),
            records: alike.map(|same| (same[0], as_f64(same.len() as u64))).collect(),
        }
    }

    /// ln L and its slope in the logarithm of each parameter.
    fn ln_likelihood(&self, model: MbgNbd, ends: impl Fn(f64) -> f64) -> (f64, [f64; 4]) {
        let (mut value, mut slope) = (0.0, [0.0; 4]);
        let mut add = |weight: f64, (part, parts): (f64, [f64; 4])| {
            value += weight * part;
            for (sum, part) in slope.iter_mut().zip(parts) {
                *sum += weight * part;
            }
        };
        let counts = Counts::of(model);
        for &(x, weight) in &self.repeats {
            add(weight, counts.part(model, x, ends(x)));
        }
        for &(record, weight) in &self.records {
            add(weight, times_part(model, record, ends(record.repeats)));
        }
        let MbgNbd { r, alpha, a, b } = model;
        (value, [r * slope[0], alpha * slope[1], a * slope[2], b * slope[3]])
    }
}

/// What the counts share: lnΓ and its slope ψ at r, b and a + b.
struct Counts {
    ln_gamma: f64,
    psi: [f64; 3],
    ln_alpha: f64,
}

impl Counts {
    fn of(MbgNbd { r, alpha, a, b }: MbgNbd) -> Self {
        Self {
            ln_gamma: ln_gamma(a + b) - ln_gamma(b) - ln_gamma(r),
            psi: [digamma(r), digamma(b), digamma(a + b)],
            ln_alpha: alpha.ln(),
        }
    }

    /// The part of ln L that depends on x alone, with its slope in r, α, a and b.
    fn part(&self, MbgNbd { r, alpha, a, b }: MbgNbd, x: f64, ends: f64) -> (f64, [f64; 4]) {
        let [psi_r, psi_b, psi_of_sum] = self.psi;
        let value = self.ln_gamma + ln_gamma(r + x) + r * self.ln_alpha + ln_gamma(b + ends)
            - ln_gamma(a + b + ends);
        let lives = psi_of_sum - digamma(a + b + ends);
        let slope = [
            digamma(r + x) - psi_r + self.ln_alpha,
            r / alpha,
            lives,
            lives + digamma(b + ends) - psi_b,
        ];
        (value, slope)
    }
}

/// The part of ln L that depends on the times, with its slope in r, α, a and b.
fn times_part(model: MbgNbd, record: Record, ends: f64) -> (f64, [f64; 4]) {
    let MbgNbd { r, alpha, a, b } = model;
    let Record { repeats: x, last, age } = record;
    let (until_now, until_last) = (alpha + age, alpha + last);
    let (ln_now, stretch) = (until_now.ln(), (until_now / until_last).ln());
    if ends < 1.0 {
        return (-(r + x) * ln_now, [-ln_now, -(r + x) / until_now, 0.0, 0.0]);
    }
    let ln_odds = (a / (b + ends - 1.0)).ln() + (r + x) * stretch;
    let over = 1.0 / (1.0 + (-ln_odds).exp());
    let value = ln_one_plus_exp(ln_odds) - (r + x) * ln_now;
    let slope = [
        over * stretch - ln_now,
        (r + x) * (over * (1.0 / until_now - 1.0 / until_last) - 1.0 / until_now),
        over / a,
        -over / (b + ends - 1.0),
    ];
    (value, slope)
}
