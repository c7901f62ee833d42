//! A calendar: the stored components as they were received, and an entry for everything agreed that
//! no calendar holds yet.

use super::{escaped, line, said::Names};
use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use kithwork_core::fact::Facts;
use kithwork_core::facts::{Conversation, ConversationKind, Meaning, Stage};
use kithwork_core::source::Source;
use std::collections::HashSet;

/// Everything of a book's calendars in one `VCALENDAR`; `stamp` is the time of writing.
pub fn icalendar(facts: &Facts, stamp: Timestamp) -> Vec<u8> {
    let mut octets = Vec::new();
    line::push(&mut octets, "BEGIN:VCALENDAR");
    line::push(&mut octets, "VERSION:2.0");
    line::push(&mut octets, "PRODID:-//Kithwork//Kithwork//EN");
    push_stored(&mut octets, facts);
    let names = Names::of(facts);
    let zone = zone(facts);
    for conversation in facts.conversations.iter().filter(|c| is_missing(c, facts)) {
        let Some(starts) = conversation.starts else { continue };
        push_event(&mut octets, conversation, starts, &names, &Clock { zone: &zone, stamp });
    }
    line::push(&mut octets, "END:VCALENDAR");
    octets
}

struct Clock<'a> {
    zone: &'a TimeZone,
    stamp: Timestamp,
}

/// Time zones first, as programs that read only once expect them; each component once.
fn push_stored(octets: &mut Vec<u8>, facts: &Facts) {
    let mut written = HashSet::new();
    let zones = |wanted: bool| {
        facts.calendar_objects.iter().filter(move |o| (o.component == "VTIMEZONE") == wanted)
    };
    for object in zones(true).chain(zones(false)) {
        let again = match object.component.as_str() {
            "VTIMEZONE" => !written.insert(object.uid.as_bytes()),
            _ => !written.insert(&object.octets.0),
        };
        if again {
            continue;
        }
        octets.extend(&object.octets.0);
        if !object.octets.0.ends_with(b"\n") {
            octets.extend(b"\r\n");
        }
    }
}

fn zone(facts: &Facts) -> TimeZone {
    let name = facts.settings.first().map_or("UTC", |settings| settings.zone.as_str());
    TimeZoneDatabase::bundled().get(name).unwrap_or(TimeZone::UTC)
}

/// Whether something agreed is in no calendar.
fn is_missing(conversation: &Conversation, facts: &Facts) -> bool {
    let told = facts
        .statements
        .iter()
        .any(|s| s.source == Source::Calendar && s.subject == conversation.id);
    let held = facts.entries.iter().any(|entry| {
        entry.event.on == Some(conversation.on)
            && matches!(&entry.meaning, Meaning::Conversation { people, .. }
                if people.iter().all(|person| conversation.people.contains(person)))
    });
    conversation.stage == Stage::Agreed && !told && !held
}

fn push_event(
    octets: &mut Vec<u8>,
    conversation: &Conversation,
    starts: Time,
    names: &Names<'_>,
    clock: &Clock<'_>,
) {
    let start = utc(conversation.on.to_datetime(starts), clock.zone);
    let mut push = |line: &str| line::push(octets, line);
    push("BEGIN:VEVENT");
    push(&format!("UID:{}", conversation.id));
    push(&format!("DTSTAMP:{}", clock.stamp.strftime("%Y%m%dT%H%M%SZ")));
    push(&format!("DTSTART:{start}"));
    if let Some(minutes) = conversation.minutes {
        push(&format!("DURATION:PT{minutes}M"));
    }
    let people: Vec<_> = conversation.people.iter().map(|&id| names.name(id)).collect();
    let title = format!("{} with {}", occasion(conversation.kind), people.join(" and "));
    push(&format!("SUMMARY:{}", escaped(&title)));
    for person in conversation.people.iter().filter_map(|&id| names.person(id)) {
        if let Some(email) = person.emails.first() {
            let name = person.name.replace(['"', '\r', '\n'], " ");
            push(&format!("ATTENDEE;CN=\"{name}\":mailto:{email}"));
        }
    }
    push("END:VEVENT");
}

fn utc(wall: DateTime, zone: &TimeZone) -> String {
    match zone.to_ambiguous_timestamp(wall).compatible() {
        Ok(instant) => instant.strftime("%Y%m%dT%H%M%SZ").to_string(),
        // Beyond the years that are instants, the wall time itself.
        Err(_) => wall.strftime("%Y%m%dT%H%M%S").to_string(),
    }
}

fn occasion(kind: ConversationKind) -> &'static str {
    match kind {
        ConversationKind::OneToOne => "One-to-one",
        ConversationKind::SmallGroup => "Small group",
        ConversationKind::Call => "Call",
        ConversationKind::Video => "Video call",
        ConversationKind::Email => "E-mail",
        ConversationKind::Message => "Message",
        ConversationKind::Letter => "Letter",
        ConversationKind::Social => "Time",
    }
}
