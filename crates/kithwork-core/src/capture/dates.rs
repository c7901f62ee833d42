//! Days in plain words: `yesterday`, `last thurs`, `by friday`, `16/11`, `in 2 weeks`.

use super::durations::{is_unit, number_word};
use super::words::Word;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// So far ahead a day of the year is still meant where the words tell of what has been, days; judgement:
/// whoever writes "lunch on 12 December" in November has it before them, and "coffee 7 May" behind them.
const SOON: i64 = 92;

/// So long a day of the year that has gone by is meant, where one is due, rather than that of the next
/// year, days; judgement: whoever says "by 20 November" on the 22nd speaks of the day before yesterday.
pub(super) const JUST_PAST: i64 = 28;

/// Which way an open date points: `monday` was, in what happened, and is to come, in what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// It has happened.
    Past,
    /// It is to come.
    Due,
}

/// A day that begins at word `at`: the date, and how many words it takes, prepositions included.
pub(super) fn at(
    words: &[Word<'_>],
    at: usize,
    today: Date,
    sense: Sense,
) -> Option<(Date, usize)> {
    let low = |i: usize| words.get(at + i).map_or("", |w| w.low.as_str());
    let lead = match low(0) {
        "on" | "by" | "before" | "until" | "till" | "for" | "due" | "around" | "from" | "since" => {
            1
        }
        _ => 0,
    };
    let sense = if lead == 1 && low(0) != "on" && low(0) != "from" && low(0) != "since" {
        Sense::Due
    } else {
        sense
    };
    let lead =
        lead + usize::from(matches!(low(lead), "the" | "this") && !fixed_this(low(lead + 1)));
    let rest = |i: usize| low(lead + i);
    let (date, length) = of_a_month(&rest, today)
        .or_else(|| relative(&rest, today, sense))
        .or_else(|| dated_weekday(&rest, today, sense))
        .or_else(|| weekday(&rest, today, sense))
        .or_else(|| month_day(&rest, today, sense))
        .or_else(|| numeric(rest(0), today, sense).map(|d| (d, 1)).filter(|_| !is_fraction(&rest)))
        .or_else(|| (lead > 0).then(|| day_only(&rest, today, sense)).flatten())?;
    let strictly_before =
        low(0) == "before" && (numbered(rest(0)) || weekday_of(rest(0)).is_some());
    let date = if strictly_before { date.checked_sub(1.day()).unwrap_or(date) } else { date };
    Some((date, lead + length))
}

fn fixed_this(next: &str) -> bool {
    matches!(next, "week" | "month" | "morning" | "afternoon" | "evening")
}

fn numbered(low: &str) -> bool {
    low.starts_with(|c: char| c.is_ascii_digit())
}

/// `yesterday`, `3 days ago`, `in 2 weeks`, `next week`, `end of the month`.
fn relative<'w>(
    low: &impl Fn(usize) -> &'w str,
    today: Date,
    sense: Sense,
) -> Option<(Date, usize)> {
    let is = |phrase: &str| phrase.split(' ').enumerate().all(|(i, word)| low(i) == word);
    let friday = to_come(today, Weekday::Friday, true);
    for (phrase, days) in DAYS {
        if is(phrase) {
            return Some((shifted(today, *days), phrase.split(' ').count()));
        }
    }
    let fixed = |phrase: &str, date: Date| is(phrase).then(|| (date, phrase.split(' ').count()));
    let month_end = today.last_of_month();
    let end_of = || {
        let month = month_of(low(2)).filter(|_| is("end of"))?;
        let first = in_year(today, sense, None, month, 1)?;
        let end = |year| Some(Date::new(year, month, 1).ok()?.last_of_month());
        let due = || {
            let mut ends = [-1, 0, 1].into_iter().filter_map(|more| end(today.year() + more));
            ends.find(|end| *end >= today || is_just_past(*end, today))
        };
        let end = if sense == Sense::Due { due() } else { None };
        Some((end.unwrap_or_else(|| first.last_of_month()), 3))
    };
    fixed("end of next week", shifted(friday, 7))
        .or_else(|| fixed("end of the week", friday))
        .or_else(|| fixed("end of this week", friday))
        .or_else(|| fixed("end of week", friday))
        .or_else(|| fixed("weekend", shifted(friday, 1)))
        .or_else(|| fixed("end of the month", month_end))
        .or_else(|| fixed("end of this month", month_end))
        .or_else(|| fixed("end of month", month_end))
        .or_else(|| fixed("month end", month_end))
        .or_else(|| fixed("next week", shifted(friday, 7)))
        .or_else(|| fixed("next month", shifted(month_end, 1).last_of_month()))
        .or_else(|| fixed("this week", if sense == Sense::Due { friday } else { today }))
        .or_else(|| fixed("this month", if sense == Sense::Due { month_end } else { today }))
        .or_else(end_of)
        .or_else(|| {
            let christmas = in_year(today, sense, None, 12, 25)?;
            let next = || in_year(today, sense, Some(christmas.year() + 1), 12, 25);
            let is_over = sense == Sense::Due && christmas < today;
            fixed("christmas", if is_over { next()? } else { christmas })
        })
        .or_else(|| counted(low, today))
}

