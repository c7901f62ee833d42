//! A need as a question to what people offer.

use super::term::{Kind, Reading, Term, terms, widened};
use super::vocabulary::Vocabulary;
use super::words::for_whom;
use crate::models::bm25::{Index, Question};
use crate::params::MatchParams;
use std::collections::BTreeSet;

/// A need, read. Where it names a trade, nobody without it or one close to it answers; without a
/// trade, where it names a line of business, nobody outside it: other words only tell better from worse.
/// Where it names neither, words answer, and a place alone where nothing else is asked for. What follows
/// `for` after a trade says for whom, and asks for nobody.
#[derive(Clone, Debug)]
pub(super) struct Need {
    /// What an answer must hold at least one of.
    asked: Vec<Term>,
    /// Trades close to those asked for.
    close: Vec<Term>,
    /// Where, and in which line of business, if that is said beside something else.
    within: Vec<Term>,
    /// What else it says: it adds, and asks for nobody.
    words: Vec<Term>,
}

impl Need {
    pub(super) fn read(text: &str) -> Self {
        let is_concept = |term: &Term| matches!(term.kind, Kind::Trade | Kind::Sector);
        let (what, whom) = for_whom(text);
        let reading = Reading::of(what);
        let names_one = reading.said.iter().any(is_concept);
        let whom = terms(whom).into_iter().filter(|term| !(names_one && is_concept(term)));
        let said: BTreeSet<Term> = reading.said.into_iter().chain(whom).collect();
        let about = reading.about.into_iter().filter(|term| !said.contains(term)).collect();
        let of = |kind: Kind| -> Vec<Term> {
            said.iter().filter(|term| term.kind == kind).cloned().collect()
        };
        let kinds = [Kind::Trade, Kind::Sector, Kind::Word, Kind::Place];
        let asked = kinds.map(of).into_iter().find(|terms| !terms.is_empty()).unwrap_or_default();
        let is_where = |term: &Term| matches!(term.kind, Kind::Place | Kind::Sector);
        let rest = said.iter().filter(|term| !asked.contains(term)).cloned();
        let (within, words): (Vec<Term>, Vec<Term>) = rest.partition(is_where);
        Self { close: close(&asked), asked, within, words: [words, about].concat() }
    }

    /// The same, with words that name a place of this book's own taken as that place.
    pub(super) fn among(&self, index: &Index<Term>) -> Self {
        let own = |term: &Term| {
            let place = Term { kind: Kind::Place, name: term.name.clone() };
            (term.kind == Kind::Word && index.holds(&place)).then_some(place)
        };
        let mut need = self.clone();
        for words in [&mut need.asked, &mut need.words] {
            need.within.extend(words.iter().filter_map(own));
            words.retain(|word| own(word).is_none());
        }
        if need.asked.is_empty() {
            std::mem::swap(&mut need.asked, &mut need.within);
        }
        need
    }

    /// All that it speaks of, and the trades close to it.
    fn terms(&self) -> impl Iterator<Item = &Term> {
        [&self.asked, &self.close, &self.within, &self.words].into_iter().flatten()
    }

    /// Whether it can be said in words how an offer meets it.
    pub(super) fn shares(&self, offered: &BTreeSet<Term>) -> bool {
        self.terms().any(|term| offered.contains(term))
    }

    pub(super) fn question(&self, params: &MatchParams) -> Question<Term> {
        let weighed = |terms: &[Term], weight| -> Vec<(Term, f64)> {
            terms.iter().map(|term| (term.clone(), weight)).collect()
        };
        let needed = [weighed(&self.asked, 1.0), weighed(&self.close, params.close_trade)];
        let welcome = [weighed(&self.within, 1.0), weighed(&self.words, 1.0)];
        Question { needed: needed.concat(), welcome: welcome.concat() }
    }

    /// The same, looked up in the index once for all texts.
    pub(super) fn looked_up(&self, index: &Index<Term>, params: &MatchParams) -> LookedUp {
        let places = |terms: &[Term]| -> Vec<usize> {
            terms.iter().filter_map(|term| index.place(term)).collect()
        };
        let weighed = |terms: &[Term], weight: f64| {
            places(terms).into_iter().map(move |place| (place, weight))
        };
        let close = weighed(&self.close, params.close_trade);
        LookedUp {
            needed: weighed(&self.asked, 1.0).chain(close).collect(),
            within: (!self.within.is_empty()).then(|| places(&self.within)),
            perfect: self.asked.iter().map(|term| index.idf(term)).sum(),
            elsewhere: params.elsewhere,
        }
    }
}

/// A need as places in an index.
#[derive(Clone, Debug)]
pub(super) struct LookedUp {
    needed: Vec<(usize, f64)>,
    /// Where, if that is asked for.
    within: Option<Vec<usize>>,
    /// What a perfect answer of usual length scores.
    perfect: f64,
    elsewhere: f64,
}

impl LookedUp {
    /// How much of the need a text meets, 0..=1: the share of what a perfect answer would score, less
    /// where a place or a line of business is asked for and the text is elsewhere.
    pub(super) fn met(&self, index: &Index<Term>, text: usize) -> f64 {
        if self.perfect <= 0.0 {
            return 0.0;
        }
        let score: f64 =
            self.needed.iter().map(|(place, weight)| weight * index.adds_at(*place, text)).sum();
        let part = (score / self.perfect).clamp(0.0, 1.0);
        let is_there = |places: &Vec<usize>| places.iter().any(|p| index.adds_at(*p, text) > 0.0);
        if self.within.as_ref().is_none_or(is_there) { part } else { part * self.elsewhere }
    }
}

/// The trades close to those asked for, themselves left out.
fn close(asked: &[Term]) -> Vec<Term> {
    let trades = asked.iter().filter(|term| term.kind == Kind::Trade);
    let close = trades.flat_map(|term| Vocabulary::ours().close(&term.name));
    let close: BTreeSet<Term> = close.map(|name| Term::listed(Kind::Trade, name)).collect();
    close.into_iter().filter(|term| !asked.contains(term)).collect()
}

/// The words in which an offer meets a need, most telling kind first: trades by their name in the
/// list, and where only a neighbouring trade fits, that one.
pub fn shared(need: &str, offer: &str) -> Vec<String> {
    let need = Need::read(need);
    let offered = offered(offer);
    let both: BTreeSet<&Term> = need.terms().filter(|term| offered.contains(term)).collect();
    both.into_iter().map(|term| term.name.to_string()).collect()
}

/// What an offer speaks of, with what that belongs to.
pub(super) fn offered(offer: &str) -> BTreeSet<Term> {
    widened(offer).into_iter().collect()
}
