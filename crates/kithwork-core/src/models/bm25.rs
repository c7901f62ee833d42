//! Which texts answer a question, by the words they share (§3.9).
//!
//! `score(q, d) = Σ w(t) · idf(t) · f(k₁ + 1)/(f + k₁(1 − b + b·|d|/avgdl))`: `f` how often a term
//! stands in the text, `|d|` the text's length and `avgdl` the mean length of texts that say anything,
//! in terms; `w` the weight
//! the question gives the term, 1 unless said. Source: Robertson & Zaragoza 2009, *The probabilistic
//! relevance framework*, Foundations and Trends in Information Retrieval 3(4) 333.

use super::wilson::as_f64;
use std::collections::HashMap;
use std::hash::Hash;

/// How much a term tells, from N texts of which n hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idf {
    /// Lucene's, ln(1 + (N − n + ½)/(n + ½)): never negative.
    Lucene,
    /// Robertson's, ln((N − n + ½)/(n + ½)): negative for a term that most texts hold.
    Robertson,
}

impl Idf {
    fn of(self, texts: f64, holding: f64) -> f64 {
        let odds = (texts - holding + 0.5) / (holding + 0.5);
        match self {
            Self::Lucene => odds.ln_1p(),
            Self::Robertson => odds.ln(),
        }
    }
}

/// The parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bm25 {
    /// How soon repeating a term stops to add; 1, ≥ 0.
    pub k1: f64,
    /// How much a long text is held against it; 0..=1.
    pub b: f64,
    /// How much a term tells.
    pub idf: Idf,
}

impl Default for Bm25 {
    /// Lucene's defaults: k₁ 1.2, b 0.75.
    fn default() -> Self {
        Self { k1: 1.2, b: 0.75, idf: Idf::Lucene }
    }
}

/// Texts read once, ready for any number of questions. A text is known by its place.
#[derive(Clone, Debug)]
pub struct Index<T> {
    terms: HashMap<T, usize>,
    /// For each term the texts that hold it, in order, and what it adds to their scores.
    postings: Vec<Vec<(u32, f64)>>,
    texts: usize,
    idf: Idf,
}

impl<T: Eq + Hash> Index<T> {
    /// Reads the texts, each given as its terms. Texts beyond the first 2³² are left out.
    pub fn new(texts: impl IntoIterator<Item = Vec<T>>, by: Bm25) -> Self {
        let mut index = Self { terms: HashMap::new(), postings: Vec::new(), texts: 0, idf: by.idf };
        let mut lengths: Vec<f64> = Vec::new();
        for (place, text) in (0_u32..).zip(texts) {
            lengths.push(as_f64(text.len() as u64));
            for term in text {
                index.count(term, place);
            }
        }
        index.texts = lengths.len();
        index.weigh(&lengths, by);
        index
    }

    fn count(&mut self, term: T, place: u32) {
        let next = self.postings.len();
        let at = *self.terms.entry(term).or_insert(next);
        if at == next {
            self.postings.push(Vec::new());
        }
        match self.postings[at].last_mut() {
            Some((last, times)) if *last == place => *times += 1.0,
            _ => self.postings[at].push((place, 1.0)),
        }
    }

    /// Puts in place of each count what the term adds to its text's score.
    fn weigh(&mut self, lengths: &[f64], by: Bm25) {
        let texts = as_f64(lengths.len() as u64);
        let told = lengths.iter().filter(|length| **length > 0.0).count();
        let average = lengths.iter().sum::<f64>() / as_f64(told.max(1) as u64);
        let longer = |place: u32| lengths.get(place as usize).map_or(1.0, |l| l / average);
        for postings in &mut self.postings {
            let idf = by.idf.of(texts, as_f64(postings.len() as u64));
            for (place, times) in postings {
                let held_back = by.k1 * (1.0 - by.b + by.b * longer(*place));
                *times *= idf * (by.k1 + 1.0) / (*times + held_back);
            }
        }
    }

    /// How much a term tells; one that no text holds tells most.
    pub fn idf(&self, term: &T) -> f64 {
        let holding = self.terms.get(term).map_or(0, |&at| self.postings[at].len());
        self.idf.of(as_f64(self.texts as u64), as_f64(holding as u64))
    }

    /// Whether any text holds the term.
    pub fn holds(&self, term: &T) -> bool {
        self.terms.contains_key(term)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.texts == 0
    }

    /// What a term adds to the score of a text; 0 where the text doesn't hold it.
    pub fn adds(&self, term: &T, text: usize) -> f64 {
        self.place(term).map_or(0.0, |place| self.adds_at(place, text))
    }

    /// The place of a term in the index, for [`Index::adds_at`]; none where no text holds it.
    pub fn place(&self, term: &T) -> Option<usize> {
        self.terms.get(term).copied()
    }

    /// What the term at a place adds to the score of a text.
    pub fn adds_at(&self, place: usize, text: usize) -> f64 {
        let postings = self.postings.get(place).map_or(&[][..], Vec::as_slice);
        let at = postings.binary_search_by_key(&text, |&(place, _)| place as usize);
        at.ok().map_or(0.0, |at| postings[at].1)
    }

    fn postings(&self, term: &T) -> &[(u32, f64)] {
        self.terms.get(term).map_or(&[], |&at| &self.postings[at])
    }

    /// Somebody who asks: keeps the room for scores between questions.
    pub fn asking(&self) -> Asking<'_, T> {
        Asking { index: self, scores: vec![0.0; self.texts], asked: vec![0; self.texts], round: 0 }
    }
}

