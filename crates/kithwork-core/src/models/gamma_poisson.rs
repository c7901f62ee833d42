//! Results per hour where results are few: a Poisson count with a gamma prior (§3.6).
//!
//! Symbols: `a` shape, `b` rate (hours), `k` count, `E` effective exposure (hours); λ | k ~
//! Γ(a + k, b + E). Source: Gelman et al., *Bayesian Data Analysis*, §2.6; the comparison of two gammas
//! is the beta's distribution function, P(λ₁ > λ₂) = 1 − I_{b₁/(b₁+b₂)}(a₁, a₂).

use statrs::function::beta::checked_beta_reg;
use statrs::function::gamma::checked_gamma_lr;

/// A gamma distribution over a rate per unit of exposure. Shape and rate are positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gamma {
    /// Shape, 1.
    pub shape: f64,
    /// Rate, in the unit of exposure.
    pub rate: f64,
}

impl Gamma {
    /// Whether both parameters are positive numbers.
    pub fn is_sound(self) -> bool {
        [self.shape, self.rate].iter().all(|&p| p > 0.0 && p.is_finite())
    }

    /// What is believed after `count` events in `exposure`.
    #[must_use]
    pub fn after(self, count: f64, exposure: f64) -> Self {
        Self { shape: self.shape + count.max(0.0), rate: self.rate + exposure.max(0.0) }
    }

    /// Its mean, events per unit of exposure.
    pub fn mean(self) -> f64 {
        self.shape / self.rate
    }

    /// The chance that the rate lies at or below `x`.
    pub fn below(self, x: f64) -> f64 {
        if x <= 0.0 || x.is_nan() {
            return 0.0;
        }
        checked_gamma_lr(self.shape, x * self.rate).unwrap_or(1.0)
    }

    /// The value below which the rate lies with chance `p`, by bisection to twelve digits; 0 where a
    /// parameter or the chance is none.
    pub fn quantile(self, p: f64) -> f64 {
        if !self.is_sound() || p.is_nan() {
            return 0.0;
        }
        let p = p.clamp(0.0, 1.0 - 1e-12);
        let mut high = self.mean().max(f64::MIN_POSITIVE);
        while self.below(high) < p && high.is_finite() {
            high *= 2.0;
        }
        let mut low = 0.0;
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            if self.below(middle) < p {
                low = middle;
            } else {
                high = middle;
            }
            if high - low <= 1e-12 * high {
                break;
            }
        }
        f64::midpoint(low, high)
    }

    /// The chance that this rate is greater than the other, 0..=1; one half where either is none.
    pub fn exceeds(self, other: Self) -> f64 {
        self.exceeds_times(other, 1.0)
    }

    /// The chance that this rate is greater than `factor` times the other; `factor` is positive.
    pub fn exceeds_times(self, other: Self, factor: f64) -> f64 {
        if !self.is_sound() || !other.is_sound() {
            return 0.5;
        }
        // factor·Γ(a, b) is Γ(a, b/factor).
        let x = self.rate / (self.rate + other.rate / factor);
        let below = checked_beta_reg(self.shape, other.shape, x.clamp(0.0, 1.0));
        (1.0 - below.unwrap_or(0.5)).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// §6.1, gamma compare.
    #[test]
    fn two_gammas_compare_exactly() {
        let (one, two) = (Gamma { shape: 3.5, rate: 100.0 }, Gamma { shape: 1.5, rate: 80.0 });
        near(one.exceeds(two), 0.776_558_6, 1e-6);
        near(one.exceeds(two) + two.exceeds(one), 1.0, 1e-12);
    }

    /// §3.6, worked fixture: raw hours condemn the groups, lagged hours don't, a pooled prior less.
    #[test]
    fn ignoring_the_lag_would_condemn_the_groups() {
        let jeffreys = |k: f64, hours: f64| Gamma { shape: 0.5 + k, rate: hours };
        let groups_then_calls = |hours| jeffreys(2.0, hours).exceeds(jeffreys(3.0, 150.0));
        near(groups_then_calls(520.0), 0.031, 5e-4);
        near(groups_then_calls(242.8), 0.158, 5e-4);
        let prior = Gamma { shape: 1.0, rate: 40.0 };
        let (groups, calls) = (prior.after(2.0, 242.8), prior.after(3.0, 150.0));
        near(groups.exceeds(calls), 0.182, 5e-4);
        near(40.0 * groups.mean(), 0.424, 5e-4);
        near(40.0 * groups.quantile(0.05), 0.116, 5e-4);
        near(40.0 * groups.quantile(0.95), 0.891, 1e-3);
        near(40.0 * calls.mean(), 0.842, 5e-4);
        near(40.0 * calls.quantile(0.05), 0.288, 5e-4);
        near(40.0 * calls.quantile(0.95), 1.632, 5e-4);
    }

    /// §3.6, pumps (Gaver & O'Muircheartaigh 1987).
    #[test]
    fn the_pumps_shrink_as_published() {
        let prior = Gamma { shape: 0.822_97, rate: 1.261_65 };
        let pumps =
            [(5.0, 94.3, 0.0609), (14.0, 126.0, 0.1165), (4.0, 2.1, 1.4347), (22.0, 10.5, 1.9405)];
        for (failures, hours, mean) in pumps {
            near(prior.after(failures, hours).mean(), mean, 5e-4);
        }
        near(prior.after(5.0, 94.3).quantile(0.025), 0.0219, 5e-5);
        near(prior.after(5.0, 94.3).quantile(0.975), 0.1195, 5e-5);
        near(prior.after(4.0, 2.1).quantile(0.025), 0.4538, 5e-4);
        near(prior.after(4.0, 2.1).quantile(0.975), 2.9701, 5e-4);
    }

    #[test]
    fn what_is_no_distribution_tells_nothing() {
        let one = Gamma { shape: 3.0, rate: 40.0 };
        for odd in [f64::NAN, f64::INFINITY, 0.0, -2.0] {
            for gamma in [Gamma { shape: odd, ..one }, Gamma { rate: odd, ..one }] {
                near(gamma.exceeds(one), 0.5, 0.0);
                near(one.exceeds(gamma), 0.5, 0.0);
                near(gamma.quantile(0.9), 0.0, 0.0);
            }
            assert!(one.quantile(odd).is_finite() && (0.0..=1.0).contains(&one.below(odd)));
        }
        assert_eq!(one.after(f64::NAN, -5.0), one);
        near(Gamma { shape: 1e6, rate: 1.0 }.quantile(0.5), 1e6, 1.0);
    }

    proptest::proptest! {
        #[test]
        fn one_of_two_rates_is_the_greater_and_more_events_raise_it(
            a in 0.2..60.0_f64, b in 0.5..900.0_f64, c in 0.2..60.0_f64, d in 0.5..900.0_f64,
        ) {
            let (one, other) = (Gamma { shape: a, rate: b }, Gamma { shape: c, rate: d });
            near(one.exceeds(other) + other.exceeds(one), 1.0, 1e-9);
            assert!(one.after(1.0, 0.0).exceeds(other) >= one.exceeds(other) - 1e-12);
            assert!(one.after(0.0, 9.0).exceeds(other) <= one.exceeds(other) + 1e-12);
            assert!(one.quantile(0.05) <= one.quantile(0.95));
        }
    }

    #[test]
    fn half_a_rate_is_compared_by_scaling() {
        let one = Gamma { shape: 4.0, rate: 10.0 };
        near(one.exceeds_times(Gamma { shape: 4.0, rate: 5.0 }, 0.5), 0.5, 1e-9);
    }
}
