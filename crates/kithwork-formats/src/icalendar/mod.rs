//! Calendars (RFC 5545) into entries. calcard reads the values; each component is kept octet for
//! octet. A component that stands outside a `VCALENDAR` counts as a calendar of its own.

mod event;
mod moment;
mod zone;

use crate::charset;
use crate::content::{self, Part};
use crate::guard;
use crate::key::{self, Keys};
use crate::read::{Context, Reading};
use crate::refusal::Reason;
use calcard::icalendar::{ICalendarComponent, ICalendarProperty};
use calcard::{Entry, Parser};
use kithwork_core::facts::Octets;
use kithwork_core::handover::{Said, SaidEntry, SaidObject};
use kithwork_core::source::Source;
pub(crate) use moment::wall_time_in;
use zone::Zones;

/// Reads all components of a file; octets must not be UTF-16 any more.
pub(crate) fn read(octets: &[u8], context: &Context<'_>, reading: &mut Reading) {
    let parts: Vec<_> =
        content::parts(octets).into_iter().filter(|part| part.name != "VCARD").collect();
    let timezones = parts.iter().filter(|part| part.name == "VTIMEZONE");
    let zones = Zones::of(timezones.filter_map(|part| component(octets, part)), context.zone);
    let mut keys = Keys::default();
    for part in &parts {
        match said(octets, part, &zones) {
            Ok((key, said)) => {
                reading.take(Source::Calendar, keys.numbered(key), Some(part.line), said);
            }
            Err(reason) => reading.refuse(reason, Some(part.line)),
        }
    }
}

fn said(octets: &[u8], part: &Part, zones: &Zones) -> Result<(String, Said), Reason> {
    if !part.finished {
        return Err(Reason::Unfinished);
    }
    let component = component(octets, part).ok_or(Reason::ComponentUnreadable)?;
    let whole = octets.get(part.span.clone()).unwrap_or_default();
    let uid = uid(&component).unwrap_or_else(|| key::digest(whole));
    if part.name != "VEVENT" {
        let key = format!("{}|{uid}", part.name.to_lowercase());
        let (component, octets) = (part.name.clone(), Octets(whole.to_vec()));
        return Ok((key, Said::Object(SaidObject { component, uid, octets })));
    }
    let event = event::read(&component, whole, zones)?;
    let recurrence_id = event::recurrence_id(&component, &event, zones)?;
    let occasion = recurrence_id.map(|at| at.to_string()).unwrap_or_default();
    let entry =
        SaidEntry { uid: uid.clone(), recurrence_id, event, octets: Octets(whole.to_vec()) };
    Ok((format!("event|{uid}|{occasion}"), Said::Entry(Box::new(entry))))
}

fn component(octets: &[u8], part: &Part) -> Option<ICalendarComponent> {
    let text = charset::text(octets.get(part.span.clone())?);
    match guard::sound(|| Parser::new(&text).entry())? {
        Entry::ICalendar(calendar) => calendar.components.into_iter().next(),
        _ => None,
    }
}

/// `UID`, of a time zone its `TZID`.
fn uid(component: &ICalendarComponent) -> Option<String> {
    let text = |name| component.property(name)?.values.first()?.as_text();
    let uid = text(&ICalendarProperty::Uid).or_else(|| text(&ICalendarProperty::Tzid))?;
    Some(uid.trim().to_owned()).filter(|uid| !uid.is_empty())
}

#[cfg(test)]
mod tests;
