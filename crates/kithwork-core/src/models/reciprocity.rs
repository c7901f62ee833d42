//! Giving and receiving between two: a balance, never a debt (§3.8).
//!
//! The share given, (g + 1)/(g + r + 2): the mean of a beta after g acts of help given and r received,
//! from a flat start (Laplace's rule of succession). So a single favour says little.

use super::wilson::as_f64;
use statrs::function::beta::checked_beta_reg;

/// The giving share with its interval, all in 0..=1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GivingShare {
    /// Its low end.
    pub low: f64,
    /// The mean; one half where nothing happened yet.
    pub mean: f64,
    /// Its high end.
    pub high: f64,
}

/// How much of the help between two the owner gave, with the middle `confidence` of the beta.
pub fn giving_share(given: u64, received: u64, confidence: f64) -> GivingShare {
    let (a, b) = (as_f64(given) + 1.0, as_f64(received) + 1.0);
    let tail = (1.0 - confidence.clamp(0.0, 1.0)) / 2.0;
    GivingShare { low: quantile(a, b, tail), mean: a / (a + b), high: quantile(a, b, 1.0 - tail) }
}

/// The value below which a beta lies with chance `p`, by bisection.
fn quantile(a: f64, b: f64, p: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if checked_beta_reg(a, b, middle).unwrap_or(1.0) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-6, "{left} is not {right}");
    }

    /// The mean by its formula; ends from closed forms: Beta(1, 1) is flat, Beta(n, 1) is pⁿ.
    #[test]
    fn few_acts_say_little() {
        let nothing = giving_share(0, 0, 0.9);
        near(nothing.mean, 0.5);
        near(nothing.low, 0.05);
        near(nothing.high, 0.95);
        let three = giving_share(3, 0, 0.9);
        near(three.mean, 0.8);
        near(three.low, 0.05_f64.powf(0.25));
        near(three.high, 0.95_f64.powf(0.25));
    }

    #[test]
    fn any_confidence_has_an_answer() {
        for confidence in [-1.0, 0.0, 1.0, 7.0, f64::NAN] {
            let share = giving_share(2, 5, confidence);
            assert!(share.mean > 0.0 && share.mean < 1.0);
        }
    }

    proptest::proptest! {
        #[test]
        fn the_share_lies_in_its_interval_and_mirrors(given in 0_u64..500, received in 0_u64..500) {
            let share = giving_share(given, received, 0.9);
            assert!(0.0 <= share.low && share.low <= share.mean);
            assert!(share.mean <= share.high && share.high <= 1.0);
            let mirrored = giving_share(received, given, 0.9);
            assert!((share.mean + mirrored.mean - 1.0).abs() < 1e-12);
            assert!((share.low + mirrored.high - 1.0).abs() < 1e-9);
        }
    }
}
