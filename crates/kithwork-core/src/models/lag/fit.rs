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
use crate::models::wilson::as_f64;
use std::collections::BTreeMap;

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
    highest(default, |lag| ln_likelihood(lag, results))
}

/// The lag of the highest posterior density around the default.
fn highest(default: Lag, ln_likelihood: impl Fn(Lag) -> f64) -> Result<Lag, Unfit> {
    let centre = [default.shape.ln(), default.scale_weeks.ln()];
    let end = minimise(
        centre,
        with_slope(|at| {
            let away = (at[0] - centre[0]).powi(2) + (at[1] - centre[1]).powi(2);
            away / (2.0 * SPREAD * SPREAD) - ln_likelihood(lag(*at))
        }),
    );
    if end.is_found { Ok(lag(end.at)) } else { Err(Unfit::NotFound) }
}

/// What somebody was given over time, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Hours given, each with its age in weeks.
    pub efforts: Vec<(f64, f64)>,
    /// The ages of the results, weeks.
    pub results: Vec<f64>,
}

/// The same where nobody knows which of many hours brought a result: each may have. Given how many
/// results somebody brought, these fall as Σ h·f(age − age of the result) over Σ h·F(age), which for
/// one hour and one result is f(l)/F(τ). Ages are read in whole weeks, the middle of each.
pub fn fit_courses(courses: &[Course], default: Lag) -> Fitted<Lag> {
    let courses: Vec<ByWeek> = courses.iter().filter_map(ByWeek::of).collect();
    let seen: u64 = courses.iter().map(|c| c.results).sum();
    let is_single = |c: &ByWeek| c.gaps.iter().all(|gaps| gaps.len() < 2) && c.efforts.len() < 2;
    let first = courses.first().and_then(|c| c.gaps.first()?.first()).map(|gap| gap.0);
    let alike = |c: &ByWeek| c.gaps.iter().flatten().all(|gap| Some(gap.0) == first);
    let fit = if seen < LEAST_RESULTS {
        Err(Unfit::TooFew { seen, least: LEAST_RESULTS })
    } else if courses.iter().all(|c| is_single(c) && alike(c)) {
        Err(Unfit::AllAlike)
    } else {
        highest(default, |lag| ln_likelihood_of_courses(lag, &courses)).and_then(|lag| {
            if tells(lag, &courses) { Ok((lag, seen)) } else { Err(Unfit::AllAlike) }
        })
    };
    Fitted::or_default(fit, default)
}

/// Whether the results say twice as much of the scale as was believed before: hours as regular as a
/// clock tell hardly anything of which of them brought a result.
fn tells(lag: Lag, courses: &[ByWeek]) -> bool {
    const STEP: f64 = 0.1;
    let at = |step: f64| {
        let scale_weeks = lag.scale_weeks * step.exp();
        ln_likelihood_of_courses(Lag { scale_weeks, ..lag }, courses)
    };
    let information = (2.0 * at(0.0) - at(STEP) - at(-STEP)) / (STEP * STEP);
    information >= 2.0 / (SPREAD * SPREAD)
}

/// A course in whole weeks, which many hours share.
struct ByWeek {
    /// Hours by their age.
    efforts: Vec<(usize, f64)>,
    /// For each result that effort went before: hours by how long before.
    gaps: Vec<Vec<(usize, f64)>>,
    results: u64,
}

/// Older effort says nothing more: any lag has run its course.
const MOST_WEEKS: f64 = 1040.0;

impl ByWeek {
    fn of(course: &Course) -> Option<Self> {
        let sound = |&&(hours, age): &&(f64, f64)| hours > 0.0 && hours.is_finite() && age >= 0.0;
        let efforts: Vec<(f64, f64)> = course.efforts.iter().filter(sound).copied().collect();
        let gaps: Vec<Vec<(usize, f64)>> = (course.results.iter())
            .map(|&age| weekly(efforts.iter().map(|&(hours, given)| (hours, given - age))))
            .filter(|gaps| !gaps.is_empty())
            .collect();
        let results = gaps.len() as u64;
        (results > 0).then(|| Self { efforts: weekly(efforts.into_iter()), gaps, results })
    }
}

/// Hours by whole weeks; those of a negative time are left out.
fn weekly(hours: impl Iterator<Item = (f64, f64)>) -> Vec<(usize, f64)> {
    let mut weeks: BTreeMap<usize, f64> = BTreeMap::new();
    for (hours, time) in hours.filter(|(_, time)| *time > -1e-9) {
        *weeks.entry(week(time)).or_default() += hours;
    }
    weeks.into_iter().collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between none and twenty years"
)]
fn week(time: f64) -> usize {
    (time + 1e-9).clamp(0.0, MOST_WEEKS) as usize
}

