//! Pareto/NBD (Schmittlein, Morrison & Colombo 1987, Management Science 33:1–24), the eldest of the
//! family, kept as a reference: relationships end at any time, not only after a contact.

use super::Record;
use super::cdnow::customers;
use crate::models::hypergeometric::gauss;
use crate::models::minimum::{minimise, with_slope};
use statrs::function::gamma::ln_gamma;

#[derive(Clone, Copy, Debug)]
struct ParetoNbd {
    r: f64,
    alpha: f64,
    s: f64,
    beta: f64,
}

const PUBLISHED: ParetoNbd = ParetoNbd { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };

impl ParetoNbd {
    /// ln A₀, the integral over the moment at which it ended (Fader & Hardie 2005, their note 9).
    fn ln_over(self, Record { repeats: x, last, age }: Record) -> f64 {
        let Self { r, alpha, s, beta } = self;
        let (more, b) = if alpha >= beta { (alpha, s + 1.0) } else { (beta, r + x) };
        let all = r + s + x;
        let at = |t: f64| {
            let z = (alpha - beta).abs() / (more + t);
            gauss(all, b, all + 1.0, z).unwrap().ln() - all * (more + t).ln()
        };
        let (first, second) = (at(last), at(age));
        first + (-(second - first).exp()).ln_1p()
    }

    fn ln_odds_of_end(self, record: Record) -> f64 {
        let Self { r, alpha, s, beta } = self;
        let x = record.repeats;
        (s / (r + s + x)).ln()
            + (r + x) * (alpha + record.age).ln()
            + s * (beta + record.age).ln()
            + self.ln_over(record)
    }

    fn alive(self, record: Record) -> f64 {
        1.0 / (1.0 + self.ln_odds_of_end(record).exp())
    }

    fn ln_likelihood(self, records: &[Record]) -> f64 {
        let Self { r, alpha, s, beta } = self;
        let of = |record: &Record| {
            let x = record.repeats;
            ln_gamma(r + x) - ln_gamma(r) + r * alpha.ln() + s * beta.ln()
                - (r + x) * (alpha + record.age).ln()
                - s * (beta + record.age).ln()
                + self.ln_odds_of_end(*record).exp().ln_1p()
        };
        records.iter().map(of).sum()
    }

    /// E[Y(t)] of a customer known.
    fn expected_next(self, record: Record, weeks: f64) -> f64 {
        let Self { r, alpha, s, beta } = self;
        let now = beta + record.age;
        let growth = 1.0 - (now / (now + weeks)).powf(s - 1.0);
        (r + record.repeats) * now / ((alpha + record.age) * (s - 1.0))
            * growth
            * self.alive(record)
    }
}

fn near(left: f64, right: f64, tolerance: f64) {
    assert!((left - right).abs() <= tolerance, "{left} is not {right}");
}

/// §3.3; R's BTYD walkthrough.
#[test]
fn a_frequent_customer_lives_and_buys_as_published() {
    let often = Record { repeats: 26.0, last: 30.86, age: 31.0 };
    near(PUBLISHED.alive(often), 0.9979, 5e-5);
    near(PUBLISHED.expected_next(often, 52.0), 25.46, 5e-3);
}

/// lifetimes' tests: neighbours in x must not differ by an overflow.
#[test]
fn very_many_purchases_do_not_overflow() {
    for (repeats, value) in [(132.0, 6.206), (133.0, 6.253)] {
        let model = ParetoNbd { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 };
        near(model.expected_next(Record { repeats, last: 200.0, age: 200.0 }, 10.0), value, 5e-4);
    }
}

/// §6.1; parameters to 1e-3 of their size, ln L to 1e-3.
#[test]
fn the_maximum_of_the_likelihood_is_the_published_one() {
    let Some(customers) = customers() else { return };
    let model = |at: &[f64; 4]| {
        let [r, alpha, s, beta] = at.map(f64::exp);
        ParetoNbd { r, alpha, s, beta }
    };
    let start = [0.5_f64, 10.0, 0.5, 10.0].map(f64::ln);
    let end = minimise(start, with_slope(|at| -model(at).ln_likelihood(&customers)));
    let found = model(&end.at);
    assert!(end.is_found);
    near(-end.value, -9594.974, 1e-3);
    near(found.r, 0.553_276, 1e-3);
    near(found.alpha, 10.577_61, 1e-3);
    near(found.s, 0.606_214, 1e-3);
    near(found.beta, 11.667_91, 1e-3);
    // By scipy at the same maximum.
    near(found.alive(Record { repeats: 0.0, last: 0.0, age: 39.0 }), 0.294_278, 1e-5);
}
