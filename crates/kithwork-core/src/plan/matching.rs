//! Whose need meets whose offer: BM25 over plain words (science.md §3.9).
//!
//! score(q, d) = Σ idf(t) · f(k₁+1)/(f + k₁(1 − b + b·|d|/avgdl)), idf(t) = ln(1 + (N−n+½)/(n+½)),
//! which is never negative (Robertson & Zaragoza 2009; the idf is Lucene's). k₁ = 1.2, b = 0.75.

use super::trades::trade;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Answers that are kept.
const MOST_ANSWERS: usize = 64;

/// Texts that can be asked which of them fits a query best.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// For each word the texts that hold it, and what it adds to their scores.
    postings: HashMap<String, Vec<(usize, f64)>>,
    texts: usize,
}

impl Corpus {
    /// Reads the texts; they are known by their places afterwards.
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self::of_words(texts.into_iter().map(words))
    }

    fn of_words(texts: impl Iterator<Item = Vec<String>>) -> Self {
        let mut corpus = Self::default();
        let mut lengths: Vec<f64> = Vec::new();
        for (place, words) in texts.enumerate() {
            lengths.push(count(words.len()));
            let mut counts: BTreeMap<String, f64> = BTreeMap::new();
            for word in words {
                *counts.entry(word).or_default() += 1.0;
            }
            for (word, times) in counts {
                corpus.postings.entry(word).or_default().push((place, times));
            }
        }
        corpus.texts = lengths.len();
        corpus.weigh(&lengths);
        corpus
    }

    /// Puts in place of each count what the word adds to its text's score.
    fn weigh(&mut self, lengths: &[f64]) {
        let texts = count(lengths.len());
        let average = (lengths.iter().sum::<f64>() / texts.max(1.0)).max(1.0);
        for postings in self.postings.values_mut() {
            let holding = count(postings.len());
            let idf = (1.0 + (texts - holding + 0.5) / (holding + 0.5)).ln();
            for (place, times) in postings {
                let length = lengths.get(*place).copied().unwrap_or(average);
                *times *= (K1 + 1.0) / (*times + K1 * (1.0 - B + B * length / average));
                *times *= idf;
            }
        }
    }

    /// The texts that share words with the query, at most the best 64 of them, best first; ties by
    /// place.
    pub fn ask(&self, query: &str) -> Vec<(usize, f64)> {
        self.ask_words(words(query))
    }

    pub(super) fn ask_words(&self, mut asked: Vec<String>) -> Vec<(usize, f64)> {
        asked.sort_unstable();
        asked.dedup();
        let mut scores = vec![0.0; self.texts];
        let mut touched: Vec<usize> = Vec::new();
        for &(place, weight) in asked.iter().filter_map(|word| self.postings.get(word)).flatten() {
            if scores[place] <= 0.0 {
                touched.push(place);
            }
            scores[place] += weight;
        }
        let better = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
        if touched.len() > MOST_ANSWERS {
            touched.select_nth_unstable_by(MOST_ANSWERS, better);
            touched.truncate(MOST_ANSWERS);
        }
        touched.sort_unstable_by(better);
        touched.into_iter().map(|place| (place, scores[place])).collect()
    }
}

/// The telling words of a text, trades by one name each.
pub(super) fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 2 && !is_filler(word))
        .map(|word| trade(word).to_owned())
        .collect()
}

fn is_filler(word: &str) -> bool {
    static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| FILLERS.split(' ').collect());
    SET.contains(word)
}

const FILLERS: &str = "\
    an the and or for of to in on at is are was be with by from their his her our my your some any \
    good new better best find finding looking look need needs want wants help helps helping who \
    that this they them he she it we you into more as up out other people person someone somebody \
    business businesses company companies firm firms small local client clients customer customers \
    work working meet introduction introductions service services";

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// §3.9, the README example of `rank_bm25`, with Lucene's idf and k₁ = 1.2.
    #[test]
    fn it_scores_as_published() {
        let texts =
            ["Hello there good man!", "It is quite windy in London", "How is the weather today?"];
        let plain = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let found = Corpus::of_words(texts.into_iter().map(plain)).ask_words(plain("windy London"));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, 1);
        assert!((found[0].1 - 1.813_297_78).abs() < 1e-8, "{}", found[0].1);
    }

    #[test]
    fn a_bookkeeper_is_found_among_accountants() {
        let corpus = Corpus::new(["Accountant for shops", "Web designer", "Florist"]);
        assert_eq!(corpus.ask("a good bookkeeper").first().map(|m| m.0), Some(0));
        assert!(corpus.ask("the of and").is_empty());
        assert!(Corpus::default().ask("bookkeeper").is_empty());
    }
}
