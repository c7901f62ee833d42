//! Days between civil dates.

use jiff::SignedDuration;
use jiff::civil::Date;

/// Days from the first date to the second; negative where the second is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    number(to) - number(from)
}

/// The number of a day, counted from the first of March of the year 0 of the Gregorian calendar (Hinnant
/// 2013, *chrono-compatible low-level date algorithms*, `days_from_civil`). A review takes millions of
/// differences, and a calendar's own duration costs ten times as much.
fn number(date: Date) -> i32 {
    let month = i32::from(date.month());
    // Years begin in March, so that a leap day is the last of its year.
    let year = i32::from(date.year()) - i32::from(month < 3);
    let century = year.div_euclid(100);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(date.day()) - 1;
    365 * year + year.div_euclid(4) - century + century.div_euclid(4) + day_of_year
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

/// How long before a date another one was, in words: the one way in which all pages say so.
pub fn ago(then: Date, now: Date) -> String {
    match days_between(then, now) {
        ..=-1 => "this week".to_owned(),
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        // Two weeks and six days are no two weeks.
        days @ (2..=13 | 15..=20) => format!("{days} days ago"),
        days @ 14..=112 => format!("{} weeks ago", days / 7),
        days @ 113..=729 => format!("{} months ago", days * 12 / 365),
        days => format!("{} years ago", days / 365),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// jiff counts the same days, at every end of a month and of a century.
    #[test]
    fn days_are_counted_as_the_calendar_counts_them() {
        let start = date(-4713, 11, 24);
        let far = [date(-1, 2, 28), date(0, 2, 29), date(0, 3, 1), date(1900, 2, 28), Date::MAX];
        let near = (0..1500).map(|n| days_after(date(1996, 1, 1), n));
        for on in near.chain(far) {
            let hours = on.duration_since(start).as_hours();
            assert_eq!(i64::from(days_between(start, on)), hours / 24, "{on}");
        }
    }

    #[test]
    fn days_are_told_while_weeks_would_say_too_little() {
        let now = date(2026, 11, 23);
        let told = [13, 14, 20, 21].map(|days| ago(days_before(now, days), now));
        let as_said = ["13 days ago", "2 weeks ago", "20 days ago", "3 weeks ago"];
        assert_eq!(told, as_said);
    }

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
