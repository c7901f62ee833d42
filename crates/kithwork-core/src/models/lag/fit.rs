//! Learning from the owner's own results how long they take (§3.6).
//!
//! Only results that have shown can be timed, and of recent effort only quick ones have: lags are
//! truncated on the right. Where effort is as old as τ, a lag l that was seen has the density
//! f(l)/F(τ) (Kalbfleisch & Lawless 1989, J. Am. Stat. Assoc. 84:360). Taking it for f(l) would shorten
//! the lag: true scale 60 weeks, seen within two years, reads as 34.

use super::Lag;
use crate::models::fitted::{Fitted, Unfit};
use crate::models::minimum::{minimise, with_slope};
use crate::models::weibull::Weibull;

/// Standard deviation of the logarithm of each parameter around its default; 1. Judgement, as for
/// contacts (§3.3).
pub const SPREAD: f64 = 0.7;
/// It takes so many results to learn anything. Judgement, as for comparisons (§3.6).
pub const LEAST_RESULTS: u64 = 10;

/// Results of one day are read as half a day.
const HALF_A_DAY: f64 = 0.5 / 7.0;

/// One result that has shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// Weeks from the effort to its result, l ≥ 0.
    pub after_weeks: f64,
    /// Weeks from the effort until now, τ ≥ l: how long a lag could have been seen.
    pub age_weeks: f64,
}

impl Shown {
    fn tidy(self) -> Option<Self> {
        let after_weeks = self.after_weeks.max(HALF_A_DAY);
        let age_weeks = self.age_weeks.max(HALF_A_DAY);
        let is_sound = self.after_weeks >= 0.0 && age_weeks.is_finite() && after_weeks <= age_weeks;
        is_sound.then_some(Self { after_weeks, age_weeks })
    }
}

/// The lag of the highest posterior density, or the default untouched below [`LEAST_RESULTS`], with the
/// reason. Results before their effort, and those after today, say nothing.
pub fn fit(results: &[Shown], default: Lag) -> Fitted<Lag> {
    let results: Vec<Shown> = results.iter().filter_map(|shown| shown.tidy()).collect();
    let seen = results.len() as u64;
    let alike = |pair: &[Shown]| (pair[0].after_weeks - pair[1].after_weeks).abs() < HALF_A_DAY;
    let fit = if seen < LEAST_RESULTS {
        Err(Unfit::TooFew { seen, least: LEAST_RESULTS })
    } else if results.windows(2).all(alike) {
        Err(Unfit::AllAlike)
    } else {
        mode(&results, default).map(|lag| (lag, seen))
    };
    Fitted::or_default(fit, default)
}

fn mode(results: &[Shown], default: Lag) -> Result<Lag, Unfit> {
    let centre = [default.shape.ln(), default.scale_weeks.ln()];
    let end = minimise(
        centre,
        with_slope(|at| {
            let away = (at[0] - centre[0]).powi(2) + (at[1] - centre[1]).powi(2);
            away / (2.0 * SPREAD * SPREAD) - ln_likelihood(lag(*at), results)
        }),
    );
    if end.is_found { Ok(lag(end.at)) } else { Err(Unfit::NotFound) }
}

fn lag([ln_shape, ln_scale]: [f64; 2]) -> Lag {
    Lag { shape: ln_shape.exp(), scale_weeks: ln_scale.exp() }
}

/// Σ ln f(l) − ln F(τ).
fn ln_likelihood(lag: Lag, results: &[Shown]) -> f64 {
    let weibull: Weibull = lag.into();
    let of =
        |shown: &Shown| weibull.ln_density(shown.after_weeks) - weibull.below(shown.age_weeks).ln();
    results.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::fitted::Basis;
    use crate::models::kaplan_meier::Case;
    use crate::models::weibull;

    const DEFAULT: Lag = Lag { shape: 1.35, scale_weeks: 34.0 };
    const TRUE: Weibull = Weibull { shape: 1.35, scale: 60.0 };

    /// Knuth's MMIX generator: numbers in 0..1 that are the same on every machine.
    fn chances(mut seed: u64) -> impl Iterator<Item = f64> {
        std::iter::repeat_with(move || {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            f64::from(u32::try_from(seed >> 32).unwrap()) / 4_294_967_296.0
        })
    }

    /// Results seen by now of effort spread evenly over the last two years.
    fn seen_within_two_years(count: usize, seed: u64) -> Vec<Shown> {
        let mut chance = chances(seed);
        let mut next = move || chance.next().unwrap();
        let draw = std::iter::repeat_with(|| {
            let age_weeks = 104.0 * next();
            let after_weeks = TRUE.scale * (-(1.0 - next()).ln()).powf(1.0 / TRUE.shape);
            Shown { after_weeks, age_weeks }
        });
        draw.filter(|s| s.after_weeks < s.age_weeks).take(count).collect()
    }

    /// §3.6: true scale 60; read naively 34, as truncated 58.
    #[test]
    fn lags_seen_so_far_are_read_as_cut_short() {
        for seed in [1, 2, 3] {
            let results = seen_within_two_years(400, seed);
            let naive: Vec<Case> =
                results.iter().map(|s| Case { time: s.after_weeks, happened: true }).collect();
            let naive = weibull::fit(&naive).unwrap();
            assert!((naive.scale - 34.5).abs() < 3.0, "{naive:?}");
            let truncated = fit(&results, DEFAULT);
            assert_eq!(truncated.basis, Basis::Learned { cases: 400 });
            assert!((truncated.model.scale_weeks - 58.0).abs() < 12.0, "{truncated:?}");
            assert!((truncated.model.shape - 1.35).abs() < 0.2, "{truncated:?}");
        }
    }

    #[test]
    fn few_results_leave_the_default_untouched() {
        let few = fit(&seen_within_two_years(9, 4), DEFAULT);
        assert_eq!(few.model, DEFAULT);
        assert_eq!(few.basis, Basis::Default(Unfit::TooFew { seen: 9, least: LEAST_RESULTS }));
    }

    #[test]
    fn odd_results_say_nothing_and_one_day_is_half_a_day() {
        let shown = |after_weeks, age_weeks| Shown { after_weeks, age_weeks };
        let odd = [
            shown(f64::NAN, 5.0),
            shown(3.0, f64::NAN),
            shown(-1.0, 5.0),
            shown(6.0, 5.0),
            shown(3.0, f64::INFINITY),
        ];
        assert!(odd.iter().all(|s| s.tidy().is_none()));
        let at_once = fit(&[shown(0.0, 0.0); 50], DEFAULT);
        assert!(at_once.model.scale_weeks.is_finite() && at_once.model.shape > 0.0);
        let alike = fit(&[shown(3.0, 100.0); 50], DEFAULT);
        assert_eq!(alike.basis, Basis::Default(Unfit::AllAlike));
        let quick: Vec<Shown> = (0..50).map(|day| shown(f64::from(day) / 7.0, 100.0)).collect();
        let quick = fit(&quick, DEFAULT).model;
        assert!((quick.scale_weeks - 3.8).abs() < 0.3, "{quick:?}");
        let results = [shown(2.0, 9.0), shown(3.0, 9.0)].repeat(9);
        let lost = fit(&results, Lag { shape: f64::NAN, scale_weeks: 34.0 });
        assert_eq!(lost.basis, Basis::Default(Unfit::NotFound));
    }
}
