//! Dates and times, as the owner's country writes them.

use super::locale::locale;
use jiff::civil::{Date, Time, Weekday};
use kithwork_core::written;

/// A date near `today`: `Thu 12 Nov`, with its year where that is another.
pub(crate) fn day(date: Date, today: Date) -> String {
    written::day(locale(), date, today)
}

/// A date with its year, short: `12 Nov 2026`.
pub(crate) fn day_in(date: Date) -> String {
    written::day_in(locale(), date)
}

/// A month with its year, short: `Nov 2026`.
pub(crate) fn month_in(date: Date) -> String {
    written::month_in(locale(), date)
}

/// A date spelled out: `Monday 16 November 2026`.
pub(crate) fn long_day(date: Date) -> String {
    written::long_day(locale(), date)
}

/// A date near `today` without its weekday: `12 November`, with its year where that is another.
pub(crate) fn day_of(date: Date, today: Date) -> String {
    written::day_of(locale(), date, today)
}

/// A date near `today`: `Tuesday 17 November`, with its year where that is another.
pub(crate) fn weekday_of(date: Date, today: Date) -> String {
    written::weekday_of(locale(), date, today)
}

/// The seven days from a Monday: `16–22 November`, `30 November – 6 December`.
pub(crate) fn week(monday: Date) -> String {
    written::week(locale(), monday)
}

/// A day of the week: `Thursday`.
pub(crate) fn weekday(day: Weekday) -> &'static str {
    written::weekday(locale(), day)
}

/// A time of day: `14:30`.
pub(crate) fn clock(at: Time) -> String {
    written::clock(locale(), at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_read_as_british_diaries_do() {
        let today = date(2026, 11, 16);
        assert_eq!(day(date(2026, 11, 12), today), "Thu 12 Nov");
        assert_eq!(day(date(2025, 11, 13), today), "Thu 13 Nov 2025");
        assert_eq!(week(today), "16–22 November");
        assert_eq!(week(date(2026, 11, 30)), "30 November – 6 December");
        assert_eq!(long_day(today), "Monday 16 November 2026");
    }

    #[test]
    fn dates_are_written_as_their_reader_writes_them() {
        use super::super::locale::written_in;
        use jiff::civil::time;
        use kithwork_core::facts::Locale;
        let said = || (day_in(date(2026, 11, 12)), clock(time(14, 30, 0, 0)));
        let us = written_in(Locale::EnUs, said);
        assert_eq!(us, ("Nov 12, 2026".to_owned(), "2:30\u{a0}PM".to_owned()));
        assert_eq!(said(), ("12 Nov 2026".to_owned(), "14:30".to_owned()), "only for as long");
    }

    #[test]
    fn the_last_week_of_all_time_does_not_panic() {
        assert!(!week(Date::MAX).is_empty());
    }
}
