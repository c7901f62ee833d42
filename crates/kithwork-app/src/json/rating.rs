//! What the owner observed of somebody.

use super::ReadinessJson;
use crate::rating::Kept;
use jiff::civil::Date;
use kithwork_core::facts::Rated;
use kithwork_core::id::{ChangeId, FactId, PersonId};
use serde::Serialize;

/// What the owner observed of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ObservedJson {
    /// None where all of it stood so already.
    pub change: Option<ChangeId>,
    pub person: PersonId,
    pub name: String,
    pub ratings: Vec<RatingJson>,
    /// Whether they could refer the owner now.
    pub readiness: ReadinessJson,
}

/// One observation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct RatingJson {
    pub id: FactId,
    pub what: Rated,
    /// 0 to 4.
    pub score: u8,
    pub on: Option<Date>,
}

impl From<&Kept> for ObservedJson {
    fn from(kept: &Kept) -> Self {
        let rating = |rating: &kithwork_core::facts::Rating| RatingJson {
            id: rating.id,
            what: rating.what,
            score: rating.score,
            on: rating.on,
        };
        Self {
            change: kept.change,
            person: kept.person.id,
            name: kept.person.name.clone(),
            ratings: kept.ratings.iter().map(rating).collect(),
            readiness: ReadinessJson::new(&kept.readiness, kept.level),
        }
    }
}
