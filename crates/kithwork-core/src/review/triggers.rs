//! The problems by which others should think of the owner, and whether they would (row 67).

use super::reading::Reading;
use super::recall::LEAST;
use super::words::{of_share, per_cent};
use crate::facts::{Playback, TriggerProblem};
use crate::id::{FactId, PersonId};
use crate::models::wilson::{as_f64, wilson};
use serde::Serialize;
use std::collections::BTreeMap;

/// So many trigger problems are wanted; the mission's (row 67).
const WANTED: usize = 3;

/// The trigger problems in use.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Triggers {
    /// How many are wanted at least.
    pub wanted: usize,
    /// Those in use, the oldest first.
    pub triggers: Vec<TriggerReview>,
    /// What is asked for while there are fewer than wanted.
    pub asks: Option<String>,
}

/// One trigger problem and the period's playbacks of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TriggerReview {
    /// The trigger problem.
    pub id: FactId,
    /// What someone says.
    pub what: String,
    /// How many people were asked.
    pub asked: u64,
    /// How many would have thought of the owner.
    pub right: u64,
    /// The agreement, 0..=1; none under three playbacks, which are too few.
    pub share: Option<f64>,
    /// Its interval at 80 %.
    pub interval: Option<(f64, f64)>,
    /// The agreement with its number in plain words.
    pub says: String,
    /// The playbacks.
    pub facts: Vec<FactId>,
}

pub(super) fn each(reading: &Reading<'_>) -> Triggers {
    let standing = reading.book.facts.trigger_problems.iter().filter(|t| t.stands(reading.as_of));
    let triggers: Vec<TriggerReview> = standing.map(|t| one(reading, t)).collect();
    Triggers { wanted: WANTED, asks: asks(triggers.len()), triggers }
}

fn asks(there: usize) -> Option<String> {
    let missing = u64::try_from(WANTED.saturating_sub(there)).unwrap_or_default();
    let more = if there == 0 { "" } else { " more" };
    (missing > 0).then(|| {
        format!(
            "Name {missing}{more} {} people should think of you for: what does somebody say just \
             before they need you?",
            if missing == 1 { "problem" } else { "problems" }
        )
    })
}

fn one(reading: &Reading<'_>, trigger: &TriggerProblem) -> TriggerReview {
    let passed = reading.params.ladder.check_passed;
    // Each person with the latest answer: whoever was asked three times is no three people.
    let mut playbacks: BTreeMap<PersonId, &Playback> = BTreeMap::new();
    for playback in reading.playbacks().filter(|p| p.trigger == Some(trigger.id)) {
        let latest = playbacks.get(&playback.person).is_none_or(|before| before.on <= playback.on);
        if latest {
            playbacks.insert(playback.person, playback);
        }
    }
    let asked = playbacks.len() as u64;
    let right = playbacks.values().filter(|p| p.explained.score() >= passed).count() as u64;
    let enough = asked >= LEAST;
    let interval = wilson(right, asked, reading.params.findings.confidence).filter(|_| enough);
    TriggerReview {
        id: trigger.id,
        what: trigger.what.clone(),
        asked,
        right,
        share: enough.then(|| as_f64(right) / as_f64(asked)),
        interval,
        says: says(asked, right, interval),
        facts: playbacks.values().map(|p| p.id).collect(),
    }
}

fn says(asked: u64, right: u64, interval: Option<(f64, f64)>) -> String {
    match (asked, interval) {
        (0, _) => "Not tried on anybody yet.".to_owned(),
        (_, Some(interval)) => {
            let share = per_cent(as_f64(right) / as_f64(asked));
            format!("{right} of {asked} asked would think of you: {share}{}.", of_share(interval))
        }
        (_, None) => format!(
            "{right} of {asked} asked would think of you: too few to tell, ask {} more.",
            LEAST - asked.min(LEAST)
        ),
    }
}
