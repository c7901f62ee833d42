//! What is said about the owner.

use crate::said::{Kept, Quote};
use jiff::civil::Date;
use kithwork_core::facts::MentionKind;
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::review::SaidBy;
use serde::Serialize;

/// A timeline for each source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidJson {
    /// Whoever spoke last first.
    pub said: Vec<SaidBy>,
}

/// What may be quoted outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotesJson {
    /// Only the words of those who said so.
    pub quotes: Vec<Quote>,
}

/// Words that were kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct MentionJson {
    /// None where all of it stood so already.
    pub change: Option<ChangeId>,
    pub id: FactId,
    pub person: PersonId,
    pub name: String,
    pub on: Option<Date>,
    pub words: String,
    pub kind: Option<MentionKind>,
    pub may_quote: Option<bool>,
}

impl From<&Kept> for MentionJson {
    fn from(kept: &Kept) -> Self {
        Self {
            change: kept.change,
            id: kept.mention.id,
            person: kept.person.id,
            name: kept.person.name.clone(),
            on: kept.mention.on,
            words: kept.mention.words.clone(),
            kind: kept.mention.kind,
            may_quote: kept.mention.may_quote,
        }
    }
}
