//! What others could say when asked what the owner does (rows 31 and 32).

use super::reading::Reading;
use super::time::since;
use super::words::{many, of_share, per_cent};
use crate::facts::Explained;
use crate::id::{FactId, PersonId};
use crate::models::wilson::wilson;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer answers than these say nothing; judgement (row 32).
pub(super) const LEAST: u64 = 3;

/// The period's answers, one a person: conversations after which the owner noted how well the other
/// could say what they do, and people who were asked to say it back.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Recall {
    /// People who were asked.
    pub asked: u64,
    /// Of these, who had it right in the main when they were asked last.
    pub right: u64,
    /// The share, 0..=1; none under three, which are too few.
    pub share: Option<f64>,
    /// Its interval at 80 %.
    pub interval: Option<(f64, f64)>,
    /// The score with its number in plain words, or that there are too few.
    pub says: String,
    /// What people remembered, in their words, the latest first.
    pub remembered: Vec<Remembered>,
    /// The conversations and playbacks that count, by date.
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

/// Each person counts once, with the latest answer: whoever was asked three times is no three people.
pub(super) fn count(reading: &Reading<'_>) -> Recall {
    let mut answers: BTreeMap<PersonId, Answer> = BTreeMap::new();
    let mut answered = |person, on, answer: (u8, FactId)| {
        let latest = answers.get(&person).is_none_or(|(before, _)| *before <= on);
        if latest {
            answers.insert(person, (on, answer));
        }
    };
    for talk in since(&reading.conversations, |c| c.on, reading.from) {
        let Some(score) = talk.they_know_me else { continue };
        for &person in &talk.people {
            answered(person, Some(talk.on), (score, talk.id));
        }
    }
    for playback in reading.playbacks().filter(|p| p.is_of_the_whole()) {
        let answer = (playback.explained.score(), playback.id);
        answered(playback.person, playback.on, answer);
    }
    let passed = reading.params.ladder.check_passed;
    let facts: BTreeSet<_> = answers.values().map(|(on, (_, fact))| (*on, *fact)).collect();
    Recall {
        asked: answers.len() as u64,
        right: answers.values().filter(|(_, (score, _))| *score >= passed).count() as u64,
        facts: facts.into_iter().map(|(_, fact)| fact).collect(),
        remembered: remembered(reading),
        ..Recall::default()
    }
    .judged(reading.params.findings.confidence)
}

/// When somebody answered, how well, and where it stands.
type Answer = (Option<Date>, (u8, FactId));

/// What was remembered, the latest first.
fn remembered(reading: &Reading<'_>) -> Vec<Remembered> {
    let playbacks = reading.playbacks().filter(|p| p.is_of_the_whole());
    let told = playbacks.filter_map(|playback| {
        Some(Remembered {
            person: playback.person,
            name: reading.book.person(playback.person)?.name.clone(),
            on: playback.on,
            explained: playback.explained,
            words: playback.words.clone()?,
        })
    });
    let mut told: Vec<Remembered> = told.collect();
    told.reverse();
    told
}

impl Recall {
    fn judged(mut self, confidence: f64) -> Self {
        if self.asked >= LEAST {
            let of = crate::models::wilson::as_f64;
            self.share = Some(of(self.right) / of(self.asked));
            self.interval = wilson(self.right, self.asked, confidence);
        }
        self.says = match (self.asked, self.interval) {
            (0, _) => "Nobody has been asked this year what they remember of your work.".to_owned(),
            (_, Some(interval)) => format!(
                "Of {} asked this year, {} could say what you do: {}{}.",
                many(self.asked, "person", "people"),
                self.right,
                per_cent(self.share.unwrap_or_default()),
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
