//! The owner's own spreadsheets.

use crate::reading;
use jiff::civil::date;
use kithwork_core::facts::{ConversationKind, ObjectiveMet};
use kithwork_core::handover::{Record, Said};
use kithwork_formats::Reading;

fn sheet(file: &str) -> Reading {
    reading("sheet.csv", file.as_bytes())
}

fn refusals(reading: &Reading) -> Vec<(u64, &str)> {
    reading.refused.iter().map(|r| (r.line.unwrap_or(0), r.reason.as_str())).collect()
}

fn only(reading: Reading) -> Record {
    assert_eq!(reading.refused, []);
    assert_eq!(reading.records.len(), 1);
    reading.records.into_iter().next().expect("a record")
}

#[test]
fn headers_are_known_in_any_order_case_and_spacing() {
    let file = "\u{feff} Talked To ,MINUTES,Star Sign,Group, Date\n Sam ; Priya,90,Leo, Thursday  Chapter ,2026-11-12\n";
    let told = sheet(file);
    assert_eq!(
        (told.kind.as_str(), &told.ignored_columns[..]),
        ("sheet:meetings", &["Star Sign".to_owned()][..])
    );
    let record = only(told);
    assert_eq!(record.key, "meetings|2026-11-12|thursday chapter");
    assert_eq!((record.line, record.number), (Some(2), 1));
    let Said::Meeting(meeting) = record.said else { panic!("no meeting") };
    assert_eq!(meeting.people, ["Sam", "Priya"]);
    assert_eq!((meeting.minutes, meeting.energy), (Some(90), None));
    assert_eq!(meeting.extra["Star Sign"], "Leo");
}

#[test]
fn rows_with_equal_keys_are_numbered_and_all_count() {
    let told = sheet(
        "date,kind,people\n2026-11-12,call,Sam;Priya\n2026-11-12,call,Priya; sam\n2026-11-12,email,Sam\n",
    );
    let keys: Vec<_> = told.records.iter().map(|r| r.key.as_str()).collect();
    let call = "interactions|2026-11-12|call|priya;sam";
    assert_eq!(keys, [call, &format!("{call}#2"), "interactions|2026-11-12|email|sam"]);
}

#[test]
fn words_are_known_however_they_are_spaced() {
    let record = only(sheet("date,kind,people,objective_met\n2026-11-12,One-to-one,Sam,Y\n"));
    let Said::Conversation(told) = record.said else { panic!("no conversation") };
    assert_eq!(
        (told.kind, told.objective_met),
        (ConversationKind::OneToOne, Some(ObjectiveMet::Yes))
    );
}

#[test]
fn a_row_that_is_bad_in_one_field_is_refused_whole_with_line_and_reason() {
    let told = sheet(
        "date,group,minutes,cost,currency,pitch_prepared,energy,notes\n\
         2026-11-12,A,,,,,,\"two\nlines\"\n\
         2026-11-13,A,ninety,,,,,\n\
         2026-11-13,A,,£5,,,,\n\
         2026-11-13,A,,5,pounds,,,\n\
         2026-11-13,A,,,,maybe,,\n\
         2026-11-13,A,,,,,6,\n\
         2026-11-13,,,,,,,\n\
         ,A,,,,,,\n\
         2026-13-13,A,,,,,,\n\
         3/4/2026,A,,,,,,\n\
         2026-11-13,A,,,,,,a, comma\n",
    );
    assert_eq!((told.read, told.records.len()), (11, 1));
    assert_eq!(
        refusals(&told),
        [
            (4, "number-unreadable"),
            (5, "amount-unreadable"),
            (6, "currency-unknown"),
            (7, "yes-no-unreadable"),
            (8, "energy-out-of-range"),
            (9, "group-missing"),
            (10, "date-missing"),
            (11, "date-impossible"),
            (12, "date-ambiguous"),
            (13, "row-too-long"),
        ]
    );
    assert_eq!(told.refused[8].hint, "write 2026-04-03 or 2026-03-04");
    assert_eq!(told.refused[8].record, Some(10));
}

