//! A list of people that the owner looks at again and again.

use crate::id::{FactId, RoomId};
use crate::ladder::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A filter kept under a name, such as “Accountants going quiet”. Who is in it follows from the book
/// each time it is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleList {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// As the owner wrote it; never empty, and no two read alike.
    pub name: String,
    /// Who is in it.
    pub filter: PeopleFilter,
}

/// Which people are asked for. Choices of one kind widen each other (either level will do), different
/// kinds narrow each other; a kind of which nothing is chosen asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct PeopleFilter {
    /// Words that are said of them, wherever.
    pub words: Option<String>,
    /// Levels of the ladder, 0 to 5.
    pub levels: Vec<u8>,
    /// How warm the relationship is.
    pub states: Vec<State>,
    /// Rooms in which they were met or talked to.
    pub rooms: Vec<RoomId>,
    /// Their line of business, in the owner's words; letters' case does not matter.
    pub sectors: Vec<String>,
    /// Tags that they bear.
    pub tags: Vec<FactId>,
    /// Only those whom the owner has not sat down with one to one.
    pub not_sat_down: bool,
    /// Only those about whom the owner has not decided.
    pub undecided: bool,
    /// Only those who could refer the owner: nothing is missing.
    pub could_refer: bool,
    /// Only those who are set aside; else only those who are not.
    pub set_aside: bool,
    /// Only those who were last seen before that day; whoever was never seen is not among them.
    pub seen_before: Option<Date>,
    /// Only those who were last seen on that day or after it.
    pub seen_after: Option<Date>,
}

impl PeopleFilter {
    /// Whether it asks for nothing but words, or for nothing at all.
    pub fn is_only_words(&self) -> bool {
        *self == Self { words: self.words.clone(), ..Self::default() }
    }

    /// Whether it asks for nothing: everyone of the network fits.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
