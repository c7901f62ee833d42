//! What a text speaks of: trades, lines of business, places, and other words.

use super::vocabulary::Vocabulary;
use super::words::{Word, is_filler, words};
use std::borrow::Cow;

/// The kinds of things that texts speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A profession of the list.
    Trade,
    /// A line of business of the list.
    Sector,
    /// A town, county, region or country.
    Place,
    /// Any other telling word.
    Word,
}

/// One thing that a text speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// What kind of thing.
    pub kind: Kind,
    /// Its name: that of the list, or the word itself.
    pub name: Cow<'static, str>,
}

impl Term {
    pub(super) fn listed(kind: Kind, name: &'static str) -> Self {
        Self { kind, name: Cow::Borrowed(name) }
    }

    fn word(stem: &str) -> Self {
        Self { kind: Kind::Word, name: Cow::Owned(stem.to_owned()) }
    }
}

/// The terms of a running text, in its order, as often as they stand there.
pub fn terms(text: &str) -> Vec<Term> {
    let words = words(text);
    let vocabulary = Vocabulary::ours();
    let (mut terms, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let before = at.checked_sub(1).map(|last| words[last].stem.as_str());
        if let Some((length, means)) = vocabulary.at(&words[at..], before) {
            terms.extend(means.iter().map(|meaning| meaning.term()));
            at += length;
        } else {
            let word = &words[at];
            terms.extend((!is_filler(&word.stem)).then(|| Term::word(&word.stem)));
            at += 1;
        }
    }
    terms
}

/// The terms of a text with what they imply: a trade its line of business, a town its county and
/// region. What somebody offers is read like this, so that wider questions find it.
pub fn widened(text: &str) -> Vec<Term> {
    let mut all = terms(text);
    let vocabulary = Vocabulary::ours();
    let wider: Vec<Term> = all.iter().flat_map(|term| vocabulary.wider(term)).collect();
    all.extend(wider);
    all
}

/// A field that holds nothing but a place: the place with what it lies in, or the words as they are.
pub fn place(text: &str) -> Vec<Term> {
    let words = words(text);
    let vocabulary = Vocabulary::ours();
    let listed: Vec<Term> = (0..words.len())
        .filter_map(|at| vocabulary.place(&words[at..]))
        .map(|name| Term::listed(Kind::Place, name))
        .collect();
    if listed.is_empty() {
        let name = own_place(&words);
        return name
            .map(|name| Term { kind: Kind::Place, name: Cow::Owned(name) })
            .into_iter()
            .collect();
    }
    let wider: Vec<Term> = listed.iter().flat_map(|term| vocabulary.wider(term)).collect();
    listed.into_iter().chain(wider).collect()
}

fn own_place(words: &[Word]) -> Option<String> {
    let stems: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
    (!stems.is_empty()).then(|| stems.join(" "))
}
