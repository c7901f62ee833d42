//! Whom to sit down with first.

use crate::whom::Candidate;
use kithwork_core::id::PersonId;
use kithwork_core::matching::{Help, Helper};
use serde::Serialize;

/// Everybody one may sit down with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhomJson {
    /// Those first whom the owner can help most.
    pub people: Vec<CandidateJson>,
}

/// Somebody to sit down with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct CandidateJson {
    pub id: PersonId,
    pub name: String,
    /// How much sitting down could help, 0 to 1.
    pub score: f64,
    /// A need of theirs that the owner can meet.
    pub you_help: Option<NeedJson>,
    /// A need of the owner's that they can meet.
    pub they_help: Option<NeedJson>,
    /// 1 before the first one-to-one.
    pub novelty: f64,
    pub because: Vec<String>,
}

/// A need, and who could meet it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct NeedJson {
    pub need: String,
    /// `me`, or a name.
    pub by: String,
    /// How much of it is met, 0 to 1.
    pub fit: f64,
    pub words: Vec<String>,
}

impl WhomJson {
    /// At most so many.
    pub fn of(candidates: &[Candidate], limit: usize) -> Self {
        Self { people: candidates.iter().take(limit).map(CandidateJson::from).collect() }
    }
}

impl From<&Candidate> for CandidateJson {
    fn from(candidate: &Candidate) -> Self {
        let ranked = &candidate.ranked;
        let by = |help: &Help| match (help.by, &candidate.helper) {
            (Helper::Person(id), _) if id == candidate.person.id => candidate.person.name.clone(),
            (Helper::Person(_), Some(helper)) => helper.clone(),
            _ => "me".to_owned(),
        };
        let need = |help: &Help| NeedJson {
            need: help.need.clone(),
            by: by(help),
            fit: help.fit,
            words: help.words.clone(),
        };
        Self {
            id: candidate.person.id,
            name: candidate.person.name.clone(),
            score: ranked.score,
            you_help: ranked.help.as_ref().map(need),
            they_help: ranked.helped.as_ref().map(need),
            novelty: ranked.novelty,
            because: candidate.because.clone(),
        }
    }
}