fn ln_likelihood_of_courses(lag: Lag, courses: &[ByWeek]) -> f64 {
    let weibull: Weibull = lag.into();
    let oldest = courses.iter().flat_map(|c| &c.efforts).map(|&(week, _)| week).max().unwrap_or(0);
    let middle = |week: usize| as_f64(week as u64) + 0.5;
    let density: Vec<f64> = (0..=oldest).map(|w| weibull.ln_density(middle(w)).exp()).collect();
    let below: Vec<f64> = (0..=oldest).map(|w| weibull.below(middle(w))).collect();
    let sum = |hours: &[(usize, f64)], table: &[f64]| -> f64 {
        hours.iter().map(|&(week, hours)| hours * table.get(week).copied().unwrap_or(0.0)).sum()
    };
    let of = |course: &ByWeek| {
        let results: f64 =
            course.gaps.iter().map(|gaps| sum(gaps, &density).max(f64::MIN_POSITIVE).ln()).sum();
        let exposure = sum(&course.efforts, &below).max(f64::MIN_POSITIVE);
        results - as_f64(course.results) * exposure.ln()
    };
    courses.iter().map(of).sum()
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

    /// One hour and one result each: as [`fit`], but for the rounding to weeks.
    #[test]
    fn where_one_hour_brought_it_a_course_says_what_a_lag_says() {
        let results = seen_within_two_years(400, 1);
        let course = |s: &Shown| Course {
            efforts: vec![(1.0, s.age_weeks)],
            results: vec![s.age_weeks - s.after_weeks],
        };
        let (one, other) = (fit(&results, DEFAULT), {
            let courses: Vec<Course> = results.iter().map(course).collect();
            fit_courses(&courses, DEFAULT)
        });
        assert_eq!(other.basis, Basis::Learned { cases: 400 });
        assert!((one.model.scale_weeks / other.model.scale_weeks - 1.0).abs() < 0.05, "{other:?}");
    }

    /// A thousand people, an hour each month for two years, results of each hour after its own lag: which
    /// hour brought which is not told.
    #[test]
    fn which_of_many_hours_brought_it_need_not_be_known() {
        for (seed, scale) in [(5, 15.0), (6, 34.0), (7, 70.0)] {
            let truth = Weibull { shape: 1.35, scale };
            let mut chance = chances(seed);
            let mut next = move || chance.next().unwrap();
            let courses: Vec<Course> = (0..1000)
                .map(|_| {
                    let start = 40.0 + 64.0 * next();
                    let efforts: Vec<(f64, f64)> =
                        (0..24).map(|n| (1.0, start - 4.3 * f64::from(n))).collect();
                    let efforts: Vec<_> = efforts.into_iter().filter(|e| e.1 >= 0.0).collect();
                    let mut course = Course { efforts: efforts.clone(), results: Vec::new() };
                    for (_, age) in efforts {
                        let lag = truth.scale * (-(1.0 - next()).ln()).powf(1.0 / truth.shape);
                        if next() < 0.15 && lag < age {
                            course.results.push(age - lag);
                        }
                    }
                    course
                })
                .collect();
            let found = fit_courses(&courses, DEFAULT);
            assert!(found.is_learned());
            let ratio = found.model.scale_weeks / scale;
            assert!((0.7..1.45).contains(&ratio), "{scale}: {found:?}");
        }
    }

    #[test]
    fn courses_that_cannot_tell_leave_the_default() {
        let clock = |n: u32| (1.0, 4.0 * f64::from(n));
        let even = Course {
            efforts: (0..40).map(clock).collect(),
            results: (0..12).map(|n| 12.0 * f64::from(n)).collect(),
        };
        let basis = fit_courses(&[even], DEFAULT).basis;
        assert_eq!(basis, Basis::Default(Unfit::AllAlike), "as regular as a clock");
        let few = Course { efforts: vec![(1.0, 30.0)], results: vec![10.0; 9] };
        assert!(!fit_courses(&[few], DEFAULT).is_learned());
        let alike = Course { efforts: vec![(1.0, 30.0)], results: vec![10.0; 30] };
        assert_eq!(fit_courses(&[alike], DEFAULT).basis, Basis::Default(Unfit::AllAlike));
        let odd =
            Course { efforts: vec![(f64::NAN, 3.0), (2.0, f64::NAN)], results: vec![1.0; 40] };
        assert!(!fit_courses(&[odd, Course::default()], DEFAULT).is_learned());
        let before = Course { efforts: vec![(1.0, 3.0)], results: vec![90.0; 40] };
        assert!(!fit_courses(&[before], DEFAULT).is_learned(), "results before any effort");
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
