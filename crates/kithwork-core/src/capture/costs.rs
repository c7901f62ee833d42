//! What a meeting cost: `£18`, `paid 12.50`, `cost me £15`.

use super::amounts;
use super::words::{Break, Word, is_in};
use crate::money::Amount;
use std::ops::Range;

/// What stands before what was paid.
const LEADS: &str = "cost costs costing paid fee entry ticket price charge";
/// What stands behind it.
const ENDS: &str = "fee entry ticket each cost charge";
/// What may stand between.
const BETWEEN: &str = "was of me is us the a for at";

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
    let counted = super::clock::counts(words, at) || super::durations::at(words, at).is_some();
    let sum =
        Amount::parse(&word.low, None).ok().filter(|sum| digits && !counted && sum.minor > 0)?;
    Some((sum, 1))
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
