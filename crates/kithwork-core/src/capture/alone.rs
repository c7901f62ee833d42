//! What the owner did by themselves: preparation, and other ways of finding clients.

use super::durations;
use super::spelling::distance;
use super::words::{Break, Word, is_in};
use std::ops::Range;

/// Words of preparation.
const PREPARING: &str =
    "prep preparation preparing prepared prepping practising practised rehearsing rehearsed";

/// Other ways of finding clients, as they are said and as a channel is called.
const WAYS: [(&str, &str); 14] = [
    ("cold calling", "cold calling"),
    ("cold-calling", "cold calling"),
    ("cold calls", "cold calling"),
    ("cold call", "cold calling"),
    ("cold called", "cold calling"),
    ("cold emailing", "cold emails"),
    ("cold emails", "cold emails"),
    ("telesales", "telesales"),
    ("telemarketing", "telesales"),
    ("leafleting", "leaflets"),
    ("leafletting", "leaflets"),
    ("door knocking", "door knocking"),
    ("knocking on doors", "door knocking"),
    ("mailshots", "mailshots"),
];

/// Most words between what was done and how long: `prepared my minute for the Chamber for 30 min`.
const BETWEEN: usize = 8;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Getting ready for a meeting.
    Preparing,
    /// Another way of finding clients, as its channel is called.
    Channel(&'static str),
}

/// Something the owner did by themselves, and for how long.
#[derive(Clone, Debug)]
pub(super) struct Alone {
    pub deed: Deed,
    pub minutes: u32,
    /// The words that say so.
    pub at: Range<usize>,
    /// Whether it stands with what it was for.
    pub is_placed: bool,
}

/// What a text says that the owner did by themselves for some time.
pub(super) fn find(words: &[Word<'_>]) -> Vec<Alone> {
    let mut found: Vec<Alone> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let one = timed_before(words, at).or_else(|| timed_behind(words, at));
        at = one.as_ref().map_or(at + 1, |one| one.at.end.max(at + 1));
        found.extend(one);
    }
    found
}

/// `20 min prep`, `3 hours of cold calling`.
fn timed_before(words: &[Word<'_>], at: usize) -> Option<Alone> {
    let (minutes, length) = durations::at(words, at)?;
    let joined = |i: usize| words.get(i - 1).is_some_and(|w| w.ends == Break::None);
    let led = (at + length..at + length + 2)
        .take_while(|&i| matches!(low(words, i), "of" | "on" | "for" | "spent" | "the"))
        .count();
    let behind = at + length + led;
    let (deed, taken) = deed(words, behind).filter(|_| (at + length..=behind).all(joined))?;
    // `At the Chamber 2 h prep 20 min`: the other length is meant.
    if durations::at(words, behind + taken).is_some() {
        return None;
    }
    Some(Alone { deed, minutes, at: at..behind + taken, is_placed: false })
}

/// `Preparation 20 min`, `prepared my minute for 30 min`, `cold calling yesterday, 3 hours`.
fn timed_behind(words: &[Word<'_>], at: usize) -> Option<Alone> {
    let (deed, taken) = deed(words, at)?;
    let from = at + taken;
    let goes_on = |i: usize| {
        let ends = words.get(i - 1).map_or(Break::Sentence, |w| w.ends);
        ends == Break::None || (ends == Break::Comma && durations::at(words, i).is_some())
    };
    let (minutes, end) = (from..from + BETWEEN)
        .take_while(|&i| goes_on(i))
        .find_map(|i| durations::at(words, i).map(|(minutes, length)| (minutes, i + length)))?;
    Some(Alone { deed, minutes, at: at..end, is_placed: false })
}

fn deed(words: &[Word<'_>], at: usize) -> Option<(Deed, usize)> {
    if is_in(PREPARING, low(words, at)) {
        return Some((Deed::Preparing, 1));
    }
    WAYS.iter().find_map(|(said, name)| {
        let near = |i, word| low(words, at + i) == word || is_slip(low(words, at + i), word);
        let fits = said.split(' ').enumerate().all(|(i, word)| near(i, word));
        fits.then(|| (Deed::Channel(name), said.split(' ').count()))
    })
}

/// Whether a long word is another with one slip of the finger: `caling`.
fn is_slip(said: &str, word: &str) -> bool {
    word.len() >= 7 && distance(said, word) <= 1
}

fn low<'w>(words: &'w [Word<'_>], at: usize) -> &'w str {
    words.get(at).map_or("", |word| word.low.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_alone_is_read_with_its_time() {
        use Deed::{Channel, Preparing};
        for (text, deed, minutes) in [
            ("preparation 20 min", Preparing, 20),
            ("20 min prep", Preparing, 20),
            ("half an hour of preparation for the Chamber", Preparing, 30),
            ("prepared my minute for 30 min", Preparing, 30),
            ("preparation: 1 h 30", Preparing, 90),
            ("cold calling 3 hours", Channel("cold calling"), 180),
            ("3 hours of cold calling", Channel("cold calling"), 180),
            ("made cold calls for an hour and a half", Channel("cold calling"), 90),
            ("telesales on Tuesday morning, 2 h", Channel("telesales"), 120),
        ] {
            let words = super::super::words::words(text);
            let found: Vec<_> = find(&words).into_iter().map(|a| (a.deed, a.minutes)).collect();
            assert_eq!(found, [(deed, minutes)], "{text}");
        }
        let words = super::super::words::words("chamber monday 2 h prep 20 min");
        assert_eq!(find(&words).first().map(|alone| alone.minutes), Some(20));
        for text in
            ["prepared a list", "cold calling", "20 min with Tom. Prepared", "call 20 min", ""]
        {
            assert!(find(&super::super::words::words(text)).is_empty(), "{text}");
        }
    }
}