const DAYS: &[(&str, i64)] = &[
    ("the day before yesterday", -2),
    ("day before yesterday", -2),
    ("the day after tomorrow", 2),
    ("day after tomorrow", 2),
    ("this morning", 0),
    ("this afternoon", 0),
    ("this evening", 0),
    ("this lunchtime", 0),
    ("end of day", 0),
    ("end of play", 0),
    ("last night", -1),
    ("last week", -7),
    ("last month", -30),
    ("today", 0),
    ("tonight", 0),
    ("yesterday", -1),
    ("yesterdays", -1),
    ("yesterday's", -1),
    ("yesturday", -1),
    ("yesteday", -1),
    ("yday", -1),
    ("tomorrow", 1),
    ("tomorow", 1),
    ("tommorow", 1),
    ("tommorrow", 1),
    ("tmrw", 1),
    ("tomoz", 1),
    ("eod", 0),
];

/// The day of a month that is named from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayOfMonth {
    /// Months from this one.
    months: i64,
    day: i8,
    /// How many words name it.
    pub length: usize,
}

/// `Last month on the 14th`, `the 3rd of next month`.
pub(super) fn day_of_month<'w>(low: &impl Fn(usize) -> &'w str) -> Option<DayOfMonth> {
    let month = |i: usize| match low(i) {
        _ if low(i + 1) != "month" => None,
        "last" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    };
    if let Some(months) = month(0) {
        let on = 2 + usize::from(low(2) == "on");
        let from = on + usize::from(low(on) == "the");
        let (day, length) = ordinal(&|i| low(from + i))?;
        return Some(DayOfMonth { months, day, length: from + length });
    }
    let (day, length) = ordinal(low)?;
    let of = usize::from(low(length) == "of");
    // `Our third this month` counts, and names no day.
    if of == 0 && !numbered(low(0)) {
        return None;
    }
    let from = length + of;
    Some(DayOfMonth { months: month(from)?, day, length: from + 2 })
}

fn of_a_month<'w>(low: &impl Fn(usize) -> &'w str, today: Date) -> Option<(Date, usize)> {
    let DayOfMonth { months, day, length } = day_of_month(low)?;
    let first = today.first_of_month().checked_add(months.months()).ok()?;
    Some((Date::new(first.year(), first.month(), day).ok()?, length))
}

/// `3 days ago`, `in 2 weeks`, `within a fortnight`, `2 weeks time`.
fn counted<'w>(low: &impl Fn(usize) -> &'w str, today: Date) -> Option<(Date, usize)> {
    let ahead = matches!(low(0), "in" | "within");
    let from = usize::from(ahead);
    let (number, unit_at) = match number_word(low(from)) {
        Some(number) => (
            number,
            from + 1 + usize::from(low(from) == "a" && number_word(low(from + 1)) == Some(2)),
        ),
        None => (1, from),
    };
    let number = if low(unit_at.saturating_sub(1)) == "couple" { 2 } else { number };
    let unit_at = unit_at + usize::from(low(unit_at) == "of");
    let unit = low(unit_at);
    let (ago, time) = (low(unit_at + 1) == "ago", low(unit_at + 1) == "time");
    if !(ahead || ago || time) || (number_word(low(from)).is_none() && unit != "fortnight") {
        return None;
    }
    let number = i64::from(number) * if ago { -1 } else { 1 };
    let date = match unit {
        "day" | "days" => shifted(today, number),
        "week" | "weeks" | "wk" | "wks" => shifted(today, 7 * number),
        "fortnight" | "fortnights" => shifted(today, 14 * number),
        "month" | "months" => today.checked_add(number.months()).unwrap_or(today),
        "year" | "years" => today.checked_add((12 * number).months()).unwrap_or(today),
        _ => return None,
    };
    Some((date, unit_at + 1 + usize::from(ago || time)))
}

