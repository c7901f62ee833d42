//! Days between civil dates.

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
    date.saturating_sub(jiff::Span::new().days(days))
}

/// The date so many days after, or the last there is.
pub fn days_after(date: Date, days: i32) -> Date {
    date.saturating_add(jiff::Span::new().days(days))
}
