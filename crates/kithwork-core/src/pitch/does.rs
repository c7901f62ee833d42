//! What a minute says that the owner does, apart from the story it tells and whom it asks for.

use super::ask::asks;
use super::sentences::{bare, sentences, words};
use crate::matching::{Kind, terms};

/// How somebody begins who speaks of themselves.
const MYSELF: [&str; 10] =
    ["i", "we", "my", "our", "i'm", "we're", "i've", "we've", "i'll", "we'll"];
/// What is past is a story; besides what ends in “ed”.
const PAST: [&str; 16] = [
    "was", "were", "had", "did", "got", "met", "saw", "found", "made", "took", "told", "went",
    "gave", "kept", "sold", "won",
];
/// A line of so many words that begins with a trade says what one is.
const LINE: usize = 8;

/// The sentences of a minute that say what the owner does, each without what it is good for: in the first
/// person and not past, or a line that begins with their trade. None that asks.
pub(crate) fn what_one_does(text: &str) -> impl Iterator<Item = &str> {
    let does =
        |sentence: &&str| !asks(sentence) && (is_of_oneself(sentence) || is_a_trade(sentence));
    sentences(text).into_iter().filter(does).map(|sentence| {
        // “I keep the books, so that the shoebox can be used for shoes.”
        sentence.split_once(" so that ").map_or(sentence, |(does, _)| does)
    })
}

fn is_of_oneself(sentence: &str) -> bool {
    let mut plain = words(sentence).map(bare);
    let begins = plain.next().is_some_and(|first| MYSELF.contains(&first.as_str()));
    let is_past = |word: &String| word.ends_with("ed") || PAST.contains(&word.as_str());
    begins && !plain.next().is_some_and(|word| is_past(&word))
}

fn is_a_trade(sentence: &str) -> bool {
    let first = words(sentence).next().unwrap_or_default();
    words(sentence).count() <= LINE && terms(first).iter().any(|term| term.kind == Kind::Trade)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_does_is_read_and_neither_the_story_nor_the_request() {
        let minute = "I keep the books for small firms, so that the shoebox can be used for shoes. Last \
                      quarter a joiner found four hundred pounds in his van. I helped a kitchen fitter. \
                      I would like to meet trades with a new van. A good introduction for me is a maker.";
        let does: Vec<&str> = what_one_does(minute).collect();
        assert_eq!(does, ["I keep the books for small firms,"]);
        assert_eq!(what_one_does("Bookkeeper for small shops").count(), 1);
        assert_eq!(what_one_does("").count(), 0);
    }
}