/// `monday`, `last thurs`, `next tue`.
fn weekday<'w>(
    low: &impl Fn(usize) -> &'w str,
    today: Date,
    sense: Sense,
) -> Option<(Date, usize)> {
    let lead = usize::from(matches!(low(0), "last" | "next" | "this" | "coming" | "past"));
    let day = weekday_of(low(lead))?;
    // `sat` is a verb more often than a day.
    if low(lead) == "sat"
        && lead == 0
        && matches!(low(1), "next" | "down" | "with" | "by" | "beside" | "at" | "in")
    {
        return None;
    }
    let date = match (low(0), sense) {
        ("last" | "past", _) => past(today, day, false),
        ("next", _) => {
            let next = to_come(today, day, false);
            let monday = shifted(today, 7 - i64::from(today.weekday().to_monday_zero_offset()));
            if next < monday { shifted(next, 7) } else { next }
        }
        ("coming", _) | (_, Sense::Due) => to_come(today, day, false),
        (_, Sense::Past) => past(today, day, true),
    };
    Some((date, lead + 1))
}

/// `Monday 9 November`, `Tuesday the 24th`, `Friday 20/11`: the date is what counts.
fn dated_weekday<'w>(
    low: &impl Fn(usize) -> &'w str,
    today: Date,
    sense: Sense,
) -> Option<(Date, usize)> {
    weekday_of(low(0))?;
    let the = usize::from(low(1) == "the");
    let rest = |i: usize| low(1 + the + i);
    let in_digits = the == 1 || numbered(rest(0));
    let (date, length) = month_day(&rest, today, sense)
        .or_else(|| {
            numeric(rest(0), today, sense).map(|date| (date, 1)).filter(|_| !is_fraction(&rest))
        })
        .or_else(|| day_only(&rest, today, sense).filter(|_| in_digits))?;
    Some((date, 1 + the + length))
}

/// A weekday by its name, its short name or one slip of the finger.
pub(super) fn weekday_of(low: &str) -> Option<Weekday> {
    let day = match low {
        "mon" | "monday" | "mondays" => Weekday::Monday,
        "tue" | "tues" | "tuesday" => Weekday::Tuesday,
        "wed" | "weds" | "wednesday" | "wensday" | "wendesday" => Weekday::Wednesday,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thursday,
        "fri" | "friday" => Weekday::Friday,
        "sat" | "saturday" => Weekday::Saturday,
        "sun" | "sunday" => Weekday::Sunday,
        _ => {
            return ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
                .iter()
                .find(|day| low.len() >= 5 && super::spelling::distance(low, day) <= 1)
                .and_then(|day| weekday_of(day));
        }
    };
    Some(day)
}

/// `16 nov`, `november the 16th`, `3rd of november`.
fn month_day<'w>(
    low: &impl Fn(usize) -> &'w str,
    today: Date,
    sense: Sense,
) -> Option<(Date, usize)> {
    let of = usize::from(low(1) == "of");
    if let Some((day, 1)) = ordinal(low).filter(|_| day_number(low(0)).is_none())
        && let Some(month) = month_of(low(1 + of)).filter(|_| of > 0)
    {
        return Some((in_year(today, sense, None, month, day)?, 3));
    }
    if let (Some(day), Some(month)) = (day_number(low(0)), month_of(low(1 + of))) {
        let year = low(2 + of).parse::<i16>().ok().filter(|y| (1990..2100).contains(y));
        let date = in_year(today, sense, year, month, day)?;
        return Some((date, 2 + of + usize::from(year.is_some())));
    }
    let the = usize::from(low(1) == "the");
    let (month, day) = (month_of(low(0))?, day_number(low(1 + the))?);
    // `In May 2 h` names a length, and `Theresa May 7 Nov` a day of another month.
    if is_unit(low(2 + the)) || is_month(low(2 + the)) {
        return None;
    }
    Some((in_year(today, sense, None, month, day)?, 2 + the))
}

/// `3rd`, after `the` or `on`.
fn day_only<'w>(
    low: &impl Fn(usize) -> &'w str,
    today: Date,
    sense: Sense,
) -> Option<(Date, usize)> {
    let (day, length) = ordinal(low)?;
    let step = if sense == Sense::Past { -1 } else { 1 };
    (0..12)
        .filter_map(|months| today.first_of_month().checked_add((step * months).months()).ok())
        .filter_map(|first| Date::new(first.year(), first.month(), day).ok())
        .find(|date| if sense == Sense::Past { *date <= today } else { *date >= today })
        .map(|date| (date, length))
}

