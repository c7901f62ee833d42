//! What stands in brackets right behind a name speaks of that name: `Hannah Cole (baker, wants a bookkeeper)`.

use super::words::{Bracket, Word};
use std::ops::Range;

/// The words in the brackets that open right before word `at`.
pub(super) fn from(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let follows = |i: usize, bracket| words.get(i).is_some_and(|w| w.bracket == Some(bracket));
    at.checked_sub(1).filter(|&before| follows(before, Bracket::Opens))?;
    let last = (at..words.len()).find(|&i| follows(i, Bracket::Closes))?;
    Some(at..last + 1)
}

/// Whether nothing but its bracket stands between the last word of these and the next: `Sol (surveyor) needs`,
/// and not `Sol (surveyor), needs`.
pub(super) fn goes_on_behind(words: &[Word<'_>], inside: &Range<usize>) -> bool {
    let last = inside.end.checked_sub(1).and_then(|i| words.get(i));
    last.zip(words.get(inside.end)).is_some_and(|(last, next)| next.start == last.end + 2)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn the_words_in_brackets_are_found_where_they_open() {
        let words = words("Di (florist, needs a van) and Ed (van), Bo");
        assert_eq!(from(&words, 1), Some(1..5));
        assert_eq!(from(&words, 7), Some(7..8));
        for at in [0, 2, 5, 8, 99] {
            assert_eq!(from(&words, at), None, "{at}");
        }
        assert!(goes_on_behind(&words, &(1..5)));
        assert!(!goes_on_behind(&words, &(7..8)));
    }
}
