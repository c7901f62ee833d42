//! A time that names no day: `coffee with Tom in June`, `lunch with Priya last month`.

use super::reading::Reading;
use super::words::{Break, Word};
use super::{dates, durations, kinds};
use std::ops::Range;

/// What leads to a month.
const LEADS: &str = "in during last next this early mid late";

/// How many words from a word on name a time and no day: `last month`, `this year`, `a few weeks ago`.
pub(super) fn open_time(words: &[Word<'_>], at: usize) -> Option<usize> {
    let low = |i: usize| words.get(at + i).map_or("", |w| w.low.as_str());
    let is_day = |from: usize| {
        let low = |i: usize| words.get(from + i).map_or("", |w| w.low.as_str());
        dates::day_of_month(&low).is_some_and(|day| (from..from + day.length).contains(&at))
    };
    if (at.saturating_sub(3)..=at).any(is_day) {
        return None;
    }
    if matches!(low(0), "last" | "next" | "this") && matches!(low(1), "month" | "year") {
        return Some(2);
    }
    let article = usize::from(low(0) == "a");
    let is_few = matches!(low(article), "few" | "some" | "several");
    let unit = matches!(low(article + 1), "days" | "weeks" | "months" | "years");
    (is_few && unit && low(article + 2) == "ago").then_some(article + 3)
}

/// Where these words tell of an encounter in a month and of no day: when it was, or will be, only the owner
/// knows. A month that stands with anything else, as in `he moves in June`, is not the encounter's.
pub(super) fn day_left_open(reading: &Reading<'_>, within: &Range<usize>) -> Option<usize> {
    within.clone().find(|&at| {
        length(reading, at).is_some_and(|length| {
            (at..at + length).all(|i| within.contains(&i) && reading.is_told(i))
                && ends_there(reading, at + length)
        }) && stands_with_it(reading, at)
    })
}

/// How many words from a word on name a month, or another time, without a day. A bare month stands behind a meeting:
/// `Rotary May 2 h`, `Chamber lunch June`.
fn length(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let is_month = |at: usize| {
        dates::is_month(reading.low(at))
            && dates::at(&reading.words, at, reading.today, dates::Sense::Past).is_none()
    };
    let is_led = super::words::is_in(LEADS, reading.low(at));
    let is_behind_one = || {
        let is_kind = |i: usize| kinds::at(&reading.words, i).is_some_and(|(_, n)| i + n == at);
        reading.rooms.iter().any(|r| r.at.end == at) || at.checked_sub(1).is_some_and(is_kind)
    };
    if is_led && is_month(at + 1) {
        Some(2)
    } else if is_month(at) && is_behind_one() {
        Some(1)
    } else {
        open_time(&reading.words, at)
    }
}

/// Whether a time goes no further: what follows is of the encounter too. In `in March they launch` it is theirs, and in
/// `this may lead to work` it is no month.
fn ends_there(reading: &Reading<'_>, next: usize) -> bool {
    let is_last = reading.words.get(next - 1).is_none_or(|word| word.ends != Break::None);
    is_last
        || next >= reading.words.len()
        || matches!(reading.low(next), "with" | "at" | "for" | "about" | "and")
        || reading.low(next).parse::<u16>().is_ok()
        || kinds::at(&reading.words, next).is_some()
        || durations::at(&reading.words, next).is_some()
}

/// Whether what stands before a word is of the encounter: with whom, where, what kind, how long; or nothing. A further
/// sentence tells of something else.
fn stands_with_it(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    if reading.words.get(before).is_some_and(|word| word.ends == Break::Sentence) {
        return false;
    }
    let ends =
        |length: Option<usize>, from: usize| length.is_some_and(|length| from + length == at);
    reading.mentions.iter().any(|m| m.at.end == at)
        || reading.rooms.iter().any(|r| r.at.end == at)
        || before.checked_sub(1).is_some_and(|i| reading.low(i) == "at")
        || (at.saturating_sub(4)..at).any(|from| {
            ends(kinds::at(&reading.words, from).map(|(_, length)| length), from)
                || ends(durations::at(&reading.words, from).map(|(_, length)| length), from)
        })
}