#[test]
fn every_sheet_refuses_what_it_can_not_do_without() {
    for (file, reason) in [
        ("name,trust\n,3\n", "name-missing"),
        ("name,trust\nSam,5\n", "rating-out-of-range"),
        ("name,kind,cadence\nA,brunch,\n", "kind-unknown"),
        ("name,kind,cadence\nA,lunch,daily\n", "cadence-unknown"),
        ("date,kind,people\n2026-11-12,call,;\n", "people-missing"),
        ("date,kind,people\n2026-11-12,,Sam\n", "kind-missing"),
        ("date,direction,person,kind\n,sideways,Sam,advice\n", "direction-unknown"),
        ("date,introduced_by,person_a,person_b\n,,Sam,me\n", "introducer-missing"),
        ("date,direction,from,to,prospect\n,received,,me,X\n", "giver-missing"),
        ("date,direction,from,to,prospect\n,given,me,,X\n", "receiver-missing"),
        ("date,direction,from,to,status\n,given,me,Sam,great\n", "status-unknown"),
        ("date,direction,from,to,effort\n,given,me,Sam,0\n", "effort-out-of-range"),
        ("won_on,client,value\n2026-11-12,,5\n", "client-missing"),
        ("channel,month,hours\nads,2026-11,-1\n", "hours-unreadable"),
        ("channel,month,hours\nads,soon,1\n", "month-unreadable"),
        ("made_on,person,direction,what\n,Sam,mine,\n", "what-missing"),
        ("version,text\n,Hello\n", "version-missing"),
    ] {
        let told = sheet(file);
        assert_eq!(refusals(&told), [(2, reason)], "{file}");
    }
}

#[test]
fn one_date_above_twelve_decides_for_every_date_of_the_file() {
    let told = sheet("made_on,person,direction,what,due_on\n3/4/2026,Sam,mine,call,16/11/2026\n");
    let Said::Promise(promise) = only(told).said else { panic!("no promise") };
    assert_eq!(
        (promise.made_on, promise.due_on),
        (Some(date(2026, 4, 3)), Some(date(2026, 11, 16)))
    );
}

#[test]
fn european_excel_and_old_windows_are_read() {
    let file = b"sep=;\r\nname;organisation;notes\r\nZo\xEB M\xFCller;Acme, Ltd;\"a;b\"\r\n";
    let told = reading("people.csv", file);
    assert_eq!(told.kind, "sheet:people");
    let record = only(told);
    assert_eq!((record.key.as_str(), record.line), ("people|zoë müller", Some(3)));
    let utf16: Vec<u8> =
        "version\ttext\nv1\tHëllo\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let Said::Pitch(pitch) = only(reading("x.txt", &utf16)).said else { panic!("no pitch") };
    assert_eq!(pitch.text.as_deref(), Some("Hëllo"));
}

#[test]
fn a_header_that_fits_several_sheets_is_told_by_the_files_name() {
    for (name, kind) in [("people.csv", "sheet:people"), ("My Groups 2026.csv", "sheet:groups")] {
        assert_eq!(reading(name, b"name,notes\nA,b\n").kind, kind);
    }
    assert_eq!(reading("sheet.csv", b"name,trust\n").kind, "sheet:people");
    assert_eq!(reading("people.csv", b"name,cadence\n").kind, "sheet:groups");
}

#[test]
fn hours_become_minutes_and_money_minor_units() {
    let record = only(sheet("channel,month,hours,cost,currency\nads,2026-11,1.75,12.5,gbp\n"));
    assert_eq!(record.key, "channels|ads|2026-11");
    let Said::ChannelMonth(month) = record.said else { panic!("no month") };
    assert_eq!((month.minutes, month.month), (Some(105), date(2026, 11, 1)));
    assert_eq!(month.cost.map(|cost| cost.minor), Some(1250));
    let yen = sheet("channel,month,hours,cost,currency\nads,2026-11,1.75,12.5,JPY\n");
    assert_eq!(refusals(&yen), [(2, "amount-unreadable")]);
}
