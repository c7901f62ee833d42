//! What others could say when asked what the owner does (rows 31 and 32).

use super::reading::Reading;
use super::time::since;
use super::words::{many, of_share};
use crate::facts::Explained;
use crate::id::{FactId, PersonId};
use crate::models::wilson::wilson;
use jiff::civil::Date;
use serde::Serialize;

/// Fewer answers than these say nothing; judgement (row 32).
pub(super) const LEAST: u64 = 3;

/// The period's playbacks: conversations after which the owner noted how well the other could say what
/// they do, and people who were asked to say it back.
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
    /// The score with its number in plain words, or that there are too few.
    pub says: String,
    /// What people remembered, in their words, the latest first.
    pub remembered: Vec<Remembered>,
    /// The conversations and playbacks.
    pub facts: Vec<FactId>,
}

/// What somebody remembered when asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remembered {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// When they were asked.
    pub on: Option<Date>,
    /// Whether they had it right.
    pub explained: Explained,
    /// Their words.
    pub words: String,
}

pub(super) fn count(reading: &Reading<'_>) -> Recall {
    let passed = reading.params.ladder.check_passed;
    let mut recall = Recall::default();
    for talk in since(&reading.conversations, |c| c.on, reading.from) {
        let Some(score) = talk.they_know_me else { continue };
        recall.add(score >= passed, talk.id);
    }
    for playback in reading.playbacks().filter(|p| p.is_of_the_whole()) {
        recall.add(playback.explained.score() >= passed, playback.id);
        let name = reading.book.person(playback.person).map(|p| p.name.clone());
        let words = playback.words.clone();
        recall.remembered.extend(name.zip(words).map(|(name, words)| Remembered {
            person: playback.person,
            name,
            on: playback.on,
            explained: playback.explained,
            words,
        }));
    }
    recall.remembered.reverse();
    recall.judged(reading.params.findings.confidence)
}

impl Recall {
    fn add(&mut self, right: bool, fact: FactId) {
        self.asked += 1;
        self.right += u64::from(right);
        self.facts.push(fact);
    }

    fn judged(mut self, confidence: f64) -> Self {
        if self.asked >= LEAST {
            let of = crate::models::wilson::as_f64;
            self.share = Some(of(self.right) / of(self.asked));
            self.interval = wilson(self.right, self.asked, confidence);
        }
        self.says = match (self.asked, self.interval) {
            (0, _) => "Nobody has been asked this year what they remember of your work.".to_owned(),
            (_, Some(interval)) => format!(
                "Of {} asked this year, {} could say what you do{}.",
                many(self.asked, "person", "people"),
                self.right,
                of_share(interval)
            ),
            (asked, None) => format!(
                "{} asked this year what they remember of your work: too few to tell, three are \
                 enough to begin.",
                many(asked, "person was", "people were")
            ),
        };
        self
    }
}
