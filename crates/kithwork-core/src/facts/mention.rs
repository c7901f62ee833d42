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
    /// Whether they may be quoted.
    pub may_quote: Option<bool>,
}
