//! What the owner has said about who is whom: it stands above every key.

use crate::facts::{Asks, Question};
use crate::id::{FactId, PersonId};
use std::collections::{BTreeMap, HashSet};

/// The answer by which records are one person.
pub const SAME: &str = "the same person";
/// The answer by which they are not.
pub const DIFFERENT: &str = "different people";

/// Keys of verdicts that the owner gave unasked begin so; they stand above answers.
pub(crate) const UNASKED: &str = "same-person|unasked|";

/// The owner's verdicts.
#[derive(Debug, Default)]
pub(crate) struct Verdicts {
    /// The first of each pair stands for both.
    pub(super) same: Vec<(PersonId, PersonId)>,
    different: HashSet<(PersonId, PersonId)>,
}

impl Verdicts {
    /// Reads them from the answered questions; subjects come in pairs.
    pub(crate) fn read(questions: &[Question]) -> Self {
        let mut asked: Vec<&Question> =
            questions.iter().filter(|q| q.asks == Asks::SamePerson && q.answer.is_some()).collect();
        asked.sort_by_key(|q| (q.key.starts_with(UNASKED), q.id));
        let mut verdict: BTreeMap<(PersonId, PersonId), (PersonId, bool)> = BTreeMap::new();
        for question in asked {
            let same = question.answer.as_deref() == Some(SAME);
            for pair in question.subjects.chunks_exact(2) {
                let (a, b) = (PersonId(pair[0].0), PersonId(pair[1].0));
                verdict.insert(ordered(a, b), (a, same));
            }
        }
        let mut verdicts = Self::default();
        for (pair, (winner, same)) in verdict {
            if same {
                let loser = if pair.0 == winner { pair.1 } else { pair.0 };
                verdicts.same.push((winner, loser));
            } else {
                verdicts.different.insert(pair);
            }
        }
        verdicts
    }

    /// Whether the owner said that these are two.
    pub(crate) fn are_different(&self, a: PersonId, b: PersonId) -> bool {
        !self.different.is_empty() && self.different.contains(&ordered(a, b))
    }
}

fn ordered(a: PersonId, b: PersonId) -> (PersonId, PersonId) {
    if a <= b { (a, b) } else { (b, a) }
}

/// The key of a verdict given unasked on a pair.
pub(crate) fn unasked_key(a: FactId, b: FactId) -> String {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    format!("{UNASKED}{a}|{b}")
}
