//! Whose need meets whose offer: BM25 over plain words (science.md §3.9).
//!
//! score(q, d) = Σ idf(t) · f(k₁+1)/(f + k₁(1 − b + b·|d|/avgdl)), idf(t) = ln(1 + (N−n+½)/(n+½)),
//! which is never negative (Robertson & Zaragoza 2009; the idf is Lucene's). k₁ = 1.2, b = 0.75.

use super::trades::trade;
use std::collections::{BTreeMap, HashMap};

const K1: f64 = 1.2;
const B: f64 = 0.75;

/// Texts that can be asked which of them fits a query best.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// For each word the texts that hold it, and how often.
    postings: HashMap<String, Vec<(usize, f64)>>,
    lengths: Vec<f64>,
}

impl Corpus {
    /// Reads the texts; they are known by their places afterwards.
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self::of_words(texts.into_iter().map(words))
    }

    fn of_words(texts: impl Iterator<Item = Vec<String>>) -> Self {
        let mut corpus = Self::default();
        for (place, words) in texts.enumerate() {
            corpus.lengths.push(count(words.len()));
            let mut counts: BTreeMap<String, f64> = BTreeMap::new();
            for word in words {
                *counts.entry(word).or_default() += 1.0;
            }
            for (word, times) in counts {
                corpus.postings.entry(word).or_default().push((place, times));
            }
        }
        corpus
    }

    /// The texts that share words with the query, best first; ties by place.
    pub fn ask(&self, query: &str) -> Vec<(usize, f64)> {
        self.ask_words(words(query))
    }

    fn ask_words(&self, mut asked: Vec<String>) -> Vec<(usize, f64)> {
        let texts = count(self.lengths.len());
        let average = (self.lengths.iter().sum::<f64>() / texts.max(1.0)).max(1.0);
        let mut scores: BTreeMap<usize, f64> = BTreeMap::new();
        asked.sort_unstable();
        asked.dedup();
        for postings in asked.iter().filter_map(|word| self.postings.get(word)) {
            let holding = count(postings.len());
            let idf = (1.0 + (texts - holding + 0.5) / (holding + 0.5)).ln();
            for &(place, times) in postings {
                let length = self.lengths.get(place).copied().unwrap_or(average);
                let weight = times * (K1 + 1.0) / (times + K1 * (1.0 - B + B * length / average));
                *scores.entry(place).or_default() += idf * weight;
            }
        }
        let mut best: Vec<(usize, f64)> = scores.into_iter().collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best
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
    FILLERS.split(' ').any(|filler| filler == word)
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
