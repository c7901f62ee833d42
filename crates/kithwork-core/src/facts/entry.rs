//! A calendar entry, and what it turned out to be.

use super::conversation::ConversationKind;
use super::octets::Octets;
use crate::id::{FactId, PersonId, RoomId};
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

/// A calendar entry: one occasion, or a series in one row (RFC 5545 §3.6.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// `UID`, or a digest where the entry has none.
    pub uid: String,
    /// `RECURRENCE-ID` of an occasion that differs from its series.
    pub recurrence_id: Option<DateTime>,
    /// What it says.
    pub event: Event,
    /// What it is.
    pub meaning: Meaning,
}

/// What a `VEVENT` says, in wall time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// `SUMMARY`.
    pub title: String,
    /// Local date of `DTSTART`; none where it has none or it can't be read.
    pub on: Option<Date>,
    /// Local start; none for an entry of whole days.
    pub starts: Option<Time>,
    /// IANA name of its time zone; none where it floats.
    pub zone: Option<String>,
    /// Length, minutes; none for whole days.
    pub minutes: Option<u32>,
    /// `RRULE`'s value as written; none for one occasion.
    pub rrule: Option<String>,
    /// `RDATE`s, in wall time.
    pub rdates: Vec<DateTime>,
    /// `EXDATE`s, in wall time (midnight for whole days).
    pub exdates: Vec<DateTime>,
    /// `ORGANIZER`.
    pub organiser: Option<Attendee>,
    /// `ATTENDEE`s; who declined is left out.
    pub attendees: Vec<Attendee>,
    /// `LOCATION`.
    pub location: Option<String>,
    /// `DESCRIPTION`.
    pub description: Option<String>,
    /// `STATUS:CANCELLED`.
    pub cancelled: bool,
}

/// Someone an entry names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Attendee {
    /// `CN`.
    pub name: Option<String>,
    /// The `mailto:` address in lower case.
    pub email: Option<String>,
}

/// What an entry turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Nobody knows yet: a question stands, and no total counts it.
    Undecided,
    /// The owner's own life: ignored.
    Private,
    /// A room's meetings.
    Room(RoomId),
    /// Time with people.
    Conversation {
        /// What kind.
        kind: ConversationKind,
        /// With whom.
        people: Vec<PersonId>,
    },
}

/// A calendar component as it was received, kept whole for export and sync.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarObject {
    /// Identity, UUIDv7.
    pub id: FactId,
    /// `VEVENT`, `VTIMEZONE`, `VTODO`…
    pub component: String,
    /// `UID`, `TZID` or a digest: one object a key.
    pub uid: String,
    /// The octets from `BEGIN` to `END`.
    pub octets: Octets,
}
