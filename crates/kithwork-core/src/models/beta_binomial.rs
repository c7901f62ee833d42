//! What is believed of a share after so many of so many: a beta prior and a binomial count (Gelman et
//! al., *Bayesian Data Analysis*, §2.1).

use super::wilson::as_f64;
use statrs::function::beta::checked_beta_reg;

/// A beta distribution over a share. Both parameters are positive; Beta(1, 1) knows nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    /// As many cases for it as have been seen, and the prior's.
    pub yes: f64,
    /// As many against.
    pub no: f64,
}

impl Beta {
    /// Every share is as likely as any other.
    pub const EVEN: Self = Self { yes: 1.0, no: 1.0 };

    /// What is believed after `k` of `n`; more than all counts as all.
    #[must_use]
    pub fn after(self, k: u64, n: u64) -> Self {
        let k = k.min(n);
        Self { yes: self.yes + as_f64(k), no: self.no + as_f64(n - k) }
    }

    /// The expected share, 0..=1.
    pub fn mean(self) -> f64 {
        self.yes / (self.yes + self.no)
    }

    /// The chance that the share lies at or below `line`, 0..=1.
    pub fn below(self, line: f64) -> f64 {
        if line.is_nan() {
            return 0.5;
        }
        checked_beta_reg(self.yes, self.no, line.clamp(0.0, 1.0)).unwrap_or(0.5)
    }

    /// The share below which it lies with chance `p`, by halving to fifteen digits.
    pub fn quantile(self, p: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if self.below(middle) < p { low = middle } else { high = middle }
        }
        f64::midpoint(low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// scipy 1.17, `stats.beta`.
    #[test]
    fn four_of_thirty_leave_the_known_belief() {
        let belief = Beta::EVEN.after(4, 30);
        near(belief.mean(), 5.0 / 32.0, 1e-12);
        near(belief.quantile(0.1), 0.080_589_96, 1e-7);
        near(belief.quantile(0.9), 0.241_497_2, 1e-7);
        near(1.0 - Beta::EVEN.after(5, 6).below(0.6), 0.841_369_6, 1e-12);
    }

    #[test]
    fn nothing_seen_and_too_much_seen_are_read_as_they_stand() {
        near(Beta::EVEN.after(0, 0).below(0.3), 0.3, 1e-12);
        assert_eq!(Beta::EVEN.after(9, 3), Beta::EVEN.after(3, 3));
        near(Beta::EVEN.below(f64::NAN), 0.5, 0.0);
        near(Beta { yes: 0.0, no: 1.0 }.below(0.3), 0.5, 0.0);
    }

    proptest::proptest! {
        #[test]
        fn more_cases_for_it_raise_the_share(n in 1_u64..500, k in 0_u64..500, p in 0.01..0.99_f64) {
            let k = k.min(n - 1);
            let (less, more) = (Beta::EVEN.after(k, n), Beta::EVEN.after(k + 1, n));
            assert!(less.quantile(p) <= more.quantile(p) + 1e-12);
            assert!((0.0..=1.0).contains(&less.quantile(p)));
        }
    }
}
