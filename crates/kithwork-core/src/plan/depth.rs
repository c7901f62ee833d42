//! How deep a relationship goes, between and beyond the rungs of the ladder.
//!
//! A rung needs evidence that is not always written down, and trust grows within a rung too: each
//! one-to-one takes it further, the next one less far. d(n) = 5·(1 − e^(−n/k)), n the one-to-ones so
//! far, each counting half as much for every year that has passed. The level stands where it is
//! deeper. Our judgement, after Misner's confidence curve: slow at first, then steep (§3.12).

use crate::params::PlanParams;

/// Weeks after which a one-to-one counts half.
const HALVES: f64 = 52.0;
const WEEKS_A_QUARTER: f64 = 13.044_642_857;

/// What one-to-ones of such a weight have built up, 0..5.
pub(super) fn of_talks(weight: f64, params: &PlanParams) -> f64 {
    5.0 * (1.0 - (-weight.max(0.0) / params.talks_to_depth).exp())
}

/// What is left of a weight after so many weeks.
pub(super) fn faded(weight: f64, weeks: f64) -> f64 {
    weight * (-weeks.max(0.0) / HALVES).exp2()
}

/// The depth at a level after one-to-ones of such a weight, and after one more.
pub(super) fn now_and_next(level: u8, weight: f64, params: &PlanParams) -> (f64, f64) {
    let level = f64::from(level.min(5));
    let now = of_talks(weight, params).max(level);
    let step = of_talks(weight + 1.0, params) - of_talks(weight, params);
    (now, (now + step).min(5.0))
}

/// How often somebody that deep refers, beside level 3; between two rungs along a straight line of
/// logarithms.
pub(super) fn multiplier(params: &PlanParams, depth: f64) -> f64 {
    let rates = &params.level_rates;
    let (mut below, mut part) = (0, depth.clamp(0.0, 5.0));
    while part >= 1.0 && below < 4 {
        (below, part) = (below + 1, part - 1.0);
    }
    let [low, high] = [below, below + 1].map(|at| rates[at].max(1e-6));
    low * (high / low).powf(part)
}

/// Weeks after which half of the warmth at that depth is gone; between two rungs along a line.
pub(super) fn half_life(params: &PlanParams, depth: f64) -> f64 {
    let (mut below, mut part) = (0, depth.clamp(0.0, 5.0));
    while part >= 1.0 && below < 4 {
        (below, part) = (below + 1, part - 1.0);
    }
    let [low, high] = [below, below + 1].map(|at| params.half_life_weeks[at].max(0.1));
    low + (high - low) * part
}

/// Warm quarters in a time of so many weeks that begins after a silence: ∫ 2^−(h+t)/H dt.
pub(super) fn warm_quarters(half_life: f64, silence: f64, weeks: f64) -> f64 {
    let rate = std::f64::consts::LN_2 / half_life.max(0.1);
    (-rate * silence).exp() * (1.0 - (-rate * weeks).exp()) / rate / WEEKS_A_QUARTER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_at_the_rungs_are_the_rungs_own() {
        let params = PlanParams::default();
        for (level, rate) in (0_u8..).zip(params.level_rates) {
            assert!((multiplier(&params, f64::from(level)) - rate).abs() < 1e-9);
        }
        let half_way = multiplier(&params, 2.5);
        assert!((half_way - (0.3_f64 * 1.0).sqrt()).abs() < 1e-9);
    }

    #[test]
    fn each_talk_takes_it_further_and_the_next_less_far() {
        let params = PlanParams::default();
        let steps: Vec<f64> = (0..8)
            .map(|n| of_talks(f64::from(n) + 1.0, &params) - of_talks(f64::from(n), &params))
            .collect();
        assert!(steps.iter().all(|s| *s > 0.0));
        assert!(steps.windows(2).all(|pair| pair[1] < pair[0]));
        let (now, next) = now_and_next(5, 3.0, &params);
        assert!(now >= 5.0 && next <= 5.0);
    }

    #[test]
    fn a_talk_counts_half_after_a_year() {
        assert!((faded(2.0, 52.0) - 1.0).abs() < 1e-12);
    }
}
