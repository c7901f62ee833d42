//! What others did with each other: `Hannah Cole called Ivan Drew`, `Ann helped Ben with his website`. It is
//! news that the owner heard, and nothing that the owner did.

use super::names::Mention;
use super::words::{Break, Word, is_in};
use std::ops::Range;

/// What one does with or for another.
const DEEDS: &str = "called rang phoned met saw helped gave lent sent emailed texted messaged advised showed \
    recommended thanked wrote visited taught told asked paid hired";

/// The sentences that tell of others alone.
pub(super) fn find(words: &[Word<'_>], mentions: &[Mention]) -> Vec<Range<usize>> {
    let sentence_end = |at: usize| {
        let last =
            (at..words.len()).find(|&i| words.get(i).is_some_and(|w| w.ends == Break::Sentence));
        last.map_or(words.len(), |last| last + 1)
    };
    let told = mentions.iter().filter(|one| begins(words, one.at.start));
    let told =
        told.filter(|one| is_of_another(words, mentions, one) || are_two(words, mentions, one));
    told.map(|one| one.at.start..sentence_end(one.at.start)).collect()
}

fn low<'w>(words: &'w [Word<'_>], at: usize) -> &'w str {
    words.get(at).map_or("", |word| word.low.as_str())
}

fn begins(words: &[Word<'_>], at: usize) -> bool {
    at == 0 || words.get(at - 1).is_some_and(|before| before.ends == Break::Sentence)
}

fn named_at(mentions: &[Mention], at: usize) -> Option<&Mention> {
    mentions.iter().find(|mention| mention.at.start == at)
}

/// `Ann called Ben`: a deed between the two.
fn is_of_another(words: &[Word<'_>], mentions: &[Mention], one: &Mention) -> bool {
    let joined = |at: usize| words.get(at).is_some_and(|word| word.ends == Break::None);
    let other = named_at(mentions, one.at.end + 1).filter(|other| other.who != one.who);
    joined(one.at.end - 1) && is_in(DEEDS, low(words, one.at.end)) && other.is_some()
}

/// `Ann and Ben had lunch together`: nobody says that the owner was there.
fn are_two(words: &[Word<'_>], mentions: &[Mention], one: &Mention) -> bool {
    let and = low(words, one.at.end) == "and";
    let Some(other) = named_at(mentions, one.at.end + 1).filter(|_| and) else { return false };
    let sentence = other.at.end..words.len();
    let until = sentence.clone().find(|&i| words.get(i).is_some_and(|w| w.ends != Break::None));
    let mut rest = other.at.end..until.map_or(words.len(), |last| last + 1);
    matches!(low(words, other.at.end), "had" | "met" | "have" | "are" | "were")
        && rest.any(|i| low(words, i) == "together" || matches!(low(words, i), "each" | "other"))
}
