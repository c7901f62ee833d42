use crate::{Context, Given, Reading, read};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, octets) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(octets).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn readings(octets: &[u8]) -> Vec<Reading> {
    read(&Given { path: "all.zip", octets }, &Context { region: "GB", zone: "Europe/London" })
}

const PITCHES: &[u8] = b"version,text\nv1,Hello\n";
const CARD: &[u8] = b"BEGIN:VCARD\nFN:A\nEND:VCARD\n";

#[test]
fn members_are_read_as_files_and_those_not_for_us_are_named() {
    let told = readings(&zip(&[
        ("me/pitches.csv", PITCHES),
        ("contacts.vcf", CARD),
        ("photo.jpg", b"\xFF\xD8\xFF"),
        ("__MACOSX/._contacts.vcf", b"x"),
    ]));
    let kinds: Vec<_> = told.iter().map(|r| (r.path.as_str(), r.kind.as_str(), r.read)).collect();
    let pitches = ("all.zip/me/pitches.csv", "sheet:pitches", 1);
    assert_eq!(kinds, [pitches, ("all.zip/contacts.vcf", "vcard", 1), ("all.zip", "zip", 0)]);
    assert_eq!(told[2].ignored_columns, ["photo.jpg"]);
    assert!(!told[2].whole_refused);
}

#[test]
fn an_archive_with_nothing_for_us_is_refused() {
    for (members, reason) in
        [(&[("a.jpg", &b"\xFF\xD8"[..])][..], "not-recognised"), (&[], "empty")]
    {
        let told = readings(&zip(members));
        assert_eq!((told.len(), told[0].whole_refused), (1, true));
        assert_eq!(told[0].refused[0].reason, reason);
    }
    let cut = zip(&[("contacts.vcf", CARD)]);
    let told = readings(&cut[..cut.len() / 2]);
    assert_eq!(told[0].refused[0].reason, "archive-unreadable");
}

#[test]
fn a_bomb_is_refused_and_its_neighbours_are_read() {
    let bomb = vec![b'0'; 64 * 1024 * 1024];
    let told = readings(&zip(&[("bomb.csv", &bomb), ("contacts.vcf", CARD)]));
    assert_eq!(told[0].refused[0].reason, "archive-too-large");
    assert_eq!((told[0].path.as_str(), told[1].read), ("all.zip/bomb.csv", 1));
}

#[test]
fn archives_in_archives_are_followed_only_so_far() {
    let one = zip(&[("contacts.vcf", CARD)]);
    let two = zip(&[("one.zip", &one)]);
    assert_eq!(readings(&two)[0].path, "all.zip/one.zip/contacts.vcf");
    let three = zip(&[("two.zip", &two)]);
    assert_eq!(readings(&three)[0].refused[0].reason, "archive-too-deep");
}

#[test]
fn a_member_that_climbs_out_is_only_a_name() {
    let told = readings(&zip(&[("../../etc/contacts.vcf", CARD)]));
    assert_eq!((told[0].path.as_str(), told[0].read), ("all.zip/../../etc/contacts.vcf", 1));
}