/// A question: terms with the weight of each, none twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Question<T> {
    /// Terms of which an answer holds at least one.
    pub needed: Vec<(T, f64)>,
    /// Terms that add to an answer and make none.
    pub welcome: Vec<(T, f64)>,
}

/// Questions put to an [`Index`].
#[derive(Clone, Debug)]
pub struct Asking<'i, T> {
    index: &'i Index<T>,
    scores: Vec<f64>,
    /// The round in which a text was last touched, so that nothing needs clearing.
    asked: Vec<u64>,
    round: u64,
}

impl<T: Eq + Hash> Asking<'_, T> {
    /// At most `most` texts that answer, with their scores, best first; ties by place.
    pub fn best(&mut self, question: &Question<T>, most: usize) -> Vec<(usize, f64)> {
        self.round += 1;
        let mut touched: Vec<usize> = Vec::new();
        for (term, weight) in &question.needed {
            for &(place, adds) in self.index.postings(term) {
                let place = place as usize;
                if self.asked[place] != self.round {
                    self.asked[place] = self.round;
                    self.scores[place] = 0.0;
                    touched.push(place);
                }
                self.scores[place] += weight * adds;
            }
        }
        for (term, weight) in question.welcome.iter().filter(|_| !touched.is_empty()) {
            for &(place, adds) in self.index.postings(term) {
                if self.asked[place as usize] == self.round {
                    self.scores[place as usize] += weight * adds;
                }
            }
        }
        self.first(touched, most)
    }

    fn first(&self, mut touched: Vec<usize>, most: usize) -> Vec<(usize, f64)> {
        let better =
            |a: &usize, b: &usize| self.scores[*b].total_cmp(&self.scores[*a]).then(a.cmp(b));
        if touched.len() > most {
            touched.select_nth_unstable_by(most, better);
            touched.truncate(most);
        }
        touched.sort_unstable_by(better);
        touched.into_iter().map(|place| (place, self.scores[place])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Vec<Vec<&'static str>> {
        ["Hello there good man!", "It is quite windy in London", "How is the weather today?"]
            .map(|text| text.split(' ').collect())
            .to_vec()
    }

    fn question<T: Clone>(needed: &[T]) -> Question<T> {
        let needed = needed.iter().map(|term| (term.clone(), 1.0)).collect();
        Question { needed, welcome: Vec::new() }
    }

    fn scores(by: Bm25) -> Vec<(usize, f64)> {
        Index::new(texts(), by).asking().best(&question(&["windy", "London"]), 3)
    }

    /// §6.1, the README example of `rank_bm25` with its idf: 0, 0.93729472, 0.
    #[test]
    fn it_scores_as_published() {
        let found = scores(Bm25 { k1: 1.5, b: 0.75, idf: Idf::Robertson });
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, 1);
        assert!((found[0].1 - 0.937_294_72).abs() < 1e-8, "{}", found[0].1);
    }

    /// §3.9, the same with Lucene's idf and k₁ = 1.2.
    #[test]
    fn it_scores_as_computed_with_lucenes_idf() {
        let found = scores(Bm25::default());
        assert!((found[0].1 - 1.813_297_78).abs() < 1e-8, "{}", found[0].1);
    }

    #[test]
    fn a_welcome_term_adds_but_answers_nothing_alone() {
        let index = Index::new(texts(), Bm25::default());
        let asked = |needed: &[&'static str]| Question {
            needed: needed.iter().map(|&t| (t, 1.0)).collect(),
            welcome: vec![("is", 1.0)],
        };
        let mut asking = index.asking();
        assert!(asking.best(&asked(&[]), 9).is_empty());
        let windy = asking.best(&asked(&["windy"]), 9);
        assert_eq!(windy.len(), 1);
        assert!(windy[0].1 > asking.best(&question(&["windy"]), 9)[0].1);
    }

    #[test]
    fn no_text_and_no_question_have_no_answer() {
        let none: Index<&str> = Index::new([], Bm25::default());
        assert!(none.is_empty() && none.asking().best(&question(&["windy"]), 9).is_empty());
        assert!(none.idf(&"windy").is_finite());
        let blank: Index<&str> = Index::new([vec![], vec![]], Bm25::default());
        assert!(blank.asking().best(&question(&["windy"]), 9).is_empty());
        let index = Index::new(texts(), Bm25::default());
        assert!(index.asking().best(&question(&[]), 9).is_empty());
        assert!(index.asking().best(&question(&["windy"]), 0).is_empty());
    }

    proptest::proptest! {
        /// A score is never negative with Lucene's idf, and the sum of what its terms add.
        #[test]
        fn answers_hold_a_needed_term_and_come_best_first(
            texts in proptest::collection::vec(proptest::collection::vec(0_u8..12, 0..9), 0..30),
            needed in proptest::collection::btree_set(0_u8..14, 0..5), most in 0_usize..40,
        ) {
            let needed: Vec<u8> = needed.into_iter().collect();
            let index = Index::new(texts.clone(), Bm25::default());
            let mut asking = index.asking();
            let found = asking.best(&question(&needed), most);
            let holds = |text: &Vec<u8>| text.iter().any(|term| needed.contains(term));
            assert_eq!(found.len(), texts.iter().filter(|t| holds(t)).count().min(most));
            assert!(found.windows(2).all(|w| w[0].1 >= w[1].1));
            for (place, score) in found {
                assert!(holds(&texts[place]) && score >= 0.0 && score.is_finite());
                let alone: f64 = needed.iter().map(|term| index.adds(term, place)).sum();
                assert!((alone - score).abs() < 1e-9);
            }
        }
    }
}
