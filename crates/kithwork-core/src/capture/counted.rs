//! Several meetings told of by their number: `five breakfasts`, `two Rotary lunches`, `breakfast every
//! morning`.

use super::durations::number_word;
use super::spelling::distance;
use super::words::{Break, Word, is_in};
use std::ops::Range;

/// What one counts.
const OCCASIONS: &str = "breakfasts lunches brunches dinners suppers meetings events evenings mornings sessions meetups";
/// When something is that comes back.
const TIMES: &str =
    "day morning evening afternoon lunchtime weekday week monday tuesday wednesday thursday friday";
/// What may stand before it where the owner was there.
const LEADS: &str =
    "i we had did went to attended been at and then plus also was have done another with";
/// Most words between the number and what is counted: `two early Chamber breakfasts`.
const BETWEEN: usize = 4;

/// Several meetings told of in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    /// How many; none where it is not said.
    pub times: Option<usize>,
    /// The words that say so.
    pub at: Range<usize>,
}

/// Several meetings that begin at a word.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<Counted> {
    by_number(words, at).or_else(|| coming_back(words, at))
}

/// `Five breakfasts`, `a couple of Chamber lunches`, `some evenings`.
fn by_number(words: &[Word<'_>], at: usize) -> Option<Counted> {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    if !is_led(words, at) {
        return None;
    }
    let article = usize::from(low(at) == "a" && matches!(low(at + 1), "couple" | "few"));
    let number = at + article;
    let times = match low(number) {
        "some" | "several" | "many" | "few" | "various" => None,
        "a" | "an" | "one" => return None,
        word => Some(usize::try_from(number_word(word)?).ok()?).filter(|n| (2..=60).contains(n)),
    };
    let unsaid = matches!(low(number), "some" | "several" | "many" | "few" | "various");
    if times.is_none() && !unsaid {
        return None;
    }
    let joined = |i: usize| words.get(i).is_some_and(|w| w.ends == Break::None);
    let last = (number + 1..=number + 1 + BETWEEN)
        .take_while(|&i| joined(i - 1))
        .find(|&i| is_occasion(low(i)))?;
    // `Five minutes with Tom before two lunches` counts the lunches.
    let again =
        (number + 1..last).any(|i| number_word(low(i)).is_some() || is_in("and with at", low(i)));
    (!again).then_some(Counted { times, at: at..last + 1 })
}

/// Whether a word names what is counted, with one slip of the finger: `brekfasts`.
fn is_occasion(low: &str) -> bool {
    let near = |word: &str| low.ends_with('s') && low.len() >= 6 && distance(low, word) <= 1;
    OCCASIONS.split(' ').any(|word| word == low || near(word))
}

/// `Every morning this week`, `each Tuesday`.
fn coming_back(words: &[Word<'_>], at: usize) -> Option<Counted> {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let daily = low(at) == "daily";
    let every = matches!(low(at), "every" | "each") && is_in(TIMES, low(at + 1));
    (daily || every).then_some(Counted { times: None, at: at..at + if daily { 1 } else { 2 } })
}

/// Whether a number begins what the owner did: nobody else is spoken of before it.
fn is_led(words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| words.get(i)) else { return true };
    before.ends != Break::None || is_in(LEADS, &before.low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_meetings_are_told_from_one() {
        for (text, times) in [
            ("five breakfasts at the Chamber", Some(Some(5))),
            ("2 lunches", Some(Some(2))),
            ("two early Rotary lunches", Some(Some(2))),
            ("2 brekfasts", Some(Some(2))),
            ("two invents", None),
            ("two matches", None),
            ("a couple of networking events", Some(Some(2))),
            ("some evenings", Some(None)),
            ("every morning", Some(None)),
            ("a breakfast", None),
            ("one lunch", None),
            ("two people at breakfasts", None),
            ("2 h at the Chamber", None),
            ("five minutes and two lunches", None),
            ("", None),
        ] {
            let words = super::super::words::words(text);
            assert_eq!(at(&words, 0).map(|counted| counted.times), times, "{text}");
        }
    }
}
