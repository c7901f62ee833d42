//! Calendars that are read from a private link.

use crate::calendar::Link;
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

/// The calendars that are read from a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CalendarsJson {
    /// The oldest first.
    pub calendars: Vec<CalendarJson>,
}

/// One of them. The link itself is a secret and stands in no document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CalendarJson {
    /// Which.
    pub id: Uuid,
    /// What the owner calls it.
    pub name: String,
    /// Where it is read from: the host alone.
    pub host: String,
    /// When it was last read; none while it never was.
    pub read_at: Option<Timestamp>,
}

impl From<&[Link]> for CalendarsJson {
    fn from(links: &[Link]) -> Self {
        Self { calendars: links.iter().map(CalendarJson::from).collect() }
    }
}

impl From<&Link> for CalendarJson {
    fn from(link: &Link) -> Self {
        let (name, host) = (link.name.clone(), link.address.host().to_owned());
        Self { id: link.id, name, host, read_at: link.read_at }
    }
}
