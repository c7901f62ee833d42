//! The Weibull distribution of a waiting time, and its fit where some are still waiting (Weibull 1951,
//! J. Appl. Mech. 18:293; Kalbfleisch & Prentice, *Statistical Analysis of Failure Time Data*, §3.4).
//!
//! S(t) = exp(−(t/λ)^k). With k > 1 it becomes likelier the longer one waits, with k = 1 it is the
//! exponential distribution. Any one unit of time.

use super::fitted::Unfit;
use super::kaplan_meier::Case;
use super::wilson::as_f64;
use std::f64::consts::LN_2;

/// A Weibull distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weibull {
    /// Shape k, 1, positive.
    pub shape: f64,
    /// Scale λ, in the unit of time, positive: 63 % have happened by then.
    pub scale: f64,
}

impl Weibull {
    /// The share that has happened by `time`, 0..=1; none where a parameter is not positive.
    pub fn below(self, time: f64) -> f64 {
        let share = -(-self.hazard_by(time)).exp_m1();
        if share.is_nan() { 0.0 } else { share }
    }

    /// (t/λ)^k, the hazard gathered until then.
    fn hazard_by(self, time: f64) -> f64 {
        if time > 0.0 { (time / self.scale).powf(self.shape) } else { 0.0 }
    }

    /// ln of the density at a positive time.
    pub fn ln_density(self, time: f64) -> f64 {
        let Self { shape, scale } = self;
        (shape / scale).ln() + (shape - 1.0) * (time / scale).ln() - self.hazard_by(time)
    }

    /// The time by which it has happened to half.
    pub fn median(self) -> f64 {
        self.scale * LN_2.powf(1.0 / self.shape)
    }

    /// ln L of cases, some of whom are still waiting. Times are read as [`fit`] reads them.
    pub fn ln_likelihood(self, cases: &[Case]) -> f64 {
        let of = |case: &Case| {
            let density = if case.happened {
                self.ln_density(case.time) + self.hazard_by(case.time)
            } else {
                0.0
            };
            density - self.hazard_by(case.time)
        };
        tidy(cases).iter().map(of).sum()
    }
}

/// The Weibull of the highest likelihood. Times that are negative or no finite number are left out; what
/// happened at time 0 counts as half the shortest time seen.
///
/// # Errors
///
/// [`Unfit::TooFew`] where it happened to fewer than two, [`Unfit::AllAlike`] where nothing tells how the
/// times differ.
pub fn fit(cases: &[Case]) -> Result<Weibull, Unfit> {
    let cases = tidy(cases);
    let happened = cases.iter().filter(|c| c.happened).count() as u64;
    if happened < 2 {
        return Err(Unfit::TooFew { seen: happened, least: 2 });
    }
    let longest = cases.iter().map(|c| c.time).fold(0.0, f64::max);
    let logs: Vec<f64> = cases.iter().map(|c| (c.time / longest).ln()).collect();
    let events = cases.iter().zip(&logs).filter(|(c, _)| c.happened);
    let mean_log = events.map(|(_, ln)| ln).sum::<f64>() / as_f64(happened);
    let shape = root(|k| profile_slope(&logs, mean_log, k)).ok_or(Unfit::AllAlike)?;
    let sum: f64 = logs.iter().map(|ln| (shape * ln).exp()).sum();
    Ok(Weibull { shape, scale: longest * (sum / as_f64(happened)).powf(1.0 / shape) })
}

/// Events per unit of time watched, the exponential distribution's fit; none without any time.
pub fn exponential_rate(cases: &[Case]) -> Option<f64> {
    let cases = tidy(cases);
    let time: f64 = cases.iter().map(|c| c.time).sum();
    let events = cases.iter().filter(|c| c.happened).count() as u64;
    (time > 0.0).then(|| as_f64(events) / time)
}

/// ln L of the exponential distribution: d·ln(rate) − rate·Σt.
pub fn exponential_ln_likelihood(rate: f64, cases: &[Case]) -> f64 {
    Weibull { shape: 1.0, scale: 1.0 / rate }.ln_likelihood(cases)
}

/// Cases with a positive time; see [`fit`].
fn tidy(cases: &[Case]) -> Vec<Case> {
    let is_time = |c: &&Case| c.time.is_finite() && c.time >= 0.0;
    let shortest = cases.iter().filter(is_time).map(|c| c.time).filter(|&t| t > 0.0);
    let half = shortest.fold(f64::INFINITY, f64::min) / 2.0;
    let at_once = if half.is_finite() { half } else { 1.0 };
    let cases = cases.iter().filter(is_time).filter(|c| c.happened || c.time > 0.0);
    cases.map(|c| Case { time: if c.time > 0.0 { c.time } else { at_once }, ..*c }).collect()
}

