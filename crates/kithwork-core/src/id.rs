//! Names of things: UUIDs made by the application, one type a noun.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// A book: one owner's private record, and the tenant of everything in it.
    BookId
    /// Someone in the network.
    PersonId
    /// A place where people meet: a group, a club, a conference.
    RoomId
    /// Any fact, whatever its kind.
    FactId
    /// One action of a user, holding its edits.
    ChangeId
    /// Whoever keeps a book.
    AccountId
    /// A way in to a book: a pairing, a device, a program's token.
    AccessId
}

impl From<PersonId> for FactId {
    fn from(id: PersonId) -> Self {
        Self(id.0)
    }
}

impl From<RoomId> for FactId {
    fn from(id: RoomId) -> Self {
        Self(id.0)
    }
}

impl FactId {
    /// The day, in UTC, on which an entry was written down, as an id of version 7 tells; none where the id is of
    /// another kind, as those of a series’ occasions are.
    pub fn made_on(self) -> Option<Date> {
        let (seconds, _) = self.0.get_timestamp()?.to_unix();
        let at = Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
        Some(at.to_zoned(TimeZone::UTC).date())
    }
}

/// Where new ids come from. Chance is an argument: the application passes UUIDv7, tests a counter. A
/// server may go on with it on another thread.
pub type Ids<'a> = &'a mut (dyn FnMut() -> Uuid + Send + Sync);
