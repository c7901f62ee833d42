//! From when until when, in plain words: `7:00 to 8:30`, `7-9am`, `from seven till nine`.

use super::dates::{self, Sense};
use super::durations::{is_unit, number_word};
use super::words::{Break, Word};
use jiff::civil::date;

const HALF_DAY: u32 = 12 * 60;
const DAY: u32 = 24 * 60;
/// What is shorter or longer is no occasion's time, minutes; judgement.
const LASTS: std::ops::RangeInclusive<u32> = 5..=14 * 60;

/// A time of the day as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    /// Since midnight, or since noon where it doesn't say which half of the day is meant.
    minute: u32,
    /// Whether it says which.
    says_half: bool,
    /// How plainly it is a time and no number of anything.
    is: Plainly,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Plainly {
    /// `7`.
    ANumber,
    /// `7.30`.
    Dotted,
    /// `7:30`, `7am`, `noon`, `half past seven`.
    ATime,
}

/// How long something lasted whose beginning and end stand at word `at`: minutes, and how many words say
/// so. Two bare numbers are times after `from` or a day, never where they count something.
pub(super) fn between(words: &[Word<'_>], at: usize) -> Option<(u32, usize)> {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let led = matches!(low(at), "from" | "between");
    let first = at + usize::from(led);
    let (begins, ends, length) = joined(words, first).or_else(|| parted(words, first, led))?;
    let next = first + length;
    let bare = begins.is < Plainly::ATime && ends.is < Plainly::ATime;
    let dotted = begins.is == Plainly::Dotted && ends.is == Plainly::Dotted;
    if is_unit(low(next))
        || (bare && (counts(words, next - 1) || !(led || dotted || is_after_a_day(words, at))))
    {
        return None;
    }
    let minutes = lasted(begins, ends);
    LASTS.contains(&minutes).then_some((minutes, next - at))
}

/// Minutes from one time to another. Where one half of the day is said only, it is said of both.
fn lasted(begins: Time, ends: Time) -> u32 {
    let (from, to) = (begins.minute, ends.minute);
    match (begins.says_half, ends.says_half) {
        (true, true) => (to + DAY - from) % DAY,
        (false, false) if to >= from => to - from,
        _ => (to % HALF_DAY + HALF_DAY - from % HALF_DAY) % HALF_DAY,
    }
}

/// `7-9am`, `12:30-14:00`: one word.
fn joined(words: &[Word<'_>], at: usize) -> Option<(Time, Time, usize)> {
    let (one, other) = words.get(at)?.low.split_once(['-', '\u{2013}'])?;
    let (begins, ends) = (written(one)?, written(other)?);
    let (ends, more) = with_half(words, at + 1, ends);
    Some((begins, ends, 1 + more))
}

/// `7 to 9am`, `half past seven till nine`, `12:30 - 14:00`.
fn parted(words: &[Word<'_>], at: usize, led: bool) -> Option<(Time, Time, usize)> {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let (begins, length) = spoken(words, at)?;
    let between = at + length;
    let is_dash = words.get(between - 1).is_some_and(|w| w.ends == Break::Comma);
    let to =
        matches!(low(between), "to" | "till" | "til" | "until") || (led && low(between) == "and");
    let second = between + usize::from(to);
    let (ends, more) = spoken(words, second).filter(|_| to != is_dash)?;
    // A comma between two numbers is no dash; between two times it is as good as one.
    let plain = begins.is.min(ends.is) == Plainly::ATime;
    (to || plain).then_some((begins, ends, second + more - at))
}

/// A time that begins at a word, with `am` or `pm` behind it.
fn spoken(words: &[Word<'_>], at: usize) -> Option<(Time, usize)> {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let hour = |i: usize| written(low(i)).or_else(|| said(low(i)));
    let past = |hour: Time, minutes: u32| Time {
        minute: (hour.minute + minutes) % DAY,
        is: Plainly::ATime,
        ..hour
    };
    let (time, length) = match (low(at), low(at + 1)) {
        ("half", "past") => (past(hour(at + 2)?, 30), 3),
        ("quarter", "past") => (past(hour(at + 2)?, 15), 3),
        ("quarter", "to") => (past(hour(at + 2)?, DAY - 15), 3),
        ("half", _) => (past(hour(at + 1)?, 30), 2),
        _ => (hour(at)?, 1),
    };
    let (time, more) = with_half(words, at + length, time);
    Some((time, length + more))
}

/// The time with the half of the day that the word behind it names.
fn with_half(words: &[Word<'_>], at: usize, time: Time) -> (Time, usize) {
    let joined =
        at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.ends == Break::None);
    let next = words.get(at).map_or("", |w| w.low.as_str());
    match in_half(time.minute, next).filter(|_| joined && !time.says_half) {
        Some(minute) => (Time { minute, says_half: true, is: Plainly::ATime }, 1),
        None if joined && matches!(next, "oclock" | "hrs") => {
            (Time { is: Plainly::ATime, ..time }, 1)
        }
        None => (time, 0),
    }
}

fn in_half(minute: u32, half: &str) -> Option<u32> {
    let noon = match half {
        "am" | "a.m" => 0,
        "pm" | "p.m" => HALF_DAY,
        _ => return None,
    };
    // `13pm` is no time.
    (minute < HALF_DAY + 60).then_some(minute % HALF_DAY + noon)
}

/// A time in digits: `7`, `7.30`, `7:30`, `7am`, `0730`.
fn written(low: &str) -> Option<Time> {
    let digits = low.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let half = low.strip_prefix(digits)?;
    let (hour, minute, is) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => {
            let is = if digits.contains(':') { Plainly::ATime } else { Plainly::Dotted };
            (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?, is)
        }
        None if digits.len() == 4 && !matches!(digits.get(..2), Some("19" | "20")) => {
            let (hour, minute) = digits.split_at_checked(2)?;
            (hour.parse().ok()?, minute.parse().ok()?, Plainly::ATime)
        }
        None if digits.len() <= 2 => (digits.parse().ok()?, 0, Plainly::ANumber),
        _ => return None,
    };
    let minute = (hour < 24 && minute < 60).then_some(hour * 60 + minute)?;
    if half.is_empty() {
        return Some(Time { minute, says_half: false, is });
    }
    Some(Time { minute: in_half(minute, half)?, says_half: true, is: Plainly::ATime })
}

/// A time in words: `seven`, `noon`.
fn said(low: &str) -> Option<Time> {
    if matches!(low, "noon" | "midday") {
        return Some(Time { minute: HALF_DAY, says_half: true, is: Plainly::ATime });
    }
    let hour = number_word(low).filter(|hour| (1..=12).contains(hour));
    let is_hour = !matches!(low, "a" | "an" | "couple" | "few");
    let minute = hour.filter(|_| is_hour)? * 60;
    Some(Time { minute, says_half: false, is: Plainly::ANumber })
}

/// `Tuesday 7-9`: what follows a day right away is when on that day.
fn is_after_a_day(words: &[Word<'_>], at: usize) -> bool {
    let day = |i: usize| {
        dates::at(words, i, date(2026, 1, 1), Sense::Past).is_some_and(|(_, n)| i + n == at)
    };
    (1..=2).filter_map(|back| at.checked_sub(back)).any(day)
}

/// Whether the number at a word counts something: `7 people`, `30 leads`, `30 November`.
pub(super) fn counts(words: &[Word<'_>], at: usize) -> bool {
    let (Some(number), Some(next)) = (words.get(at), words.get(at + 1)) else { return false };
    let low = next.low.as_str();
    let plural = low.len() > 3
        && low.ends_with('s')
        && !super::lexicon::is_common(low)
        && dates::weekday_of(low).is_none();
    let other = matches!(
        low,
        "people"
            | "of"
            | "odd"
            | "new"
            | "others"
            | "men"
            | "women"
            | "percent"
            | "quid"
            | "leads"
            | "minutes"
            | "hours"
    );
    number.ends == Break::None && (plural || other || dates::is_month(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(text: &str) -> Option<u32> {
        let words = super::super::words::words(text);
        (0..words.len()).find_map(|at| between(&words, at)).map(|(minutes, _)| minutes)
    }

    #[test]
    fn a_beginning_and_an_end_tell_how_long() {
        for (text, long) in [
            ("7:00 to 8:30", 90),
            ("12:30-14:00", 90),
            ("12:30 - 14:00", 90),
            ("12:30–14:00", 90),
            ("7-9am", 120),
            ("7am-9am", 120),
            ("7.30-9.15am", 105),
            ("7 to 9 am", 120),
            ("from 7 till 9", 120),
            ("from seven to half past eight", 90),
            ("between 6 and 8", 120),
            ("11:30 to 1", 90),
            ("10am to 1pm", 180),
            ("noon to 2", 120),
            ("half seven to nine pm", 90),
            ("quarter to eight until 9:15", 90),
            ("0700-0830", 90),
            ("Tuesday 7-9", 120),
            ("on Tuesday 6.30 to 8", 90),
            ("9-5pm", 480),
            ("22:00 to 00:30", 150),
        ] {
            assert_eq!(minutes(text), Some(long), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_times_are_left_alone() {
        for text in [
            "1-1",
            "1-2-1",
            "1 to 1",
            "one to one",
            "one 2 one",
            "5 to 7 people",
            "from 2 to 3 clients",
            "2-3 weeks",
            "2-3 hours",
            "1.5 to 2 hours",
            "at 7, 9 people",
            "Tuesday 2 to 3 people",
            "2026-11-16",
            "2019 to 2024",
            "020-7946",
            "7am",
            "at 14:30",
            "7:00 to 7:00",
            "16/11 to 18/11",
            "scored 7-9",
            "25:00-26:00",
            "-",
            "7-",
            "to",
            "",
        ] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
