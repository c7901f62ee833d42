use crate::{Context, Given, Reading, read};
use jiff::civil::{date, time};
use kithwork_core::handover::{Said, SaidEntry};

const CONTEXT: Context<'static> = Context { region: "GB", zone: "Europe/London" };

fn reading(file: &str) -> Reading {
    read(&Given { path: "calendar.ics", octets: file.as_bytes() }, &CONTEXT).remove(0)
}

fn event(lines: &str) -> SaidEntry {
    let file =
        format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let told = reading(&file);
    assert_eq!(told.refused, []);
    match told.records.into_iter().next().unwrap().said {
        Said::Entry(entry) => *entry,
        other => panic!("no entry: {other:?}"),
    }
}

#[test]
fn an_event_is_told_in_its_own_wall_time() {
    let entry = event(
        "UID:1\r\nSUMMARY:Coffee\\, with Priya\r\nDTSTART;TZID=America/New_York:20260310T093000\r\n\
         DURATION:PT1H30M\r\nLOCATION:Leeds\r\nSTATUS:CANCELLED\r\n\
         ORGANIZER;CN=Me:mailto:me@example.com\r\n\
         ATTENDEE;CN=\"Shah, Priya\":MAILTO:Priya@Example.com\r\n\
         ATTENDEE;PARTSTAT=DECLINED;CN=Sam:mailto:sam@example.com",
    );
    let event = entry.event;
    assert_eq!(event.title, "Coffee, with Priya");
    assert_eq!((event.on, event.starts), (Some(date(2026, 3, 10)), Some(time(9, 30, 0, 0))));
    assert_eq!((event.zone.as_deref(), event.minutes), (Some("America/New_York"), Some(90)));
    assert!(event.cancelled);
    assert_eq!(event.organiser.unwrap().email.as_deref(), Some("me@example.com"));
    assert_eq!(event.attendees.len(), 1);
    assert_eq!(event.attendees[0].name.as_deref(), Some("Shah, Priya"));
    assert_eq!(event.attendees[0].email.as_deref(), Some("priya@example.com"));
}

#[test]
fn times_in_utc_are_put_on_the_books_clock() {
    let entry = event("UID:1\r\nDTSTART:20260710T233000Z\r\nDTEND:20260711T003000Z");
    assert_eq!(entry.event.on, Some(date(2026, 7, 11)));
    assert_eq!(entry.event.starts, Some(time(0, 30, 0, 0)));
    assert_eq!(
        (entry.event.zone.as_deref(), entry.event.minutes),
        (Some("Europe/London"), Some(60))
    );
}

#[test]
fn whole_days_and_floating_times_have_no_zone() {
    let day = event("UID:1\r\nDTSTART;VALUE=DATE:20260710\r\nDTEND;VALUE=DATE:20260712").event;
    assert_eq!((day.on, day.starts, day.minutes), (Some(date(2026, 7, 10)), None, None));
    let floating = event("UID:1\r\nDTSTART:20260710T093000").event;
    assert_eq!((floating.starts, floating.zone), (Some(time(9, 30, 0, 0)), None));
}

#[test]
fn zones_are_known_by_the_names_that_programs_give_them() {
    for (id, name) in [
        ("W. Europe Standard Time", Some("Europe/Berlin")),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Paris", Some("Europe/Paris")),
        ("(UTC+00:00) Dublin\\, Edinburgh\\, Lisbon\\, London", None),
        ("Somewhere", None),
    ] {
        let zone = event(&format!("UID:1\r\nDTSTART;TZID=\"{id}\":20260710T093000")).event.zone;
        if let Some(name) = name {
            assert_eq!(zone.as_deref(), Some(name), "{id}");
        }
    }
    let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Home:20260710T093000\nEND:VEVENT\n\
                BEGIN:VTIMEZONE\nTZID:Home\nX-LIC-LOCATION:Europe/Madrid\nEND:VTIMEZONE\nEND:VCALENDAR\n";
    let told = reading(file);
    assert_eq!(told.records.len(), 2);
    let Said::Entry(entry) = &told.records[0].said else { panic!("no entry") };
    assert_eq!(entry.event.zone.as_deref(), Some("Europe/Madrid"));
    assert_eq!(told.records[1].key, "vtimezone|Home");
}

#[test]
fn a_series_keeps_its_rule_and_its_exceptions_on_its_own_clock() {
    let entry = event(
        "UID:1\r\nDTSTART;TZID=Europe/London:20260706T070000\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n\
         EXDATE:20260713T060000Z\r\nEXDATE;VALUE=DATE:20260720\r\nRDATE:20260722T060000Z\r\n\
         BEGIN:VALARM\r\nRRULE:FREQ=DAILY\r\nEND:VALARM",
    );
    assert_eq!(entry.event.rrule.as_deref(), Some("FREQ=WEEKLY;COUNT=5"));
    let seven = |day| date(2026, 7, day).at(7, 0, 0, 0);
    assert_eq!(entry.event.exdates, [seven(13), seven(20)]);
    assert_eq!(entry.event.rdates, [seven(22)]);
    let days = crate::occurrences(&entry.event, date(2026, 12, 31)).unwrap();
    assert_eq!(days, [seven(6), seven(22), seven(27), date(2026, 8, 3).at(7, 0, 0, 0)]);
}

#[test]
fn an_occasion_that_differs_is_told_by_its_recurrence_id() {
    let entry = event(
        "UID:1\r\nRECURRENCE-ID:20260713T060000Z\r\nDTSTART;TZID=Europe/London:20260713T080000",
    );
    assert_eq!(entry.recurrence_id, Some(date(2026, 7, 13).at(7, 0, 0, 0)));
}

#[test]
fn what_can_not_be_modelled_is_kept_whole() {
    let told = reading("BEGIN:VTODO\r\nUID:7\r\nSUMMARY:x\r\nEND:VTODO\r\n");
    assert_eq!(
        (told.kind.as_str(), told.read, told.records[0].key.as_str()),
        ("icalendar", 1, "vtodo|7")
    );
    let Said::Object(object) = &told.records[0].said else { panic!("no object") };
    assert_eq!(object.octets.0, b"BEGIN:VTODO\r\nUID:7\r\nSUMMARY:x\r\nEND:VTODO");
}

#[test]
fn days_that_do_not_exist_are_refused_with_their_line() {
    for start in ["20260231", "20261301T090000", "20260710T250000"] {
        let told = reading(&format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:{start}\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:2\nDTSTART:20260101\nEND:VEVENT\nEND:VCALENDAR\n"
        ));
        assert_eq!((told.read, told.records.len()), (2, 1), "{start}");
        let refusal = &told.refused[0];
        assert_eq!(
            (refusal.line, refusal.reason.as_str()),
            (Some(2), "date-impossible"),
            "{start}"
        );
    }
}
