//! Dates.

use jiff::ToSpan;
use jiff::civil::Date;

/// A date near `today`: `Thu 12 Nov`, with its year where that is another.
pub(crate) fn day(date: Date, today: Date) -> String {
    if date.year() == today.year() { say(date, "%a %-d %b") } else { say(date, "%a %-d %b %Y") }
}

/// A date with its year, short: `12 Nov 2026`.
pub(crate) fn day_in(date: Date) -> String {
    say(date, "%-d %b %Y")
}

/// A date spelled out: `Monday 16 November 2026`.
pub(crate) fn long_day(date: Date) -> String {
    say(date, "%A %-d %B %Y")
}

/// A date of the week at hand: `Tuesday 17 November`.
pub(crate) fn month_day(date: Date) -> String {
    say(date, "%A %-d %B")
}

/// The seven days from a Monday: `16–22 November`, `30 November – 6 December`.
pub(crate) fn week(monday: Date) -> String {
    let sunday = monday.saturating_add(6.days());
    if monday.month() == sunday.month() {
        return format!("{}–{}", monday.day(), say(sunday, "%-d %B"));
    }
    format!("{} – {}", say(monday, "%-d %B"), say(sunday, "%-d %B"))
}

fn say(date: Date, format: &str) -> String {
    date.strftime(format).to_string()
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
    fn the_last_week_of_all_time_does_not_panic() {
        assert!(!week(Date::MAX).is_empty());
    }
}
