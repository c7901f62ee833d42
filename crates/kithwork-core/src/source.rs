//! Where a fact comes from, and whose word counts.

use serde::{Deserialize, Serialize};

/// Who says something. The order is the rank: where two sources contradict each other, the greater
/// one wins, whichever arrived first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A group on a server that the owner belongs to.
    Group,
    /// LinkedIn's export of connections.
    Linkedin,
    /// An address book: a vCard, or an export of Google, Outlook or Thunderbird.
    Card,
    /// A calendar.
    Calendar,
    /// The owner's spreadsheets.
    Sheet,
    /// The owner's own words in Kithwork.
    Own,
}

impl Source {
    /// The spelling in the database and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Linkedin => "linkedin",
            Self::Card => "card",
            Self::Calendar => "calendar",
            Self::Sheet => "sheet",
            Self::Own => "own",
        }
    }
}
