//! Tags, lists that are kept, and what was done about many people at once.

use crate::bulk;
use kithwork_core::facts::{PeopleFilter, PeopleList, Tag};
use kithwork_core::id::{ChangeId, FactId};
use serde::Serialize;

/// The tags, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct TagsJson {
    pub tags: Vec<TagJson>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct TagJson {
    pub id: FactId,
    pub name: String,
    /// How many bear it.
    pub people: usize,
}

/// The lists that are kept, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ListsJson {
    pub lists: Vec<ListJson>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ListJson {
    pub id: FactId,
    pub name: String,
    pub filter: PeopleFilter,
}

/// What was done about many people at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct BulkJson {
    /// None where all of it stood so already.
    pub change: Option<ChangeId>,
    pub people: usize,
}

impl From<&[Tag]> for TagsJson {
    fn from(tags: &[Tag]) -> Self {
        Self { tags: tags.iter().map(TagJson::from).collect() }
    }
}

impl From<&Tag> for TagJson {
    fn from(tag: &Tag) -> Self {
        Self { id: tag.id, name: tag.name.clone(), people: tag.people.len() }
    }
}

impl From<Vec<PeopleList>> for ListsJson {
    fn from(lists: Vec<PeopleList>) -> Self {
        Self { lists: lists.into_iter().map(ListJson::from).collect() }
    }
}

impl From<PeopleList> for ListJson {
    fn from(PeopleList { id, name, filter }: PeopleList) -> Self {
        Self { id, name, filter }
    }
}

impl From<bulk::Done> for BulkJson {
    fn from(bulk::Done { change, people }: bulk::Done) -> Self {
        Self { change, people }
    }
}
