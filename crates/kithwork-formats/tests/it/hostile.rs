//! What nobody would write, and what somebody will send.

use crate::{CONTEXT, check, reading, readings};
use kithwork_formats::{Given, LARGEST, MOST_RECORDS, read};
use proptest::prelude::*;

fn why(octets: &[u8]) -> String {
    let reading = reading("file", octets);
    assert!(reading.whole_refused);
    reading.refused[0].reason.clone()
}

#[test]
fn files_that_are_nothing_for_us_are_refused_with_a_reason() {
    assert_eq!(why(b""), "empty");
    assert_eq!(why(b" \r\n\t\n"), "empty");
    assert_eq!(why(b"\xEF\xBB\xBF"), "empty");
    assert_eq!(why(b"just some words\nand more of them\n"), "not-recognised");
    assert_eq!(why(b"\x89PNG\r\n\x1a\n\0\0\0"), "not-recognised");
    assert_eq!(why(b"<html><body>BEGIN:VEVENT</body></html>"), "not-recognised");
    assert_eq!(why(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "old-workbook");
    assert_eq!(why(b"name\nPriya\n"), "sheet-unclear");
}

#[test]
fn a_file_beyond_the_cap_is_refused_unread() {
    let large = vec![b' '; LARGEST + 1];
    assert_eq!(why(&large), "too-large");
}

#[test]
fn ten_thousand_nested_components_cost_no_stack() {
    for name in ["VEVENT", "VALARM", "X-DEEP", "VCALENDAR", "VCARD"] {
        let begins = format!("BEGIN:{name}\n").repeat(10_000);
        check(&reading("deep.ics", begins.as_bytes()));
        let closed = begins + &format!("END:{name}\n").repeat(10_000);
        check(&reading("deep.ics", closed.as_bytes()));
    }
    let agents = "BEGIN:VCARD\nFN:A\nAGENT:\n".repeat(10_000) + &"END:VCARD\n".repeat(10_000);
    check(&reading("deep.vcf", agents.as_bytes()));
    check(&reading("deep.json", "[".repeat(100_000).as_bytes()));
}

#[test]
fn a_hundred_thousand_cards_in_one_file_are_read() {
    let file = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nEND:VCARD\r\n".repeat(100_000);
    let reading = reading("many.vcf", file.as_bytes());
    assert_eq!((reading.read, reading.refused.len()), (100_000, 0));
    assert_eq!(reading.records[99_999].line, Some(4 * 99_999 + 1));
}

#[test]
fn a_file_of_more_records_than_a_life_is_refused() {
    let rows = usize::try_from(MOST_RECORDS).expect("a small number") + 1;
    let file = format!("version\n{}", "v\n".repeat(rows));
    let reading = reading("pitches.csv", file.as_bytes());
    assert_eq!((reading.kind.as_str(), reading.records.len()), ("sheet:pitches", 0));
    assert_eq!(reading.refused[0].reason, "too-many-records");
}

#[test]
fn one_endless_line_is_read_in_bounded_time() {
    for file in ["a".repeat(5_000_000), ",".repeat(5_000_000), "\"".repeat(5_000_000)] {
        check(&reading("long.csv", file.as_bytes()));
    }
    let folded = format!("BEGIN:VCARD\nFN:A\nNOTE:{}\nEND:VCARD\n", "\n x".repeat(500_000));
    assert_eq!(reading("long.vcf", folded.as_bytes()).records.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_octets_bring_a_reader_down(octets in proptest::collection::vec(any::<u8>(), 0..600)) {
        readings("x.csv", &octets).iter().for_each(check);
    }

    #[test]
    fn no_calendar_brings_a_reader_down(lines in proptest::collection::vec(line(), 0..40)) {
        let file = lines.join("\r\n");
        for reading in read(&Given { path: "x", octets: file.as_bytes() }, &CONTEXT) {
            check(&reading);
        }
    }

    #[test]
    fn no_table_brings_a_reader_down(header in header(), rows in "[a-z0-9,;\"\\n/£é=.-]{0,300}") {
        let file = format!("{header}\n{rows}");
        readings("people.csv", file.as_bytes()).iter().for_each(check);
    }
}

/// Lines that look like those of cards and calendars.
fn line() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "BEGIN",
        "END",
        "FN",
        "N",
        "UID",
        "DTSTART",
        "DTEND",
        "DTSTART;TZID=Europe/London",
        "DTSTART;VALUE=DATE",
        "RRULE",
        "EXDATE",
        "RDATE;VALUE=PERIOD",
        "RECURRENCE-ID",
        "DURATION",
        "ATTENDEE;CN=\"a;b\"",
        "TZID",
        "NOTE;ENCODING=QUOTED-PRINTABLE",
        "AGENT",
        "TEL",
        "",
    ]);
    let value = prop_oneof![
        prop::sample::select(vec![
            "VCALENDAR",
            "VEVENT",
            "VTIMEZONE",
            "VALARM",
            "VCARD",
            "20261116T080000Z",
            "20261332",
            "99991231T235959Z",
            "00000101",
            "FREQ=DAILY",
            "PT1H",
            "-P9999999999W",
            "=",
            "mailto:",
            "20260101T000000Z/PT1H",
            "+44 7700 900123",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,30}",
    ];
    (name, value).prop_map(|(name, value)| format!("{name}:{value}"))
}

fn header() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "name,email,met_on",
        "date;group;cost;talked_to",
        "date,kind,people,minutes",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "channel\tmonth\thours",
        "version,text",
    ])
}
