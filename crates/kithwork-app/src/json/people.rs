//! People found.

use jiff::civil::Date;
use kithwork_core::id::PersonId;
use serde::Serialize;

/// People found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeopleJson {
    /// Best first; without a query, by name.
    pub people: Vec<HitJson>,
    /// After whom the next page begins; none where this is all.
    pub next: Option<PersonId>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct HitJson {
    pub id: PersonId,
    pub name: String,
    pub organisation: Option<String>,
    /// 0 to 5; none for someone set aside.
    pub level: Option<u8>,
    /// `warm`, `cooling` or `dormant`; none where nothing has happened yet.
    pub state: Option<String>,
    pub last: Option<Date>,
    pub matched: Vec<String>,
}
