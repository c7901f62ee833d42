//! Business won, and where it is said to have come from.

use crate::id::{FactId, PersonId, RoomId};
use crate::money::Amount;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A piece of business won.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Business {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// When it was won.
    pub won_on: Option<Date>,
    /// The client; creates no person.
    pub client: String,
    /// What kind of source the owner names.
    pub source_kind: Option<BusinessSource>,
    /// The source verbatim: a person, a group or a channel.
    pub source: Option<String>,
    /// The referrer, where the source is a person of the book.
    pub referrer: Option<PersonId>,
    /// The room, where the source is a room of the book.
    pub room: Option<RoomId>,
    /// What it is worth.
    pub value: Option<Amount>,
    /// The owner's notes.
    pub notes: Option<String>,
}

impl Business {
    /// What stands for a client whom nobody named.
    pub const UNNAMED: &'static str = "client not named";

    /// Whether it was won with a client of that name, but for capitals and blanks around it. Whom nobody named is
    /// another each time.
    pub fn is_with(&self, client: &str) -> bool {
        let own = self.client.trim().to_lowercase();
        !own.is_empty() && own != Self::UNNAMED && own == client.trim().to_lowercase()
    }
}

/// What kind of source business came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum BusinessSource {
    Referral,
    Group,
    Channel,
    Direct,
    Repeat,
}
