//! What a room is rated by.

use serde::{Deserialize, Serialize};

/// What a room is rated by, each part 0 to 4 (row 71).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoomPart {
    /// Whether people come to help each other.
    Ethos,
    /// Whether the right people come.
    Fit,
    /// How light it is on purse and diary.
    Cost,
}

impl RoomPart {
    /// Every part, in the order in which they are asked about.
    pub const ALL: [Self; 3] = [Self::Ethos, Self::Fit, Self::Cost];

    /// The spelling in exports and documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ethos => "ethos",
            Self::Fit => "fit",
            Self::Cost => "cost",
        }
    }

    /// The part as one that matters most to the owner.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Ethos => "That people help each other",
            Self::Fit => "That the right people come",
            Self::Cost => "That it is light on purse and diary",
        }
    }

    /// The part of such a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::RoomPart;

    #[test]
    fn a_part_is_spelt_the_same_everywhere() {
        for part in RoomPart::ALL {
            assert_eq!(serde_json::to_value(part).unwrap(), part.name());
            assert_eq!(RoomPart::named(part.name()), Some(part));
        }
    }
}
