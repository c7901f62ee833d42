//! What the owner decided about a relationship.

use serde::{Deserialize, Serialize};

/// What the owner decided about a relationship: their own word on whom to give time to (row 7). It
/// changes no fact and no figure, only what is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Care {
    /// To be deepened: the plan prefers them.
    Deepen,
    /// To be kept as it is, without more effort than now.
    Light,
    /// To be let go: no plan proposes them. They stay in the book and can be found.
    LetGo,
}

impl Care {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Deepen, Self::Light, Self::LetGo];

    /// The spelling in sheets, exports and documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deepen => "deepen",
            Self::Light => "light",
            Self::LetGo => "let_go",
        }
    }

    /// The choice in plain words, as an infinitive without `to`.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Deepen => "deepen",
            Self::Light => "keep light",
            Self::LetGo => "let go",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Care;

    #[test]
    fn a_choice_is_spelt_the_same_in_documents_and_in_sheets() {
        for care in Care::ALL {
            assert_eq!(serde_json::to_value(care).unwrap(), care.name());
        }
    }
}
