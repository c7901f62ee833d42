//! What was found in what the owner brought.

use jiff::civil::Date;
use kithwork_core::id::RoomId;
use kithwork_core::start::{Found, FoundGroup};
use serde::Serialize;

/// What was found in what the owner brought, for them to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundJson {
    /// Groups and events, the most visited first.
    pub groups: Vec<FoundGroupJson>,
    /// People of the network.
    pub people: u64,
    /// Of those, sat down with one to one.
    pub sat_with: u64,
    /// Contacts that nothing but an address book knows.
    pub set_aside: u64,
}

/// A group or event that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `FoundGroup`")]
pub struct FoundGroupJson {
    pub id: RoomId,
    pub name: String,
    pub meetings: u64,
    pub since: Option<Date>,
    /// Whether the calendar alone knows it, so that it can be said to be none.
    pub may_be_misread: bool,
}

impl From<&Found> for FoundJson {
    fn from(found: &Found) -> Self {
        let group = |group: &FoundGroup| FoundGroupJson {
            id: group.room,
            name: group.name.clone(),
            meetings: group.meetings,
            since: group.since,
            may_be_misread: group.may_be_misread,
        };
        Self {
            groups: found.groups.iter().map(group).collect(),
            people: found.people,
            sat_with: found.sat_with,
            set_aside: found.set_aside,
        }
    }
}
