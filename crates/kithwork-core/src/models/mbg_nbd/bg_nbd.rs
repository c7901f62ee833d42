//! BG/NBD (Fader, Hardie & Lee 2005, Marketing Science 24:275–284), the better known sister, kept as a
//! reference: it can only end after a repeat contact, so that somebody met once lives for ever.

use super::cdnow::customers;
use super::{Record, ln_one_plus_exp};
use crate::models::hypergeometric::gauss;
use crate::models::minimum::{minimise, with_slope};
use statrs::function::beta::ln_beta;
use statrs::function::gamma::ln_gamma;

#[derive(Clone, Copy, Debug)]
struct BgNbd {
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
}

const ROUNDED: BgNbd = BgNbd { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

impl BgNbd {
    fn ln_odds_of_end(self, Record { repeats: x, last, age }: Record) -> f64 {
        let stretch = ((self.alpha + age) / (self.alpha + last)).ln();
        (self.a / (self.b + x - 1.0)).ln() + (self.r + x) * stretch
    }

    fn alive(self, record: Record) -> f64 {
        if record.repeats > 0.0 { 1.0 / (1.0 + self.ln_odds_of_end(record).exp()) } else { 1.0 }
    }

    fn ln_likelihood(self, records: &[Record]) -> f64 {
        let Self { r, alpha, a, b } = self;
        let of = |record: &Record| {
            let x = record.repeats;
            let ends = if x > 0.0 { ln_one_plus_exp(self.ln_odds_of_end(*record)) } else { 0.0 };
            ln_gamma(r + x) - ln_gamma(r) + r * alpha.ln() + ln_beta(a, b + x)
                - ln_beta(a, b)
                - (r + x) * (alpha + record.age).ln()
                + ends
        };
        records.iter().map(of).sum()
    }

    /// E[X(t)] of a new customer.
    fn expected(self, weeks: f64) -> f64 {
        let Self { r, alpha, a, b } = self;
        let z = weeks / (alpha + weeks);
        let f = gauss(r, b, a + b - 1.0, z).unwrap();
        (a + b - 1.0) / (a - 1.0) * (1.0 - (r * (-z).ln_1p()).exp() * f)
    }

    /// E[Y(t)] of a customer known.
    fn expected_next(self, record: Record, weeks: f64) -> f64 {
        let Self { r, alpha, a, b } = self;
        let (x, z) = (record.repeats, weeks / (alpha + record.age + weeks));
        let f = gauss(r + x, b + x, a + b + x - 1.0, z).unwrap();
        let growth = 1.0 - ((r + x) * (-z).ln_1p()).exp() * f;
        (a + b + x - 1.0) / (a - 1.0) * growth * self.alive(record)
    }

    /// P(X(t) = x) of a new customer.
    fn chance_of(self, x: u32, weeks: f64) -> f64 {
        let Self { r, alpha, a, b } = self;
        let z = weeks / (alpha + weeks);
        let negative_binomial = |j: u32| {
            let j = f64::from(j);
            (ln_gamma(r + j) - ln_gamma(r) - ln_gamma(j + 1.0) + r * (-z).ln_1p() + j * z.ln())
                .exp()
        };
        let count = f64::from(x);
        let stays = (ln_beta(a, b + count) - ln_beta(a, b)).exp() * negative_binomial(x);
        if x == 0 {
            return stays;
        }
        let before: f64 = (0..x).map(negative_binomial).sum();
        stays + (ln_beta(a + 1.0, b + count - 1.0) - ln_beta(a, b)).exp() * (1.0 - before)
    }
}

fn record(repeats: f64, last: f64, age: f64) -> Record {
    Record { repeats, last, age }
}

fn near(left: f64, right: f64, tolerance: f64) {
    assert!((left - right).abs() <= tolerance, "{left} is not {right}");
}

/// §3.3; Fader, Hardie & Lee 2005 and their spreadsheet.
#[test]
fn the_papers_customer_lives_and_buys_as_published() {
    let customer = record(2.0, 30.43, 38.86);
    near(ROUNDED.alive(customer), 0.726_579, 1e-6);
    near(ROUNDED.expected_next(customer, 39.0), 1.226, 5e-4);
    near(ROUNDED.alive(record(0.0, 0.0, 38.86)), 1.0, 0.0);
}

/// §3.3; Hardie's spreadsheet with parameters in full, to three digits as it is quoted; and with
/// rounded parameters.
#[test]
fn a_new_customer_buys_as_published() {
    let full = BgNbd { r: 0.242_594, alpha: 4.413_596, a: 0.792_919, b: 2.425_895 };
    let weeks = [1.0 / 7.0, 1.0, 3.0, 31.8571, 32.0, 78.0];
    for (t, value) in weeks.into_iter().zip([0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576]) {
        near(full.expected(t), value, 5e-4);
    }
    for (t, value) in weeks.into_iter().zip([0.0078, 0.0533, 0.1509, 1.0420, 1.0452, 1.8605]) {
        near(ROUNDED.expected(t), value, 6e-5);
    }
}

/// §3.3; R's BTYD.
#[test]
fn the_chance_of_so_many_is_the_published_one() {
    near(ROUNDED.chance_of(0, 39.0), 0.573_786_4, 5e-8);
    near(ROUNDED.chance_of(10, 2.0), 1.078_69e-7, 5e-12);
    near(ROUNDED.chance_of(11, 30.0), 0.001_999_521_4, 5e-11);
    near((0..400).map(|x| ROUNDED.chance_of(x, 39.0)).sum::<f64>(), 1.0, 1e-6);
}

/// §6.1; parameters to 1e-3, ln L to 1e-3.
#[test]
fn the_maximum_of_the_likelihood_is_the_published_one() {
    let Some(customers) = customers() else { return };
    let model = |at: &[f64; 4]| {
        let [r, alpha, a, b] = at.map(f64::exp);
        BgNbd { r, alpha, a, b }
    };
    let end = minimise([0.0; 4], with_slope(|at| -model(at).ln_likelihood(&customers)));
    let found = model(&end.at);
    assert!(end.is_found);
    near(found.r, 0.242_59, 1e-3);
    near(found.alpha, 4.413_53, 1e-3);
    near(found.a, 0.792_89, 1e-3);
    near(found.b, 2.425_75, 1e-3);
    near(-end.value, -9582.4256, 1e-3);
    near(ROUNDED.ln_likelihood(&customers), -9582.4268, 1e-3);
    near(found.alive(record(2.0, 30.43, 38.86)), 0.726_609, 1e-4);
    let alive: f64 = customers.iter().map(|&c| found.alive(c)).sum();
    near(alive, 1917.2, 0.1);
}
