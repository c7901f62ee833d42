//! A vCard as it was received.

use super::octets::Octets;
use crate::id::{FactId, PersonId};
use serde::{Deserialize, Serialize};

/// A vCard as it was received, octet for octet. A person may have several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// `UID`, or a digest where the card has none.
    pub uid: String,
    /// Whose card it is.
    pub person: PersonId,
    /// The octets from `BEGIN:VCARD` to `END:VCARD`.
    pub octets: Octets,
}
