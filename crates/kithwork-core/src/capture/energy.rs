//! How something left the owner: `energy 4`, `my energy was 2 out of 5`.

use super::words::{Break, Word};
use std::ops::Range;

/// What is told of the owner's energy, and where.
#[derive(Clone, Debug)]
pub(super) struct Felt {
    /// From 1 (drained) to 5 (full).
    pub score: u8,
    /// The words that say so.
    pub at: Range<usize>,
}

/// All that a text tells of it.
pub(super) fn find(words: &[Word<'_>]) -> Vec<Felt> {
    let felt = |i: usize| at(words, i).map(|(score, length)| Felt { score, at: i..i + length });
    (0..words.len()).filter_map(felt).collect()
}

/// Energy from 1 (drained) to 5 (full) that is told from word `at`, and how many words tell it.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<(u8, usize)> {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let joined = |i: usize| words.get(i).is_some_and(|w| w.ends != Break::Sentence);
    let of_it = at + usize::from(matches!(low(at), "my" | "the"));
    (low(of_it) == "energy" && joined(of_it)).then_some(())?;
    let from = (of_it + 1..words.len()).find(|&i| {
        !matches!(low(i), "was" | "is" | "level" | "at" | "after" | "afterwards" | "about")
    })?;
    let score = score(low(from))?;
    let whole = usize::from(low(from + 1) == "of") + 2 * usize::from(low(from + 1) == "out");
    let scale = if whole > 0 && low(from + whole + 1) == "5" { whole + 1 } else { 0 };
    Some((score, from + 1 + scale - at))
}

/// `4`, `4/5` or `four`.
fn score(low: &str) -> Option<u8> {
    let number = low.strip_suffix("/5").unwrap_or(low);
    let spelt = ["one", "two", "three", "four", "five"].iter().position(|&word| word == number);
    let said = spelt.map(|place| place + 1).or_else(|| number.parse().ok())?;
    u8::try_from(said).ok().filter(|said| (1..=5).contains(said))
}

#[cfg(test)]
mod tests {
    #[test]
    fn energy_is_read_as_people_write_it() {
        for (text, told) in [
            ("energy 4", Some((4, 2))),
            ("Energy: 2", Some((2, 2))),
            ("my energy was five", Some((5, 4))),
            ("energy 3/5", Some((3, 2))),
            ("energy 3 out of 5", Some((3, 5))),
            ("energy 9", None),
            ("energy company", None),
            ("energy. 4 people came", None),
        ] {
            let words = super::super::words::words(text);
            assert_eq!(super::at(&words, 0), told, "{text}");
        }
    }
}
