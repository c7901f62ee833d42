//! What somebody said when asked what the owner does, or whom to think of.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A playback check: somebody was asked to say back what the owner does, or one of the owner's trigger
/// problems, and the owner noted how well they could.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Playback {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// Who was asked.
    pub person: PersonId,
    /// When.
    pub on: Option<Date>,
    /// The trigger problem that was asked about; none where it was what the owner does as a whole.
    pub trigger: Option<FactId>,
    /// Whether they could.
    pub explained: Explained,
    /// What they remembered, in their words.
    pub words: Option<String>,
}

impl Playback {
    /// Whether it asked what the owner does, and so shows how well they understand it.
    pub fn is_of_the_whole(&self) -> bool {
        self.trigger.is_none()
    }
}

/// Whether somebody could say it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Explained {
    Yes,
    Partly,
    No,
}

impl Explained {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// The answer on the scale of ratings, 0 to 4; our judgement.
    pub const fn score(self) -> u8 {
        match self {
            Self::Yes => 4,
            Self::Partly => 2,
            Self::No => 0,
        }
    }

    /// What a score of 0 to 4 comes to, where `passed` is the least that passes a check.
    pub const fn of(score: u8, passed: u8) -> Self {
        match score {
            score if score >= passed => Self::Yes,
            0 | 1 => Self::No,
            _ => Self::Partly,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Explained;

    #[test]
    fn an_answer_keeps_its_meaning_on_the_scale_of_ratings() {
        for answer in Explained::ALL {
            assert_eq!(Explained::of(answer.score(), 3), answer);
        }
        assert_eq!(
            [1, 2, 3].map(|score| Explained::of(score, 3)),
            [Explained::No, Explained::Partly, Explained::Yes]
        );
    }
}
