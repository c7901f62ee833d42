//! A word of the owner's own that some people bear.

use crate::id::{FactId, PersonId};
use serde::{Deserialize, Serialize};

/// A word of the owner's own that some people bear, such as “Accountants”. It says nothing about a
/// relationship: it only finds people again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// As the owner wrote it; never empty, and no two read alike.
    pub name: String,
    /// Who bears it; a tag that nobody bears is taken out of the book.
    pub people: Vec<PersonId>,
}
