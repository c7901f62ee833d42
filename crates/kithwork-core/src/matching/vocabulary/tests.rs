//! The list keeps its own rules.

use super::*;
use crate::matching::term::terms;
use std::collections::BTreeSet;

fn names(text: &str, kind: Kind) -> Vec<String> {
    terms(text).into_iter().filter(|t| t.kind == kind).map(|t| t.name.into_owned()).collect()
}

#[test]
fn it_is_broad() {
    assert!(file::professions().count() >= 150, "{}", file::professions().count());
    assert!(file::sectors().count() >= 40);
    let towns: usize = file::counties().map(|county| county.towns.len()).sum();
    assert!(towns >= 300, "{towns}");
}

#[test]
fn every_profession_names_a_line_of_business_and_neighbours_that_are_listed() {
    let sectors: BTreeSet<&str> = file::sectors().map(|names| names[0]).collect();
    let trades: BTreeSet<&str> = file::professions().map(|p| p.names[0]).collect();
    for profession in file::professions() {
        let name = profession.names[0];
        let sector = profession.sector.unwrap_or_default();
        assert!(sectors.contains(sector), "{name}: no sector {sector:?}");
        for close in &profession.close {
            assert!(trades.contains(close) && *close != name, "{name}: {close:?} is not listed");
        }
    }
}

/// A word that stood for two trades would depend on the order of the lines.
#[test]
fn no_word_stands_for_two_things_of_one_kind() {
    let mut known: BTreeSet<(Vec<String>, bool)> = BTreeSet::new();
    let mut check = |written: &str, of: &str| {
        let words = words(written);
        let capitals = words.len() == 1 && words[0].capitals;
        let stems = words.into_iter().map(|w| w.stem).collect();
        assert!(known.insert((stems, capitals)), "{of}: {written:?} is said twice");
    };
    for profession in file::professions() {
        profession.names.iter().for_each(|written| check(written, profession.names[0]));
    }
    known.clear();
    let mut check = |written: &str, of: &str| {
        let stems: Vec<String> = words(written).into_iter().map(|w| w.stem).collect();
        assert!(known.insert((stems, false)), "{of}: {written:?} is said twice");
    };
    for names in file::sectors() {
        for written in &names {
            check(written, names[0]);
        }
    }
}

#[test]
fn what_people_write_is_understood() {
    for (written, trade) in [
        ("somebody who keeps the books", "bookkeeper"),
        ("VAT returns", "bookkeeper"),
        ("an IFA", "financial adviser"),
        ("Employment law", "employment lawyer"),
        ("websites that sell", "web designer"),
        ("IT for dentists", "it support"),
        ("Carpenters", "joiner"),
        ("Joinery", "joiner"),
        ("Wills & probate", "will writer"),
        ("painting and decorating", "painter and decorator"),
        ("H&S audits", "health and safety consultant"),
        ("recruitment agencies", "recruiter"),
        ("a café", "restaurant owner"),
        ("Physiotherapy", "physiotherapist"),
    ] {
        assert!(names(written, Kind::Trade).iter().any(|name| name == trade), "{written}");
    }
    assert!(names("it is as it was, I will", Kind::Trade).is_empty());
    assert_eq!(names("HR directors in logistics", Kind::Trade), ["hr director"]);
    assert_eq!(names("HR directors in logistics", Kind::Sector), ["transport"]);
}

#[test]
fn places_are_found_where_a_place_can_stand() {
    assert_eq!(names("a plumber near Kendal", Kind::Place), ["Kendal"]);
    assert_eq!(names("hotels in Bath and the Lake District", Kind::Place), ["Bath", "Cumbria"]);
    assert_eq!(names("somebody in Newcastle-upon-Tyne", Kind::Place), ["Newcastle upon Tyne"]);
    assert_eq!(names("reading a deal on a sale", Kind::Place), [""; 0]);
}

#[test]
fn a_town_lies_in_its_county_and_region() {
    let all = crate::matching::term::place("Kendal");
    let names: Vec<&str> = all.iter().map(|t| &*t.name).collect();
    assert_eq!(names, ["Kendal", "Cumbria", "North West"]);
    let own: Vec<Term> = crate::matching::term::place("Little Snoring");
    assert_eq!(own[0].name, "little snoring");
    assert!(crate::matching::term::place(" - ").is_empty());
}
