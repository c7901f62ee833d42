//! One-to-ones run both ways: they learn what I do, I learn how to help (row 66).

use super::reading::Reading;
use super::time::since;
use super::words::many;
use crate::facts::Conversation;
use crate::id::FactId;
use serde::Serialize;

/// The period's one-to-ones of which something was noted afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Halves {
    /// Those with a note on either half.
    pub told: u64,
    /// Those with a note on both.
    pub both: u64,
    /// Those with a note on one half only.
    pub one_way: u64,
    /// Of these, those in which the owner learned how to help and nothing is noted of what they learned.
    pub without_theirs: u64,
    /// The ones that ran one way.
    pub facts: Vec<FactId>,
    /// In plain words.
    pub says: String,
}

/// Counts the period's; none where no half was ever noted, which is unknown, not nought.
pub(super) fn count(reading: &Reading<'_>) -> Option<Halves> {
    let told = |c: &&Conversation| {
        c.kind.is_one_to_one() && (c.they_learned.is_some() || c.i_learned.is_some())
    };
    if !reading.conversations.iter().copied().any(|c| told(&c)) {
        return None;
    }
    let of_period = since(&reading.conversations, |c| c.on, reading.from);
    let told: Vec<&Conversation> = of_period.iter().copied().filter(told).collect();
    let one_way: Vec<&Conversation> = told.iter().copied().filter(|c| c.is_one_way()).collect();
    let without_theirs = one_way.iter().filter(|c| c.they_learned.is_none()).count() as u64;
    let (all, one) = (told.len() as u64, one_way.len() as u64);
    Some(Halves {
        told: all,
        both: all - one,
        one_way: one,
        without_theirs,
        facts: one_way.iter().map(|c| c.id).collect(),
        says: format!(
            "Of {} with a note on what was learned, {} ran both ways and {one} one way.",
            many(all, "one-to-one", "one-to-ones"),
            all - one,
        ),
    })
}