/// Minus the slope of the profile likelihood in k, which rises with k; `logs` are ln(t/longest) ≤ 0.
fn profile_slope(logs: &[f64], mean_log: f64, k: f64) -> f64 {
    let (mut sum, mut weighed) = (0.0, 0.0);
    for ln in logs {
        let weight = (k * ln).exp();
        sum += weight;
        weighed += weight * ln;
    }
    weighed / sum - 1.0 / k - mean_log
}

/// Where a rising function crosses zero between 0.001 and 1000, by halving on the logarithmic scale.
fn root(f: impl Fn(f64) -> f64) -> Option<f64> {
    let (mut low, mut high) = (1e-3_f64.ln(), 1e3_f64.ln());
    if f(low.exp()) > 0.0 || f(high.exp()) < 0.0 {
        return None;
    }
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if f(middle.exp()) < 0.0 { low = middle } else { high = middle }
    }
    Some(f64::midpoint(low, high).exp())
}

#[cfg(test)]
mod tests {
    use super::super::freireich::{PLACEBO, SIX_MP, cases};
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// §6.1; Freireich et al. 1963.
    #[test]
    fn both_groups_are_fitted_as_published() {
        for (times, shape, scale, ln_likelihood) in
            [(&SIX_MP, 1.353_73, 33.7652, -41.6587), (&PLACEBO, 1.370_50, 9.482_14, -64.9201)]
        {
            let found = fit(&cases(times)).unwrap();
            near(found.shape, shape, 5e-6);
            near(found.scale, scale, 5e-5);
            near(found.ln_likelihood(&cases(times)), ln_likelihood, 5e-5);
        }
    }

    /// §3.5.
    #[test]
    fn the_exponential_rates_are_the_published_ones() {
        let rate = exponential_rate(&cases(&SIX_MP)).unwrap();
        near(rate, 0.025_070, 5e-7);
        near(exponential_ln_likelihood(rate, &cases(&SIX_MP)), -42.1749, 5e-5);
        near(exponential_rate(&cases(&PLACEBO)).unwrap(), 0.115_385, 5e-7);
    }

    #[test]
    fn half_have_waited_the_median() {
        let waiting = Weibull { shape: 1.35, scale: 34.0 };
        near(waiting.below(waiting.median()), 0.5, 1e-12);
        near(waiting.median(), 25.92, 5e-3);
    }

    #[test]
    fn what_cannot_be_fitted_is_said_to_be_so() {
        assert_eq!(fit(&[]), Err(Unfit::TooFew { seen: 0, least: 2 }));
        assert_eq!(fit(&cases(&[5, -9])), Err(Unfit::TooFew { seen: 1, least: 2 }));
        assert_eq!(fit(&cases(&[5, 5, 5])), Err(Unfit::AllAlike));
        let at_once = [Case { time: 0.0, happened: true }; 4];
        assert_eq!(fit(&at_once), Err(Unfit::AllAlike), "all on the first day");
        let odd = [f64::NAN, f64::INFINITY, -2.0, 0.0, 3.0, 9.0];
        let odd = odd.map(|time| Case { time, happened: true });
        assert!(fit(&odd).unwrap().ln_likelihood(&odd).is_finite());
        assert_eq!(exponential_rate(&[]), None);
    }

    #[test]
    fn a_distribution_of_no_sense_claims_nothing() {
        for (shape, scale) in [(1.3, -5.0), (f64::NAN, 5.0), (1.3, f64::NAN)] {
            assert!(Weibull { shape, scale }.below(4.0) <= 0.0);
        }
        near(Weibull { shape: 1.3, scale: 0.0 }.below(4.0), 1.0, 0.0);
    }

    proptest::proptest! {
        #[test]
        fn the_fit_does_not_depend_on_the_unit_and_nothing_beside_it_is_likelier(
            times in proptest::collection::vec((0.1..100.0_f64, proptest::prelude::any::<bool>()), 5..60),
        ) {
            let cases: Vec<Case> =
                times.iter().map(|&(time, happened)| Case { time, happened }).collect();
            let in_days: Vec<Case> = cases.iter().map(|c| Case { time: c.time * 7.0, ..*c }).collect();
            if let (Ok(weeks), Ok(days)) = (fit(&cases), fit(&in_days)) {
                near(days.shape / weeks.shape, 1.0, 1e-6);
                near(days.scale / weeks.scale, 7.0, 1e-5);
                let best = weeks.ln_likelihood(&cases);
                for factor in [0.97, 1.03] {
                    let steeper = Weibull { shape: weeks.shape * factor, ..weeks };
                    let slower = Weibull { scale: weeks.scale * factor, ..weeks };
                    assert!(steeper.ln_likelihood(&cases) <= best + 1e-9);
                    assert!(slower.ln_likelihood(&cases) <= best + 1e-9);
                }
            }
        }
    }
}
