//! Intervals for a share: so many of so many.
//!
//! Wilson 1927, J. Am. Stat. Assoc. 22:209–212; Clopper & Pearson 1934, Biometrika 26:404–413, for no
//! event at all, where the Wilson interval understates.

use statrs::function::erf::{erf_inv, erfc};

/// The Wilson score interval of `k` of `n` at a two-sided confidence such as 0.95; none where there is
/// no case. Both ends lie in 0..=1.
pub fn wilson(k: u64, n: u64, confidence: f64) -> Option<(f64, f64)> {
    if n == 0 || k > n {
        return None;
    }
    let z = normal_quantile_two_sided(confidence);
    let (k, n) = (as_f64(k), as_f64(n));
    let share = k / n;
    let centre = share + z * z / (2.0 * n);
    let half = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    let low = if k == 0.0 { 0.0 } else { ((centre - half) / scale).max(0.0) };
    let high = if k >= n { 1.0 } else { ((centre + half) / scale).min(1.0) };
    Some((low, high))
}

/// How likely `k` or more of `n` show it where the true share is `line`: the one-sided p-value of the
/// score test, the one whose inversion is the Wilson interval. One half where the line allows no
/// chance, or there is no case.
pub fn at_least_by_chance(k: u64, n: u64, line: f64) -> f64 {
    let (k, n) = (as_f64(k), as_f64(n));
    let error = (line * (1.0 - line) / n).sqrt();
    if n <= 0.0 || error.is_nan() || error <= 0.0 {
        return 0.5;
    }
    normal_above((k / n - line) / error)
}

/// The chance that a standard normal lies above `z`.
pub fn normal_above(z: f64) -> f64 {
    (0.5 * erfc(z / std::f64::consts::SQRT_2)).clamp(0.0, 1.0)
}

/// How many standard deviations hold the middle `confidence` of a normal distribution.
pub fn normal_quantile_two_sided(confidence: f64) -> f64 {
    std::f64::consts::SQRT_2 * erf_inv(level(confidence))
}

/// A confidence that can be used, 0 ≤ … < 1: whatever is no number counts as none at all.
pub(super) fn level(confidence: f64) -> f64 {
    if confidence.is_nan() { 0.0 } else { confidence.clamp(0.0, 1.0 - 1e-12) }
}

/// The upper bound of a share of which none of `n` showed anything, at a one-sided confidence:
/// 1 − (1 − confidence)^(1/n). Without a case nothing is known: 1.
pub fn none_of_one_sided(n: u64, confidence: f64) -> f64 {
    none_of(n, 1.0 - confidence)
}

/// The same at a two-sided confidence (Clopper–Pearson): 1 − ((1 − confidence)/2)^(1/n).
pub fn none_of_two_sided(n: u64, confidence: f64) -> f64 {
    none_of(n, (1.0 - confidence) / 2.0)
}

fn none_of(n: u64, alpha: f64) -> f64 {
    if n == 0 || alpha.is_nan() {
        return 1.0;
    }
    1.0 - alpha.clamp(0.0, 1.0).powf(1.0 / as_f64(n))
}

/// A count as a real number; exact up to 2⁵³, which no book reaches.
#[expect(clippy::cast_precision_loss, reason = "counts of facts stay far below 2^53")]
pub fn as_f64(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// §6.1, Wilson 95 %.
    #[test]
    fn the_intervals_are_the_published_ones() {
        for (k, n, low, high) in
            [(4, 30, 0.0531, 0.2968), (0, 12, 0.0, 0.2425), (8, 10, 0.4902, 0.9433)]
        {
            let (l, h) = wilson(k, n, 0.95).unwrap();
            near(l, low, 5e-5);
            near(h, high, 5e-5);
        }
    }

    /// Row 42.
    #[test]
    fn ten_of_ten_talks_with_friends_have_a_lower_bound_of_859() {
        near(wilson(10, 10, 0.8).unwrap().0, 0.859, 5e-4);
    }

    /// §6.1 zero events; row 50.
    #[test]
    fn none_of_three_hundred_bounds_the_rate_below_one_per_cent() {
        near(none_of_one_sided(12, 0.95), 0.220_922, 1e-6);
        near(none_of_one_sided(260, 0.95), 0.011_456, 1e-6);
        near(none_of_one_sided(300, 0.95), 0.009_936, 1e-6);
        near(none_of_two_sided(300, 0.95), 0.012_22, 1e-5);
    }

    /// The interval and the p-value say the same: beyond the line at 80 % two-sided is below 10 %.
    #[test]
    fn the_p_value_agrees_with_the_interval() {
        near(at_least_by_chance(10, 10, 0.85), 0.092_02, 5e-6);
        near(normal_above(1.644_854), 0.05, 1e-6);
        for k in 0..=40 {
            let (low, _) = wilson(k, 40, 0.8).unwrap();
            assert_eq!(low > 0.3, at_least_by_chance(k, 40, 0.3) < 0.1, "{k}");
        }
        near(at_least_by_chance(3, 0, 0.5), 0.5, 0.0);
        near(at_least_by_chance(3, 9, 1.0), 0.5, 0.0);
    }

    #[test]
    fn nothing_is_known_of_no_case() {
        assert_eq!(wilson(0, 0, 0.8), None);
        assert_eq!(wilson(2, 1, 0.8), None);
        near(none_of_one_sided(0, 0.95), 1.0, 0.0);
        near(none_of_one_sided(9, f64::NAN), 1.0, 0.0);
        near(none_of_one_sided(9, 7.0), 1.0, 0.0);
        let (low, high) = wilson(3, 9, f64::NAN).unwrap();
        near(low, high, 1e-12);
    }

    proptest::proptest! {
        #[test]
        fn the_interval_holds_the_share_and_stays_between_0_and_1(n in 1_u64..2000, part in 0.0..=1.0_f64) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of n")]
            let k = (as_f64(n) * part) as u64;
            let (low, high) = wilson(k, n, 0.8).unwrap();
            let share = as_f64(k) / as_f64(n);
            assert!(0.0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1.0);
        }
    }
}
