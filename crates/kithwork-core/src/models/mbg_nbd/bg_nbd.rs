//! BG/NBD (Fader, Hardie & Lee 2005, Marketing Science 24:275–284), the better known sister, for setting a
//! book beside published figures and other programs: it can only end after a repeat contact, so that
//! somebody met once lives for ever. Nothing in a review or a plan rests on it.

use super::fit::{Prior, highest};
use super::{MbgNbd, Record, ln_one_plus_exp};
use crate::models::fitted::Unfit;
use statrs::function::beta::ln_beta;
use statrs::function::gamma::ln_gamma;

/// The model's four parameters, all positive; time in weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BgNbd {
    /// Shape of the gamma over rates, 1.
    pub r: f64,
    /// Rate of the gamma over rates, weeks.
    pub alpha: f64,
    /// First parameter of the beta over ending, 1.
    pub a: f64,
    /// Second parameter of the beta over ending, 1.
    pub b: f64,
}

impl BgNbd {
    /// The parameters of the highest likelihood, looked for from `start` on.
    ///
    /// # Errors
    ///
    /// [`Unfit::NotFound`] where a parameter of `start` is not positive, or the search went astray.
    pub fn fit(records: &[Record], start: Self) -> Result<Self, Unfit> {
        let Self { r, alpha, a, b } = start;
        let start = Prior::none(MbgNbd { r, alpha, a, b });
        let MbgNbd { r, alpha, a, b } = highest(records, start, |repeats| repeats)?;
        Ok(Self { r, alpha, a, b })
    }

    /// The chance that it still lives, 0..=1; 1 without a repeat contact, 0 for parameters that are not
    /// positive.
    pub fn alive(self, record: Record) -> f64 {
        let record = record.tidy();
        if !self.is_sound() {
            0.0
        } else if record.repeats < 1.0 {
            1.0
        } else {
            1.0 / (1.0 + self.ln_odds_of_end(record).exp())
        }
    }

    /// ln L of the records; −∞ for parameters that are not positive.
    pub fn ln_likelihood(self, records: &[Record]) -> f64 {
        if !self.is_sound() {
            return f64::NEG_INFINITY;
        }
        records.iter().map(|record| self.ln_likelihood_of(record.tidy())).sum()
    }

    fn is_sound(self) -> bool {
        let Self { r, alpha, a, b } = self;
        MbgNbd { r, alpha, a, b }.is_sound()
    }

    fn ln_likelihood_of(self, record: Record) -> f64 {
        let Self { r, alpha, a, b } = self;
        let x = record.repeats;
        let ends = if x < 1.0 { 0.0 } else { ln_one_plus_exp(self.ln_odds_of_end(record)) };
        ln_gamma(r + x) - ln_gamma(r) + r * alpha.ln() + ln_beta(a, b + x)
            - ln_beta(a, b)
            - (r + x) * (alpha + record.age).ln()
            + ends
    }

    fn ln_odds_of_end(self, Record { repeats: x, last, age }: Record) -> f64 {
        let stretch = ((self.alpha + age) / (self.alpha + last)).ln();
        (self.a / (self.b + x - 1.0)).ln() + (self.r + x) * stretch
    }
}

#[cfg(test)]
mod tests {
    use super::super::cdnow::customers;
    use super::*;
    use crate::models::hypergeometric::gauss;

    const ROUNDED: BgNbd = BgNbd { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    const START: BgNbd = BgNbd { r: 1.0, alpha: 1.0, a: 1.0, b: 1.0 };

    impl BgNbd {
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
        let found = BgNbd::fit(&customers, START).unwrap();
        near(found.r, 0.242_59, 1e-3);
        near(found.alpha, 4.413_53, 1e-3);
        near(found.a, 0.792_89, 1e-3);
        near(found.b, 2.425_75, 1e-3);
        near(found.ln_likelihood(&customers), -9582.4256, 1e-3);
        near(ROUNDED.ln_likelihood(&customers), -9582.4268, 1e-3);
        near(found.alive(record(2.0, 30.43, 38.86)), 0.726_609, 1e-4);
        let alive: f64 = customers.iter().map(|&c| found.alive(c)).sum();
        near(alive, 1917.2, 0.1);
    }

    /// A small made-up book: half were met once, the rest are of every kind.
    fn book() -> Vec<Record> {
        let of = |n: u8| {
            let (age, n7, n11) =
                (20.0 + f64::from(n) / 3.0, u16::from(n) * 7 % 20, u16::from(n) * 11 % 20);
            match n % 8 {
                1 | 5 => record(1.0, f64::from(n7) * 0.9, age),
                3 => record(f64::from(2 + n % 5), f64::from(n11) * 0.9 + 1.0, age),
                7 => record(f64::from(8 + n % 3), age - 1.0 - f64::from(n % 7), age),
                _ => record(0.0, 0.0, age),
            }
        };
        (0..60).map(of).collect()
    }

    /// lifetimes 0.11.3 on the same records; no step to any side is likelier.
    #[test]
    fn a_small_book_is_fitted_as_another_program_does() {
        let records = book();
        let found = BgNbd::fit(&records, START).unwrap();
        for (ours, theirs) in [
            (found.r, 0.253_605),
            (found.alpha, 1.964_322),
            (found.a, 0.773_796),
            (found.b, 2.780_990),
        ] {
            near(ours, theirs, 1e-4);
        }
        let best = found.ln_likelihood(&records);
        for by in [0.999, 1.001] {
            let beside = [
                BgNbd { r: found.r * by, ..found },
                BgNbd { alpha: found.alpha * by, ..found },
                BgNbd { a: found.a * by, ..found },
                BgNbd { b: found.b * by, ..found },
            ];
            for model in beside {
                assert!(model.ln_likelihood(&records) < best, "{model:?} beside {found:?}");
            }
        }
    }

    #[test]
    fn odd_parameters_and_records_have_a_defined_answer() {
        let odd = BgNbd { r: f64::NAN, ..ROUNDED };
        assert!(odd.alive(record(2.0, 3.0, 9.0)) <= 0.0);
        assert!(odd.ln_likelihood(&[]).is_infinite());
        assert_eq!(BgNbd::fit(&[], odd), Err(Unfit::NotFound));
        near(ROUNDED.alive(record(f64::NAN, f64::INFINITY, 9.0)), 1.0, 0.0);
    }
}
