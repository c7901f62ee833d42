//! How warmth fades between contacts (§3.2): w(h) = 2^(−h/H).

/// What is left of warmth after `weeks` of silence, 0..=1; it halves every `half_life_weeks`. Nothing is
/// left where either is no number, or the half-life is not positive.
pub fn warmth(weeks: f64, half_life_weeks: f64) -> f64 {
    if weeks.is_nan() || half_life_weeks.is_nan() || half_life_weeks <= 0.0 {
        return 0.0;
    }
    (-weeks.clamp(0.0, f64::MAX) / half_life_weeks).exp2()
}

/// Minutes a week that staying in touch takes: Σ minutes per touch ÷ weeks between touches (§3.2).
pub fn minutes_needed(touches: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    let sound = touches.into_iter().filter(|&(m, weeks)| m.is_finite() && weeks > 0.0);
    sound.map(|(m, weeks)| m / weeks).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// §3.2, test values.
    #[test]
    fn warmth_halves_each_half_life() {
        assert!((warmth(8.0, 8.0) - 0.5).abs() < 1e-12);
        assert!((warmth(16.0, 8.0) - 0.25).abs() < 1e-12);
        assert!((warmth(-1.0, 8.0) - 1.0).abs() < 1e-12);
        assert!(warmth(1.0, 0.0) <= 0.0);
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(
                (0.0..=1.0).contains(&warmth(odd, 8.0)) && (0.0..=1.0).contains(&warmth(3.0, odd))
            );
            assert!(minutes_needed([(odd, 4.0), (60.0, odd)]).is_finite());
        }
    }

    #[test]
    fn ten_people_an_hour_each_every_four_weeks_take_two_and_a_half_hours_a_week() {
        assert!((minutes_needed((0..10).map(|_| (60.0, 4.0))) - 150.0).abs() < 1e-9);
        assert!(minutes_needed([(60.0, 0.0)]) <= 0.0);
    }
}
