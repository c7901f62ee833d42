//! What a meeting or a talk cost: `£18`, `paid 12.50`, `cost me £15`.

use super::encounter::free;
use super::reading::Reading;
use super::words::{Break, Word, is_in};
use super::{amounts, durations, energy, kinds};
use crate::money::Amount;
use std::ops::Range;

/// What stands before what was paid.
const LEADS: &str = "cost costs costing paid fee entry ticket price charge";
/// What stands behind it.
const ENDS: &str = "fee entry ticket each cost charge";
/// What may stand between.
const BETWEEN: &str = "was of me is us the a for at";

/// Up to so much a sum that nothing is said of is what a talk cost, minor units; judgement: nobody's coffee costs more.
const NO_COFFEE: i64 = 25_000;

/// A cost that the words from `at` tell of, and the words that say so.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<(Amount, Range<usize>)> {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    if is_in(LEADS, low(at)) {
        let from = at + 1 + (at + 1..at + 3).take_while(|&i| is_in(BETWEEN, low(i))).count();
        let (sum, length) = amounts::at(words, from).or_else(|| bare(words, from))?;
        return Some((sum, at..from + length));
    }
    amounts::at(words, at).map(|(sum, length)| (sum, at..at + length))
}

/// Whether the words say themselves that the sum was paid for being there.
pub(super) fn is_said(words: &[Word<'_>], at: &Range<usize>) -> bool {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let joined =
        at.end.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.ends == Break::None);
    is_in(LEADS, low(at.start)) || (joined && is_in(ENDS, low(at.end)))
}

/// `Paid 12`: a number that counts nothing and is no length of time.
fn bare(words: &[Word<'_>], at: usize) -> Option<(Amount, usize)> {
    let word = words.get(at)?;
    let digits = word.low.chars().all(|c| c.is_ascii_digit() || c == '.');
    let counted = super::clock::counts(words, at) || durations::at(words, at).is_some();
    let sum =
        Amount::parse(&word.low, None).ok().filter(|sum| digits && !counted && sum.minor > 0)?;
    Some((sum, 1))
}

/// What an encounter cost: a sum that says so, any where nobody is named who may have told of it, or a small one
/// that stands by itself.
pub(super) fn of_it(reading: &Reading<'_>, is_alone: bool) -> Option<Amount> {
    let is_cost = |(sum, of): &(Amount, Range<usize>)| {
        is_alone
            || is_said(&reading.words, of)
            || (sum.minor.abs() <= NO_COFFEE && stands_alone(reading, of))
    };
    free(reading).filter_map(|i| at(&reading.words, i)).find(is_cost).map(|(sum, _)| sum)
}

/// `Coffee with Priya, £4.50, 45 min`: between commas, or with nothing but what else the encounter took
/// beside it. `Tom's £3000 job` tells of something else.
fn stands_alone(reading: &Reading<'_>, of: &Range<usize>) -> bool {
    let parted = |i: usize| reading.words.get(i).is_none_or(|w| w.ends != Break::None);
    let named = |i: usize| reading.mentions.iter().any(|m| m.at.contains(&i));
    let took = |i: usize| {
        durations::at(&reading.words, i).is_some()
            || energy::at(&reading.words, i).is_some()
            || kinds::at(&reading.words, i).is_some()
    };
    let ends_a_length = |at: usize| {
        (at.saturating_sub(4)..at)
            .any(|i| durations::at(&reading.words, i).is_some_and(|(_, length)| i + length == at))
    };
    let before = of.start.checked_sub(1);
    before.is_none_or(|i| parted(i) || named(i) || ends_a_length(of.start))
        && (of.end.checked_sub(1).is_none_or(parted)
            || of.end >= reading.words.len()
            || took(of.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_paid_is_read_as_people_write_it() {
        for (text, minor) in [
            ("£18", Some(1_800)),
            ("cost me £15", Some(1_500)),
            ("paid 12.50", Some(1_250)),
            ("entry was 10 pounds", Some(1_000)),
            ("ticket €25", Some(2_500)),
            ("paid 3 people", None),
            ("cost 2 hours", None),
            ("paid attention", None),
            ("paid", None),
        ] {
            let words = super::super::words::words(text);
            assert_eq!(at(&words, 0).map(|(sum, _)| sum.minor), minor, "{text}");
        }
    }
}
