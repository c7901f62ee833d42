//! Time zones by the names that programs give them. The definitions in a `VTIMEZONE` are not
//! followed: its name says which place is meant (CC/R 0602 of `CalConnect` recommends the same).

use calcard::common::timezone::Tz;
use calcard::icalendar::ICalendarComponent;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::collections::HashMap;

/// The zones of one calendar, and the book's.
pub(super) struct Zones {
    /// What the calendar's own `VTIMEZONE`s mean, by `TZID`.
    own: HashMap<String, String>,
    known: TimeZoneDatabase,
    /// The book's zone, into which times in UTC are put.
    pub(super) book: String,
}

impl Zones {
    pub(super) fn of(timezones: impl Iterator<Item = ICalendarComponent>, book: &str) -> Self {
        let own = timezones.filter_map(|timezone| {
            let (id, zone) = timezone.timezone()?;
            Some((id.to_owned(), zone.name()?.into_owned()))
        });
        Self { own: own.collect(), known: TimeZoneDatabase::bundled(), book: book.to_owned() }
    }

    /// The IANA name behind a `TZID`; none where nobody knows the place, and then its times are
    /// taken as local wall time.
    pub(super) fn named(&self, id: &str) -> Option<String> {
        let known = |name: &String| self.known.get(name).is_ok();
        if self.known.get(id).is_ok() {
            return Some(id.to_owned());
        }
        let by_program = id.parse::<Tz>().ok().and_then(|zone| zone.name().map(Into::into));
        self.own.get(id).cloned().or(by_program).filter(known)
    }

    /// The zone of that IANA name, else UTC.
    pub(super) fn zone(&self, name: &str) -> TimeZone {
        self.known.get(name).unwrap_or(TimeZone::UTC)
    }
}
