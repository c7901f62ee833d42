//! Dates and times.

use super::names;
use crate::facts::Locale::{self, DeDe, EnAu, EnCa, EnGb, EnIe, EnNz, EnUs, FrFr};
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

/// A date near `today`: `Thu 12 Nov`, with its year where that is another (`MMMEd`, `yMMMEd`).
pub fn day(locale: Locale, date: Date, today: Date) -> String {
    let (weekday, month) =
        (names::short_day(locale, date.weekday()), names::short_month(locale, date));
    if date.year() != today.year() {
        return with_year(locale, weekday, month, date);
    }
    let on = date.day();
    match locale {
        EnGb | FrFr => format!("{weekday} {on} {month}"),
        EnIe | EnAu | EnNz => format!("{weekday}, {on} {month}"),
        EnUs | EnCa => format!("{weekday}, {month} {on}"),
        DeDe => format!("{weekday}, {on}. {month}"),
    }
}

/// A date with its year, its weekday and month as short or long as they are given.
fn with_year(locale: Locale, weekday: &str, month: &str, date: Date) -> String {
    let (on, year) = (date.day(), date.year());
    match locale {
        EnGb | EnIe | FrFr => format!("{weekday} {on} {month} {year}"),
        EnAu | EnNz => format!("{weekday}, {on} {month} {year}"),
        EnUs | EnCa => format!("{weekday}, {month} {on}, {year}"),
        DeDe => format!("{weekday}, {on}. {month} {year}"),
    }
}

/// A date with its year, short: `12 Nov 2026` (`yMMMd`).
pub fn day_in(locale: Locale, date: Date) -> String {
    let (on, month, year) = (date.day(), names::short_month(locale, date), date.year());
    match locale {
        EnUs | EnCa => format!("{month} {on}, {year}"),
        DeDe => format!("{on}. {month} {year}"),
        _ => format!("{on} {month} {year}"),
    }
}

/// A month with its year, short: `Nov 2026` (`yMMM`).
pub fn month_in(locale: Locale, date: Date) -> String {
    format!("{} {}", names::short_month(locale, date), date.year())
}

/// A date spelled out: `Monday 16 November 2026` (`dateFormatLength` full).
pub fn long_day(locale: Locale, date: Date) -> String {
    with_year(locale, names::day(locale, date.weekday()), names::month(locale, date), date)
}

/// A date near `today` without its weekday: `12 November`, with its year where that is another (`MMMMd`, `yMMMMd`).
pub fn day_of(locale: Locale, date: Date, today: Date) -> String {
    if date.year() == today.year() { without_year(locale, date) } else { full_day(locale, date) }
}

fn without_year(locale: Locale, date: Date) -> String {
    let (on, month) = (date.day(), names::month(locale, date));
    match locale {
        EnUs | EnCa => format!("{month} {on}"),
        DeDe => format!("{on}. {month}"),
        _ => format!("{on} {month}"),
    }
}

/// A date with its year: `12 November 2026` (`dateFormatLength` long).
pub fn full_day(locale: Locale, date: Date) -> String {
    match locale {
        EnUs | EnCa => format!("{}, {}", without_year(locale, date), date.year()),
        _ => format!("{} {}", without_year(locale, date), date.year()),
    }
}

/// A date near `today`: `Tuesday 17 November`, with its year where that is another (`MMMMEEEEd`, `yMMMMEEEEd`).
pub fn weekday_of(locale: Locale, date: Date, today: Date) -> String {
    if date.year() == today.year() { month_day(locale, date) } else { long_day(locale, date) }
}

/// A date of the weeks at hand: `Tuesday 17 November` (`MMMMEEEEd`).
pub fn month_day(locale: Locale, date: Date) -> String {
    let weekday = names::day(locale, date.weekday());
    let (on, month) = (date.day(), names::month(locale, date));
    match locale {
        EnGb | EnAu | FrFr => format!("{weekday} {on} {month}"),
        EnIe | EnNz => format!("{weekday}, {on} {month}"),
        EnUs | EnCa => format!("{weekday}, {month} {on}"),
        DeDe => format!("{weekday}, {on}. {month}"),
    }
}

/// The seven days from a Monday: `16–22 November`, `30 November – 6 December` (`intervalFormats`).
pub fn week(locale: Locale, monday: Date) -> String {
    let sunday = monday.saturating_add(6.days());
    let (first, last) = (monday.day(), sunday.day());
    let (month, next) = (names::month(locale, monday), names::month(locale, sunday));
    match (locale, monday.month() == sunday.month()) {
        (EnUs | EnCa, true) => format!("{month} {first}–{last}"),
        (EnUs | EnCa, false) => format!("{month} {first} – {next} {last}"),
        (DeDe, true) => format!("{first}.–{last}. {next}"),
        (DeDe, false) => format!("{first}. {month} – {last}. {next}"),
        (_, true) => format!("{first}–{last} {next}"),
        (_, false) => format!("{first} {month} – {last} {next}"),
    }
}

/// A day of the week: `Thursday`.
pub fn weekday(locale: Locale, day: Weekday) -> &'static str {
    names::day(locale, day)
}