/// `3rd`, `third`, `twenty first`.
fn ordinal<'w>(low: &impl Fn(usize) -> &'w str) -> Option<(i8, usize)> {
    const UNITS: [&str; 19] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    let unit = |word: &str| {
        let at = UNITS.iter().position(|unit| *unit == word)?;
        i8::try_from(at + 1).ok()
    };
    let written = day_number(low(0)).filter(|_| low(0).ends_with(char::is_alphabetic));
    let tens = match low(0) {
        "twenty" => 20,
        "thirty" => 30,
        "twentieth" => return Some((20, 1)),
        "thirtieth" => return Some((30, 1)),
        word => return written.or_else(|| unit(word)).map(|day| (day, 1)),
    };
    let day = unit(low(1)).filter(|unit| *unit < 10)?;
    Some((tens + day, 2)).filter(|(day, _)| *day <= 31)
}

/// `16/11`, `16/11/26`, `16.11.2026`, `2026-11-16`: day first, as Britain writes.
fn numeric(low: &str, today: Date, sense: Sense) -> Option<Date> {
    if let Ok(date) = low.parse::<Date>() {
        return low.contains('-').then_some(date);
    }
    let slashed = low.contains('/');
    let mut parts = low.split(['/', '.']).map(str::parse::<i16>);
    let (day, month) = (parts.next()?.ok()?, parts.next()?.ok()?);
    let year = match parts.next() {
        Some(year) => Some(year.ok().map(|y| if y < 100 { y + 2000 } else { y })?),
        None if slashed => None,
        None => return None,
    };
    in_year(today, sense, year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// `1/2 hour`, `3/4 of an hour`: no day.
fn is_fraction<'w>(low: &impl Fn(usize) -> &'w str) -> bool {
    is_unit(low(1)) || (low(1) == "of" && low(2) == "an" && is_unit(low(3)))
}

fn in_year(today: Date, sense: Sense, year: Option<i16>, month: i8, day: i8) -> Option<Date> {
    if let Some(year) = year {
        return Date::new(year, month, day).ok();
    }
    // Four years always hold a 29 February, five where a century is not a leap year.
    let years = |step: i16| (0..9).map(move |i| today.year() + step * i);
    let days = |step| years(step).filter_map(|year| Date::new(year, month, day).ok());
    let to_come = days(1).find(|date| *date >= today);
    let gone_by = days(-1).find(|date| *date <= today);
    let is_soon = |date: &Date| today.duration_until(*date).as_hours() <= 24 * SOON;
    match sense {
        Sense::Past => to_come.filter(is_soon).or(gone_by).or(to_come),
        Sense::Due => gone_by.filter(|date| is_just_past(*date, today)).or(to_come),
    }
}

/// Whether a day has gone by, and no longer ago than one speaks of as due.
pub(super) fn is_just_past(date: Date, today: Date) -> bool {
    date < today && today.duration_since(date).as_hours() <= 24 * JUST_PAST
}

/// Whether a word leads to the day something is due.
pub(super) fn is_due(low: &str) -> bool {
    matches!(low, "by" | "before" | "until" | "till" | "due")
}

fn day_number(low: &str) -> Option<i8> {
    let digits = low.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = low.strip_prefix(digits)?;
    matches!(suffix, "" | "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|day| (1..=31).contains(day))
}

/// Whether a word names a month.
pub(super) fn is_month(low: &str) -> bool {
    month_of(low).is_some()
}

fn month_of(low: &str) -> Option<i8> {
    let names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = names.iter().position(|name| {
        *name == low || (low.len() >= 3 && low.len() <= 4 && name.starts_with(low))
    })?;
    i8::try_from(at + 1).ok()
}

fn past(today: Date, day: Weekday, or_today: bool) -> Date {
    let back = i64::from(today.weekday().since(day));
    shifted(today, -if back == 0 && !or_today { 7 } else { back })
}

fn to_come(today: Date, day: Weekday, or_today: bool) -> Date {
    let ahead = i64::from(today.weekday().until(day));
    shifted(today, if ahead == 0 && !or_today { 7 } else { ahead })
}

fn shifted(date: Date, days: i64) -> Date {
    date.checked_add(days.days()).unwrap_or(date)
}
