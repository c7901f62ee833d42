//! The one minute in which the owner says what they do.

use crate::id::FactId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One version of the pitch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pitch {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// The name meetings refer to it by.
    pub version: String,
    /// Its words.
    pub text: Option<String>,
    /// When it was first given.
    pub first_used_on: Option<Date>,
    /// Its words where a competitor is in the room: the same minute with another emphasis (row 28).
    #[serde(default)]
    pub beside_competitor: Option<String>,
}

impl Pitch {
    /// A version of which only the name is known.
    pub fn named(id: FactId, version: impl Into<String>) -> Self {
        Self {
            id,
            version: version.into(),
            text: None,
            first_used_on: None,
            beside_competitor: None,
        }
    }
}

/// Why a prepared minute was changed at the last moment (rows 27 to 30).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum PitchChange {
    Competitor,
    NotPrepared,
    Tired,
    KnownAlready,
    HeardANeed,
    News,
    LessTime,
    Other,
}

impl PitchChange {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Competitor,
        Self::HeardANeed,
        Self::News,
        Self::LessTime,
        Self::KnownAlready,
        Self::NotPrepared,
        Self::Tired,
        Self::Other,
    ];

    /// Its spelling in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Competitor => "competitor",
            Self::NotPrepared => "not_prepared",
            Self::Tired => "tired",
            Self::KnownAlready => "known_already",
            Self::HeardANeed => "heard_a_need",
            Self::News => "news",
            Self::LessTime => "less_time",
            Self::Other => "other",
        }
    }

    /// In plain words.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Competitor => "A competitor was in the room",
            Self::NotPrepared => "I had not prepared it well",
            Self::Tired => "I was tired",
            Self::KnownAlready => "They all know what I do",
            Self::HeardANeed => "I heard a need it could answer",
            Self::News => "Something new had happened",
            Self::LessTime => "There was less time than planned",
            Self::Other => "Something else",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PitchChange;

    #[test]
    fn every_reason_is_spelt_in_documents_as_it_says() {
        for reason in PitchChange::ALL {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.name());
        }
    }
}
