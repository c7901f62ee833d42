//! Dates and times of a calendar as wall time.

use super::zone::Zones;
use crate::refusal::Reason;
use calcard::common::PartialDateTime;
use calcard::icalendar::{ICalendarEntry, ICalendarPeriod, ICalendarValue};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZoneDatabase};

/// A point in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Wall time; midnight for a whole day.
    pub(super) wall: DateTime,
    /// IANA zone; none for whole days and floating times.
    pub(super) zone: Option<String>,
    pub(super) whole_day: bool,
}

impl Moment {
    /// The same instant on another zone's clock. Floating times and whole days stay.
    pub(super) fn wall_in(&self, zone: Option<&str>, zones: &Zones) -> DateTime {
        match (&self.zone, zone) {
            (Some(own), Some(other)) if own != other => {
                let instant = zones.zone(own).to_ambiguous_timestamp(self.wall).compatible();
                instant.map_or(self.wall, |i| zones.zone(other).to_datetime(i))
            }
            _ => self.wall,
        }
    }
}

/// The values of a property; of periods, their starts.
///
/// # Errors
/// [`Reason::DateImpossible`] for a day that no calendar has, [`Reason::DateUnreadable`] for what
/// is no date.
pub(super) fn moments(entry: &ICalendarEntry, zones: &Zones) -> Result<Vec<Moment>, Reason> {
    let zone = entry.tz_id().and_then(|id| zones.named(id));
    let read = |value: &ICalendarValue| {
        let date = match value {
            ICalendarValue::PartialDateTime(date) => date,
            ICalendarValue::Period(
                ICalendarPeriod::Range { start, .. } | ICalendarPeriod::Duration { start, .. },
            ) => start,
            _ => return Err(Reason::DateUnreadable),
        };
        moment(date, zone.as_deref(), zones)
    };
    entry.values.iter().map(read).collect()
}

fn moment(date: &PartialDateTime, zone: Option<&str>, zones: &Zones) -> Result<Moment, Reason> {
    let wall = civil(date)?;
    if !date.has_time() {
        return Ok(Moment { wall, zone: None, whole_day: true });
    }
    let Some(hours) = date.tz_hour else {
        return Ok(Moment { wall, zone: zone.map(str::to_owned), whole_day: false });
    };
    // A time in UTC says when, not where: it is put on the book's clock, or on the named one.
    let target = zone.unwrap_or(&zones.book);
    let seconds = i32::from(hours) * 3600 + i32::from(date.tz_minute.unwrap_or(0)) * 60;
    let offset = Offset::from_seconds(if date.tz_minus { -seconds } else { seconds })
        .map_err(|_error| Reason::DateUnreadable)?;
    // The last hours of the year 9999 are no instant any more; programs write them for "for ever".
    let instant = offset.to_timestamp(wall).ok();
    let wall = instant.map_or(wall, |at| zones.zone(target).to_datetime(at));
    Ok(Moment { wall, zone: Some(target.to_owned()), whole_day: false })
}

fn civil(date: &PartialDateTime) -> Result<DateTime, Reason> {
    let narrow = |n: Option<u8>| n.and_then(|n| i8::try_from(n).ok());
    let (Some(year), Some(month), Some(day)) = (date.year, narrow(date.month), narrow(date.day))
    else {
        return Err(Reason::DateUnreadable);
    };
    let year = i16::try_from(year).map_err(|_error| Reason::DateImpossible)?;
    let day = Date::new(year, month, day).map_err(|_error| Reason::DateImpossible)?;
    let (hour, minute) = (narrow(date.hour).unwrap_or(0), narrow(date.minute).unwrap_or(0));
    // RFC 5545 §3.3.12 allows for a leap second.
    let second = narrow(date.second).unwrap_or(0).min(59);
    let time = Time::new(hour, minute, second, 0).map_err(|_error| Reason::DateImpossible)?;
    Ok(day.to_datetime(time))
}

/// The wall time of an instant in a zone by its IANA name, UTC where nobody knows it.
pub(crate) fn wall_time_in(zone: &str, instant: Timestamp) -> DateTime {
    let known = TimeZoneDatabase::bundled().get(zone);
    known.unwrap_or(jiff::tz::TimeZone::UTC).to_datetime(instant)
}
