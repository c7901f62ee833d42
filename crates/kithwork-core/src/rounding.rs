//! From measured quantities to whole numbers: the only casts from floating point that lose a fraction.

/// The nearest whole number, halves away from zero; 0 for what is below zero or no number, and the largest there
/// is for what lies beyond.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates at both ends and makes 0 of NaN"
)]
pub fn whole(value: f64) -> u64 {
    value.round() as u64
}

/// The nearest whole number of either sign, halves away from zero; 0 for no number, and the nearest there is for
/// what lies beyond.
#[expect(
    clippy::cast_possible_truncation,
    reason = "`as` saturates at both ends and makes 0 of NaN"
)]
pub fn nearest(value: f64) -> i64 {
    value.round() as i64
}

/// Whole minutes of so many hours: none is lost to hours that no fraction writes exactly, such as 0.35. 0 for what
/// is below zero or no number, and the largest there is for what lies beyond.
pub fn minutes_of(hours: f64) -> u32 {
    u32::try_from(whole(hours * 60.0)).unwrap_or(u32::MAX)
}

/// Whole hours of so many minutes, the nearest; half an hour goes up. The one rounding of every count of
/// hours that is read.
pub const fn hours_of(minutes: u64) -> u64 {
    minutes / 60 + (minutes % 60) / 30
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_written_as_decimals_lose_no_minute() {
        assert_eq!([0.35, 1.5, 168.0, -1.0].map(minutes_of), [21, 90, 10_080, 0]);
        assert_eq!(minutes_of(f64::INFINITY), u32::MAX);
    }

    #[test]
    fn half_an_hour_goes_up() {
        assert_eq!([0, 29, 30, 89, 90, 13_609].map(hours_of), [0, 0, 1, 1, 2, 227]);
        assert_eq!(hours_of(u64::MAX), u64::MAX / 60);
    }

    #[test]
    fn halves_go_away_from_zero_and_the_ends_hold() {
        assert_eq!([0.4, 0.5, 2.5].map(whole), [0, 1, 3]);
        assert_eq!([-3.0, f64::NAN, f64::NEG_INFINITY].map(whole), [0, 0, 0]);
        assert_eq!(whole(f64::INFINITY), u64::MAX);
        assert_eq!([-2.5, -0.4, 0.5, f64::NAN].map(nearest), [-3, 0, 1, 0]);
        assert_eq!([f64::NEG_INFINITY, f64::INFINITY].map(nearest), [i64::MIN, i64::MAX]);
    }
}
