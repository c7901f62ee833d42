//! What is said about the owner, by whom, in which words.

use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Words said about the owner. Quoted outside only with permission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// When.
    pub on: Option<Date>,
    /// Who said it.
    pub person: PersonId,
    /// Their words.
    pub words: String,
    /// Whether they may be quoted; nobody is quoted who did not say so.
    pub may_quote: Option<bool>,
    /// What they were said for; none where that was not told.
    #[serde(default)]
    pub kind: Option<MentionKind>,
}

impl Mention {
    /// Whether the words may leave the book.
    pub fn is_quotable(&self) -> bool {
        self.may_quote == Some(true)
    }
}

/// What words about the owner were said for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// Written or said to be passed on.
    Testimonial,
    /// The words used when referring the owner.
    Referring,
    /// Vouching for the owner to somebody.
    Vouching,
}

impl MentionKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Testimonial, Self::Referring, Self::Vouching];

    /// The spelling in exports and documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Testimonial => "testimonial",
            Self::Referring => "referring",
            Self::Vouching => "vouching",
        }
    }

    /// What they were said for, in words.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Testimonial => "A testimonial",
            Self::Referring => "Said when passing work on",
            Self::Vouching => "Vouching for you",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MentionKind;

    #[test]
    fn a_kind_is_spelt_the_same_everywhere() {
        for kind in MentionKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
    }
}
