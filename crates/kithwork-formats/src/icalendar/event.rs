//! What a `VEVENT` says (RFC 5545 §3.6.1), in wall time.

use super::moment::{Moment, moments};
use super::zone::Zones;
use crate::content;
use crate::reach;
use crate::refusal::Reason;
use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarParameterValue,
    ICalendarParticipationStatus, ICalendarProperty, ICalendarStatus, ICalendarValue,
};
use jiff::Unit;
use jiff::civil::DateTime;
use kithwork_core::facts::{Attendee, Event};

/// Reads an event; `octets` are the component's.
pub(super) fn read(
    component: &ICalendarComponent,
    octets: &[u8],
    zones: &Zones,
) -> Result<Event, Reason> {
    let start = moment(component, &ICalendarProperty::Dtstart, zones)?;
    let mut event = Event {
        title: text(component, &ICalendarProperty::Summary).unwrap_or_default(),
        rrule: rule(octets),
        organiser: component.property(&ICalendarProperty::Organizer).and_then(attendee),
        attendees: attendees(component),
        location: text(component, &ICalendarProperty::Location),
        description: text(component, &ICalendarProperty::Description),
        cancelled: component.status() == Some(&ICalendarStatus::Cancelled),
        ..Event::default()
    };
    let Some(start) = start else { return Ok(event) };
    event.on = Some(start.wall.date());
    event.starts = (!start.whole_day).then(|| start.wall.time());
    event.minutes = minutes(component, &start, zones)?;
    event.zone.clone_from(&start.zone);
    event.rdates = dates(component, &ICalendarProperty::Rdate, &start, zones)?;
    event.exdates = dates(component, &ICalendarProperty::Exdate, &start, zones)?;
    Ok(event)
}

/// `RECURRENCE-ID` on the clock of the entry itself.
pub(super) fn recurrence_id(
    component: &ICalendarComponent,
    event: &Event,
    zones: &Zones,
) -> Result<Option<DateTime>, Reason> {
    let id = moment(component, &ICalendarProperty::RecurrenceId, zones)?;
    Ok(id.map(|id| id.wall_in(event.zone.as_deref(), zones)))
}

fn moment(
    component: &ICalendarComponent,
    name: &ICalendarProperty,
    zones: &Zones,
) -> Result<Option<Moment>, Reason> {
    let Some(entry) = component.property(name) else { return Ok(None) };
    Ok(moments(entry, zones)?.into_iter().next())
}

/// Length from `DTEND` or `DURATION`; none for whole days, and where neither is given.
fn minutes(
    component: &ICalendarComponent,
    start: &Moment,
    zones: &Zones,
) -> Result<Option<u32>, Reason> {
    if start.whole_day {
        return Ok(None);
    }
    if let Some(end) = moment(component, &ICalendarProperty::Dtend, zones)? {
        let wall = end.wall_in(start.zone.as_deref(), zones);
        let minutes = start.wall.until((Unit::Minute, wall)).map(|span| span.get_minutes());
        return Ok(minutes.ok().and_then(|minutes| u32::try_from(minutes).ok()));
    }
    let duration = component.property(&ICalendarProperty::Duration).and_then(|d| d.values.first());
    Ok(match duration {
        Some(ICalendarValue::Duration(length)) => u32::try_from(length.as_seconds() / 60).ok(),
        _ => None,
    })
}

/// `RDATE`s or `EXDATE`s on the clock of the start. A whole day among times means that day's time:
/// Exchange excludes so.
fn dates(
    component: &ICalendarComponent,
    name: &ICalendarProperty,
    start: &Moment,
    zones: &Zones,
) -> Result<Vec<DateTime>, Reason> {
    let mut all = Vec::new();
    for entry in component.properties(name) {
        for moment in moments(entry, zones)? {
            let wall = moment.wall_in(start.zone.as_deref(), zones);
            let time =
                if moment.whole_day || start.whole_day { start.wall.time() } else { wall.time() };
            all.push(wall.date().to_datetime(time));
        }
    }
    Ok(all)
}

/// `RRULE`'s value as written, of the event itself and none of its alarms.
fn rule(octets: &[u8]) -> Option<String> {
    let mut depth = 0_u32;
    content::content_lines(octets).iter().find_map(|line| {
        match line.name().as_str() {
            "BEGIN" => depth += 1,
            "END" => depth = depth.saturating_sub(1),
            "RRULE" if depth == 1 => {
                let value = String::from_utf8_lossy(line.value()).trim().to_owned();
                return (!value.is_empty()).then_some(value);
            }
            _ => {}
        }
        None
    })
}

fn text(component: &ICalendarComponent, name: &ICalendarProperty) -> Option<String> {
    let entry = component.property(name)?;
    let text =
        entry.values.iter().filter_map(ICalendarValue::as_text).collect::<Vec<_>>().join(",");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whom it names; who declined is left out, and each stands once.
fn attendees(component: &ICalendarComponent) -> Vec<Attendee> {
    let mut all: Vec<Attendee> = Vec::new();
    for entry in component.properties(&ICalendarProperty::Attendee).filter(|e| !declined(e)) {
        if let Some(one) = attendee(entry).filter(|one| !all.contains(one)) {
            all.push(one);
        }
    }
    all
}

fn declined(entry: &ICalendarEntry) -> bool {
    let status = entry.parameter(&ICalendarParameterName::Partstat);
    matches!(
        status,
        Some(ICalendarParameterValue::Partstat(ICalendarParticipationStatus::Declined))
    )
}

fn attendee(entry: &ICalendarEntry) -> Option<Attendee> {
    let text = |name| entry.parameter(name).and_then(ICalendarParameterValue::as_text);
    let name = text(&ICalendarParameterName::Cn).map(str::trim).filter(|name| !name.is_empty());
    let address = entry.calendar_address().or_else(|| text(&ICalendarParameterName::Email));
    let email = address.and_then(reach::email).filter(|email| email.contains('@'));
    // Programs fill CN with the address where they know no name.
    let name = name.filter(|name| reach::email(name) != email).map(str::to_owned);
    (name.is_some() || email.is_some()).then_some(Attendee { name, email })
}
