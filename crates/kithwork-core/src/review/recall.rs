//! What others could say when asked what the owner does (rows 31 and 32).

use super::reading::Reading;
use super::time::since;
use crate::id::FactId;
use crate::models::wilson::wilson;
use serde::Serialize;

/// Fewer answers than these say nothing; judgement (row 32).
pub(super) const LEAST: u64 = 3;

/// The period's playbacks: conversations after which the owner noted how well the other could say what
/// they do.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Recall {
    /// How often it was tried.
    pub asked: u64,
    /// How often they had it right in the main.
    pub right: u64,
    /// The share, 0..=1; none under three, which are too few.
    pub share: Option<f64>,
    /// Its interval at 80 %.
    pub interval: Option<(f64, f64)>,
    /// The conversations.
    pub facts: Vec<FactId>,
}

pub(super) fn count(reading: &Reading<'_>) -> Recall {
    let passed = reading.params.ladder.check_passed;
    let mut recall = Recall::default();
    for talk in since(&reading.conversations, |c| c.on, reading.from) {
        let Some(score) = talk.they_know_me else { continue };
        recall.asked += 1;
        recall.right += u64::from(score >= passed);
        recall.facts.push(talk.id);
    }
    if recall.asked >= LEAST {
        let of = crate::models::wilson::as_f64;
        recall.share = Some(of(recall.right) / of(recall.asked));
        recall.interval = wilson(recall.right, recall.asked, reading.params.findings.confidence);
    }
    recall
}
