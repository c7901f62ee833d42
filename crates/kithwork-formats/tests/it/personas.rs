//! Whole networkers: every row of every file counts.

use crate::{reading, shared};
use jiff::civil::{Date, date};
use kithwork_core::handover::Said;
use kithwork_formats::occurrences;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The rows that a program which knows nothing of Kithwork sees.
fn rows(path: &Path, octets: &[u8]) -> usize {
    let text = String::from_utf8_lossy(octets);
    let count = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
    match path.extension().and_then(|e| e.to_str()) {
        Some("vcf") => count("BEGIN:VCARD"),
        Some("ics") => count("BEGIN:VEVENT"),
        _ if path.ends_with("Connections.csv") => {
            csv_rows(text.split_once("\n\n").expect("a preamble").1)
        }
        _ => csv_rows(&text),
    }
}

fn csv_rows(text: &str) -> usize {
    let rows: Result<Vec<_>, _> = csv::Reader::from_reader(text.as_bytes()).records().collect();
    rows.expect("rows").len()
}

#[test]
fn every_file_of_every_networker_is_read_without_a_refusal() {
    let Some(personas) = shared("personas") else { return };
    let mut seen = 0;
    for folder in std::fs::read_dir(personas).unwrap().map(|entry| entry.unwrap().path()) {
        for path in std::fs::read_dir(&folder).into_iter().flatten().map(|e| e.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name == "truth.json" {
                continue;
            }
            let octets = std::fs::read(&path).unwrap();
            let reading = reading(&name, &octets);
            assert_eq!(reading.refused, [], "{}", path.display());
            assert_eq!(reading.records.len(), rows(&path, &octets), "{}", path.display());
            assert_eq!(reading.ignored_columns, [""; 0], "{}", path.display());
            let stem = name.split('.').next().unwrap_or_default();
            if path.extension().is_some_and(|e| e == "csv") && name != "Connections.csv" {
                assert_eq!(reading.kind, format!("sheet:{stem}"));
            }
            seen += 1;
        }
    }
    eprintln!("{seen} files of networkers read");
    assert!(seen > 100);
}

#[test]
fn the_series_of_a_calendar_fall_on_the_days_of_the_meetings_sheet() {
    let Some(personas) = shared("personas") else { return };
    let mut compared = 0;
    for folder in std::fs::read_dir(personas).unwrap().map(|entry| entry.unwrap().path()) {
        let (Ok(sheet), Ok(calendar)) = (
            std::fs::read(folder.join("meetings.csv")),
            std::fs::read(folder.join("calendar.ics")),
        ) else {
            continue;
        };
        let mut held: BTreeMap<String, BTreeSet<Date>> = BTreeMap::new();
        for record in reading("meetings.csv", &sheet).records {
            let Said::Meeting(meeting) = record.said else { continue };
            held.entry(meeting.room).or_default().insert(meeting.on);
        }
        for record in reading("calendar.ics", &calendar).records {
            let Said::Entry(entry) = record.said else { continue };
            if let (Some(_), Some(held)) = (&entry.event.rrule, held.get(&entry.event.title)) {
                let all = occurrences(&entry.event, date(2027, 1, 1)).unwrap();
                let days: BTreeSet<Date> = all.iter().map(|at| at.date()).collect();
                assert_eq!(&days, held, "{} in {}", entry.uid, folder.display());
                compared += 1;
            }
        }
    }
    assert!(compared > 10, "{compared}");
}
