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

/// A text, read: in its order, as often as things stand there.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// What it speaks of.
    pub said: Vec<Term>,
    /// Trades and lines of business that only tell more about the one right after them: the wedding of
    /// `wedding flowers`, the farm of `farm accounts`.
    pub about: Vec<Term>,
}

/// Where in the words something was found.
struct Found {
    from: usize,
    to: usize,
    terms: Vec<Term>,
}

impl Reading {
    /// Reads a running text.
    pub(super) fn of(text: &str) -> Self {
        let words = words(text);
        let found = find(&words);
        let mut reading = Self::default();
        let mut leads = false;
        for (at, one) in found.iter().enumerate().rev() {
            leads = one.is_concept() && leads_on(&words, one, found.get(at + 1), leads);
            let part = if leads { &mut reading.about } else { &mut reading.said };
            part.extend(one.terms.iter().rev().cloned());
        }
        reading.said.reverse();
        reading.about.reverse();
        reading
    }
}

impl Found {
    fn is_concept(&self) -> bool {
        self.terms.iter().any(|term| matches!(term.kind, Kind::Trade | Kind::Sector))
    }
}

/// Whether something stands right before a trade or line of business, or is joined by `and` to what
/// does: the wedding of `wedding and funeral flowers`.
fn leads_on(words: &[Word], one: &Found, next: Option<&Found>, next_leads: bool) -> bool {
    let Some(next) = next.filter(|next| next.is_concept()) else { return false };
    let between = &words[one.to..next.from];
    let is_joined = match between {
        [] => !words[next.from].opens,
        [and] => next_leads && matches!(&*and.stem, "and" | "or"),
        [..] => false,
    };
    is_joined && between.iter().all(|word| !word.opens)
}

/// What the words hold, without the fillers.
fn find(words: &[Word]) -> Vec<Found> {
    let vocabulary = Vocabulary::ours();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let before = at.checked_sub(1).map(|last| words[last].stem.as_str());
        if let Some((length, means)) = vocabulary.at(&words[at..], before) {
            let terms = means.iter().map(|meaning| meaning.term()).collect();
            found.push(Found { from: at, to: at + length, terms });
            at += length;
        } else {
            let stem = &words[at].stem;
            if !is_filler(stem) {
                found.push(Found { from: at, to: at + 1, terms: vec![Term::word(stem)] });
            }
            at += 1;
        }
    }
    found
}

/// The terms of a running text, in its order, as often as they stand there.
pub fn terms(text: &str) -> Vec<Term> {
    find(&words(text)).into_iter().flat_map(|found| found.terms).collect()
}

/// The terms of a text with what they imply: a trade its line of business, a town its county and
/// region. What somebody offers is read like this, so that wider questions find it.
pub fn widened(text: &str) -> Vec<Term> {
    with_wider(terms(text))
}

/// Terms and what they imply.
pub(super) fn with_wider(mut terms: Vec<Term>) -> Vec<Term> {
    let wider: Vec<Term> = terms.iter().flat_map(|t| Vocabulary::ours().wider(t)).collect();
    terms.extend(wider);
    terms
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
    with_wider(listed)
}

fn own_place(words: &[Word]) -> Option<String> {
    let stems: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
    (!stems.is_empty()).then(|| stems.join(" "))
}
