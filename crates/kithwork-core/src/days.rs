//! Days between civil dates.

use jiff::SignedDuration;
use jiff::civil::Date;

/// Days from the first date to the second; negative where the second is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    let hours = to.duration_since(from).as_hours();
    i32::try_from(hours / 24).unwrap_or(i32::MAX)
}

/// Weeks from the first date to the second, never less than none.
pub fn weeks_between(from: Date, to: Date) -> f64 {
    f64::from(days_between(from, to).max(0)) / 7.0
}

/// The date so many days before, or the first there is.
pub fn days_before(date: Date, days: i32) -> Date {
    date.saturating_sub(whole_days(days))
}

/// The date so many days after, or the last there is.
pub fn days_after(date: Date, days: i32) -> Date {
    date.saturating_add(whole_days(days))
}

/// A duration of hours: adding it costs far less than adding a calendar span.
fn whole_days(days: i32) -> SignedDuration {
    SignedDuration::from_hours(i64::from(days) * 24)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_run_over_leap_days_and_stop_at_the_ends_of_time() {
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2024, 3, 1), date(2024, 2, 28)), -2);
        assert_eq!(days_before(date(2024, 3, 1), 366), date(2023, 3, 1));
        assert_eq!(days_after(date(2023, 12, 31), 1), date(2024, 1, 1));
        assert_eq!(days_before(Date::MIN, 1), Date::MIN);
        assert_eq!(days_after(Date::MAX, i32::MAX), Date::MAX);
        assert!(weeks_between(date(2024, 1, 8), date(2024, 1, 1)) <= 0.0);
    }
}
