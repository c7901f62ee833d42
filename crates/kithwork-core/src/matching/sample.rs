//! The people of the sample book: who answers what they look for, and what nobody does.

use super::*;
use crate::params::MatchParams;

const PEOPLE: &str = include_str!("../../../../samples/people.csv");

/// Needs, each with who answers best; nobody where a chance word or a trade nearby is no answer.
const ANSWERS: [(&str, &str); 23] = [
    ("an accountant who answers the phone in January", "Margaret Dent"),
    ("someone to take the VAT return off his wife", "Margaret Dent"),
    ("somebody who understands farm accounts", "Margaret Dent"),
    ("help with American sales tax", "Margaret Dent"),
    ("joiners who turn up", "Derek Fell"),
    ("kitchen fitters", "Derek Fell"),
    ("joiners, wallers, patience", "Derek Fell"),
    ("firms with a new website", "Dan Escolme"),
    ("firms changing their accounts software", "Jonathan Bleasdale"),
    ("architects", "Edward Satterthwaite"),
    ("letting agents in Kendal", "Tom Braithwaite"),
    ("fleets", "Stuart Lowther"),
    ("wedding venues", "Noor Hussain"),
    ("hotel managers", "Lorna Beck"),
    ("a will", ""),
    ("a wholesale agent for Scotland", ""),
    ("an apprentice who likes rain", ""),
    ("a card machine that does not eat his margin", ""),
    ("a second treatment room", ""),
    ("a kitchen with a bigger oven", ""),
    ("a warmer hall", ""),
    ("firms about to move", ""),
    ("groups of eight or more", ""),
];

#[test]
fn people_of_the_sample_find_whom_they_look_for() {
    let mut sheet = csv::Reader::from_reader(PEOPLE.as_bytes());
    let columns = sheet.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = sheet.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| -> Option<&str> {
        let column = columns.iter().position(|column| column == name).unwrap();
        Some(&rows[row][column]).filter(|text| !text.is_empty())
    };
    let offer = |row: usize| Offer {
        does: ["what_they_do", "role"].iter().filter_map(|name| cell(row, name)).collect(),
        serves: cell(row, "who_they_serve"),
        city: cell(row, "city"),
        sector: cell(row, "sector"),
        organisation: cell(row, "organisation"),
    };
    let offers = Offers::of((0..rows.len()).map(offer), &MatchParams::default());
    let mut asking = offers.asking();
    let mut wrong: Vec<String> = Vec::new();
    for (need, expected) in ANSWERS {
        let asks = (0..rows.len()).find(|&row| cell(row, "looking_for") == Some(need));
        let found = asking.who_meets(need).iter().find(|fit| Some(fit.place) != asks);
        let name = found.and_then(|fit| cell(fit.place, "name")).unwrap_or_default();
        if name != expected {
            wrong.push(format!("{need}: {name} for {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
