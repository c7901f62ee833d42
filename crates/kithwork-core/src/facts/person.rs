//! Someone in the network.

use super::care::Care;
use crate::id::{PersonId, RoomId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Someone in the network. A contact alone is worth nothing: what counts is what happened with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Identity, UUIDv7.
    pub id: PersonId,
    /// As the owner would write it; never empty.
    pub name: String,
    /// Addresses in lower case, the first one preferred.
    pub emails: Vec<String>,
    /// Numbers in E.164 where the country is known, else as written.
    pub phones: Vec<String>,
    /// Profile and web addresses.
    pub urls: Vec<String>,
    /// Where they work.
    pub organisation: Option<String>,
    /// What they are there.
    pub role: Option<String>,
    /// Line of business, in the owner's words.
    pub sector: Option<String>,
    /// Place.
    pub city: Option<String>,
    /// When they were first met.
    pub met_on: Option<Date>,
    /// The room they were met in.
    pub met_at: Option<RoomId>,
    /// Who introduced them.
    pub introduced_by: Option<PersonId>,
    /// What they do.
    pub what_they_do: Option<String>,
    /// Whom they serve.
    pub who_they_serve: Option<String>,
    /// What they look for: the owner's chance to help.
    pub looking_for: Option<String>,
    /// What the owner decided about the relationship; none while nothing is decided.
    pub care: Option<Care>,
    /// When they decided it.
    pub care_on: Option<Date>,
    /// The owner's notes.
    pub notes: Option<String>,
    /// Nothing but an address book knows them: searchable, unjudged, uncounted.
    pub set_aside: bool,
    /// They asked not to be contacted: absolute, no plan and no message names them.
    pub do_not_contact: bool,
    /// Set when this record was joined into another, which stands for it now.
    pub merged_into: Option<PersonId>,
}

impl Person {
    /// A person of whom only the name is known.
    pub fn named(id: PersonId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            emails: Vec::new(),
            phones: Vec::new(),
            urls: Vec::new(),
            organisation: None,
            role: None,
            sector: None,
            city: None,
            met_on: None,
            met_at: None,
            introduced_by: None,
            what_they_do: None,
            who_they_serve: None,
            looking_for: None,
            care: None,
            care_on: None,
            notes: None,
            set_aside: false,
            do_not_contact: false,
            merged_into: None,
        }
    }

    /// Whether this record counts as someone of the network.
    pub fn counts(&self) -> bool {
        !self.set_aside && self.merged_into.is_none()
    }

    /// Whether there may be advice on what to ask or do with them: they count, and did not ask not to be contacted.
    pub fn may_be_asked(&self) -> bool {
        self.counts() && !self.do_not_contact
    }

    /// What the owner had decided about the relationship by a date; an undated word holds at every
    /// date.
    pub fn care_at(&self, as_of: Date) -> Option<Care> {
        self.care.filter(|_| self.care_on.is_none_or(|on| on <= as_of))
    }
}