/// A time of day: `14:30`, `2:30 PM` (`timeFormatLength` short).
pub fn clock(locale: Locale, at: Time) -> String {
    let (hour, minute) = (at.hour(), at.minute());
    let half = |am: &'static str, pm: &'static str| if hour < 12 { am } else { pm };
    let half = match locale {
        EnUs => half("AM", "PM"),
        EnCa => half("a.m.", "p.m."),
        EnAu | EnNz => half("am", "pm"),
        _ => return format!("{hour:02}:{minute:02}"),
    };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    // The space does not break: a time is one thing.
    format!("{hour}:{minute:02}\u{a0}{half}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    /// As `Intl.DateTimeFormat` of ICU 78 (CLDR 48) writes them: the 12th of November 2026 and of 2025 with
    /// its weekday, with its year alone, in full, without a year; the first of September; half past two.
    const GOLDEN: [(Locale, [&str; 7]); 8] = [
        (
            EnGb,
            [
                "Thu 12 Nov",
                "Wed 12 Nov 2025",
                "12 Nov 2026",
                "Thursday 12 November 2026",
                "Thursday 12 November",
                "Tue 1 Sept",
                "14:30",
            ],
        ),
        (
            EnIe,
            [
                "Thu, 12 Nov",
                "Wed 12 Nov 2025",
                "12 Nov 2026",
                "Thursday 12 November 2026",
                "Thursday, 12 November",
                "Tue, 1 Sept",
                "14:30",
            ],
        ),
        (
            EnUs,
            [
                "Thu, Nov 12",
                "Wed, Nov 12, 2025",
                "Nov 12, 2026",
                "Thursday, November 12, 2026",
                "Thursday, November 12",
                "Tue, Sep 1",
                "2:30 PM",
            ],
        ),
        (
            EnCa,
            [
                "Thu, Nov 12",
                "Wed, Nov 12, 2025",
                "Nov 12, 2026",
                "Thursday, November 12, 2026",
                "Thursday, November 12",
                "Tue, Sep 1",
                "2:30 p.m.",
            ],
        ),
        (
            EnAu,
            [
                "Thu, 12 Nov",
                "Wed, 12 Nov 2025",
                "12 Nov 2026",
                "Thursday, 12 November 2026",
                "Thursday 12 November",
                "Tue, 1 Sept",
                "2:30 pm",
            ],
        ),
        (
            EnNz,
            [
                "Thu, 12 Nov",
                "Wed, 12 Nov 2025",
                "12 Nov 2026",
                "Thursday, 12 November 2026",
                "Thursday, 12 November",
                "Tue, 1 Sept",
                "2:30 pm",
            ],
        ),
        (
            DeDe,
            [
                "Do., 12. Nov.",
                "Mi., 12. Nov. 2025",
                "12. Nov. 2026",
                "Donnerstag, 12. November 2026",
                "Donnerstag, 12. November",
                "Di., 1. Sept.",
                "14:30",
            ],
        ),
        (
            FrFr,
            [
                "jeu. 12 nov.",
                "mer. 12 nov. 2025",
                "12 nov. 2026",
                "jeudi 12 novembre 2026",
                "jeudi 12 novembre",
                "mar. 1 sept.",
                "14:30",
            ],
        ),
    ];

    #[test]
    fn dates_and_times_are_written_as_in_their_country() {
        let (on, today) = (date(2026, 11, 12), date(2026, 11, 16));
        for (locale, golden) in GOLDEN {
            let written = [
                day(locale, on, today),
                day(locale, date(2025, 11, 12), today),
                day_in(locale, on),
                long_day(locale, on),
                weekday_of(locale, on, today),
                day(locale, date(2026, 9, 1), today),
                clock(locale, time(14, 30, 0, 0)).replace('\u{a0}', " "),
            ];
            assert_eq!(written, golden, "{}", locale.name());
        }
    }

    #[test]
    fn months_are_shortened_as_in_their_country() {
        let months =
            |locale| (1..=12).map(|m| day_in(locale, date(2026, m, 7))).collect::<Vec<_>>();
        assert_eq!(months(EnAu)[5..7], ["7 June 2026", "7 July 2026"]);
        assert_eq!(months(DeDe)[2..5], ["7. März 2026", "7. Apr. 2026", "7. Mai 2026"]);
        assert_eq!(months(FrFr)[5..8], ["7 juin 2026", "7 juil. 2026", "7 août 2026"]);
        assert_eq!(month_in(EnUs, date(2026, 9, 1)), "Sep 2026");
        let full = |locale| full_day(locale, date(2026, 11, 12));
        assert_eq!([full(EnGb), full(EnUs)], ["12 November 2026", "November 12, 2026"]);
        assert_eq!([full(DeDe), full(FrFr)], ["12. November 2026", "12 novembre 2026"]);
    }

    #[test]
    fn the_year_stands_where_it_is_not_this_one() {
        let (on, later) = (date(2026, 11, 12), date(2027, 1, 4));
        let [this, other] = [on, later].map(|today| day_of(EnGb, on, today));
        assert_eq!([this, other], ["12 November", "12 November 2026"]);
        let [this, other] = [on, later].map(|today| weekday_of(EnGb, on, today));
        assert_eq!([this, other], ["Thursday 12 November", "Thursday 12 November 2026"]);
    }

    #[test]
    fn a_week_is_written_with_its_month_once_where_it_has_one() {
        let (within, across) = (date(2026, 11, 16), date(2026, 11, 30));
        for (locale, one, two) in [
            (EnGb, "16–22 November", "30 November – 6 December"),
            (EnUs, "November 16–22", "November 30 – December 6"),
            (DeDe, "16.–22. November", "30. November – 6. Dezember"),
            (FrFr, "16–22 novembre", "30 novembre – 6 décembre"),
        ] {
            assert_eq!((week(locale, within).as_str(), week(locale, across).as_str()), (one, two));
        }
        assert!(!week(EnGb, Date::MAX).is_empty(), "the last week of all time");
    }

    #[test]
    fn midnight_and_noon_are_twelve() {
        let at = |hour| clock(EnUs, time(hour, 5, 0, 0)).replace('\u{a0}', " ");
        assert_eq!([at(0), at(12), at(23)], ["12:05 AM", "12:05 PM", "11:05 PM"]);
    }
}
