//! Files that real programs and people wrote.

use crate::{check, files, reading, readings};
use kithwork_core::handover::Said;
use kithwork_formats::Reading;

/// Whether a file was read: recognised, and not every record in it refused.
fn is_read(reading: &Reading) -> bool {
    !reading.whole_refused && (reading.records.len() > reading.refused.len() || reading.read == 0)
}

/// How many files of a folder were read, of how many; and those that were not, with the reasons.
fn count_read(folder: &str, kind: &str) -> (usize, usize, String) {
    let all = files(folder);
    let (mut read, mut others) = (0, String::new());
    for (name, octets) in &all {
        let reading = reading(name, octets);
        if is_read(&reading) && reading.kind == kind {
            read += 1;
            continue;
        }
        let why: Vec<_> = reading.refused.iter().map(|r| (r.line, r.reason.as_str())).collect();
        assert!(!why.is_empty(), "{name} was refused without a reason");
        others = format!("{others}\nnot read: {name} as {} {why:?}", reading.kind);
    }
    (read, all.len(), others)
}

#[test]
fn cards_of_phones_and_programs_are_read() {
    let (read, all, others) = count_read("data/vcard", "vcard");
    eprintln!("{read} of {all} vCard files read{others}");
    assert!(read * 51 >= all * 47, "{read} of {all}");
}

#[test]
fn calendars_of_programs_are_read() {
    let (read, all, others) = count_read("data/ics", "icalendar");
    eprintln!("{read} of {all} iCalendar files read{others}");
    assert!(read * 305 >= all * 285, "{read} of {all}");
}

#[test]
fn exports_of_address_books_are_recognised() {
    for (name, octets) in files("data/csv") {
        let reading = reading(&name, &octets);
        assert!(
            !reading.whole_refused && reading.refused.is_empty(),
            "{name}: {:?}",
            reading.refused
        );
        let kind = name.split('_').next().unwrap_or_default();
        if ["google", "linkedin", "outlook"].contains(&kind) {
            assert_eq!(reading.kind, kind, "{name}");
        }
    }
}

#[test]
fn every_property_of_a_card_survives_octet_for_octet() {
    for (name, octets) in files("data/vcard") {
        for record in reading(&name, &octets).records {
            let Said::Person(person) = record.said else { continue };
            let card = person.card.unwrap().0;
            // A file in UTF-16 is kept as UTF-8: cards of several files are written into one.
            if !octets.contains(&0) {
                assert!(octets.windows(card.len()).any(|window| window == card), "{name}");
            }
            assert!(card.to_ascii_uppercase().starts_with(b"BEGIN:VCARD"), "{name}");
            assert!(card.trim_ascii_end().to_ascii_uppercase().ends_with(b"END:VCARD"), "{name}");
        }
    }
}

#[test]
fn components_of_a_calendar_survive_octet_for_octet() {
    for (name, octets) in files("data/ics") {
        for record in reading(&name, &octets).records {
            let (Said::Entry(_) | Said::Object(_)) = &record.said else { panic!("{name}") };
            let component = match record.said {
                Said::Entry(entry) => entry.octets.0,
                Said::Object(object) => object.octets.0,
                _ => Vec::new(),
            };
            assert!(octets.windows(component.len()).any(|window| window == component), "{name}");
        }
    }
}

#[test]
fn no_file_cut_anywhere_brings_a_reader_down() {
    for folder in ["data/vcard", "data/ics", "data/csv"] {
        for (name, octets) in files(folder) {
            for place in 0..50 {
                let cut = octets.len() * place / 50;
                readings(&name, &octets[..cut]).iter().for_each(check);
            }
        }
    }
}

#[test]
fn mail_is_no_address_book() {
    for (name, octets) in files("data/mbox") {
        readings(&name, &octets).iter().for_each(check);
    }
}
