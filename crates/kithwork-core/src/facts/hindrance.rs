//! What keeps the owner from networking, or from getting anything from it.

use serde::{Deserialize, Serialize};

/// What keeps the owner from networking, or from getting anything from it: their own answer, which
/// decides how they begin (row 73).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hindrance {
    /// They go a lot and little comes back.
    LittleBack,
    /// They have enough clients.
    EnoughClients,
    /// They don't believe that it works.
    NoBelief,
    /// They don't know how.
    NoSkill,
    /// They would rather not walk into a room.
    Embarrassed,
}

impl Hindrance {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::LittleBack, Self::EnoughClients, Self::NoBelief, Self::NoSkill, Self::Embarrassed];

    /// The spelling in exports and documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LittleBack => "little_back",
            Self::EnoughClients => "enough_clients",
            Self::NoBelief => "no_belief",
            Self::NoSkill => "no_skill",
            Self::Embarrassed => "embarrassed",
        }
    }

    /// The answer as the owner would say it.
    pub const fn says(self) -> &'static str {
        match self {
            Self::LittleBack => "I go a lot and little comes back",
            Self::EnoughClients => "I have enough clients",
            Self::NoBelief => "I don’t believe it works",
            Self::NoSkill => "I don’t know how to do it well",
            Self::Embarrassed => "I would rather not walk into a room of strangers",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Hindrance;

    #[test]
    fn an_answer_is_spelt_the_same_everywhere() {
        for one in Hindrance::ALL {
            assert_eq!(serde_json::to_value(one).unwrap(), one.name());
        }
    }
}
