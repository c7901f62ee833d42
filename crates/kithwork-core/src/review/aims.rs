//! What success is for the owner, when it will be looked at, and what shows of it so far (rows 18, 19).

use super::progress::{self, Progress};
use super::reading::Reading;
use super::variety;
use crate::facts::{Aim, AimKind};
use crate::id::FactId;
use jiff::civil::Date;
use serde::Serialize;

/// An aim: whether it says when it will be looked at, and what shows so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AimReview {
    /// The aim.
    pub aim: FactId,
    /// In the owner's words.
    pub what: String,
    /// The template it follows: it decides what is counted.
    pub kind: AimKind,
    /// When it was set; none where nobody noted it.
    pub set_on: Option<Date>,
    /// When it will be looked at; none where it is open-ended.
    pub review_on: Option<Date>,
    /// Whether it has no such day.
    pub is_open_ended: bool,
    /// Whether that day has come.
    pub is_due: bool,
    /// People linked to it.
    pub people: u64,
    /// Their names.
    pub who: Vec<String>,
    /// As varied as so many equal lines of business, where that is the aim.
    pub as_varied_as: Option<u32>,
    /// Where one stands, and what would bring it nearer, where that is the aim; else empty.
    pub stands: String,
    /// What comes before success, counted since the aim was set, beside the same time before.
    pub progress: Vec<Progress>,
    /// A question, where one is open; else empty.
    pub asks: String,
}

/// The question that an aim leaves open at a date; empty where none is. Who simply wants to help has
/// nothing to reach by a day.
pub fn asks(aim: &Aim, as_of: Date) -> &'static str {
    let is_due = aim.review_on.is_some_and(|on| on <= as_of);
    let has_no_number = aim.kind == AimKind::Variety && aim.as_varied_as.is_none();
    match (is_due, has_no_number) {
        (true, true) => {
            "It is time to look at it: as varied as how many lines of business do you want to be?"
        }
        (true, false) => "It is time to look at it: was it reached?",
        (false, true) => "As varied as how many lines of business do you want to be?",
        (false, false) if aim.review_on.is_none() && aim.has_an_end() => {
            "It is open-ended: when will you look at it?"
        }
        (false, false) => "",
    }
}

/// The open aims, those due first; experiments have a list of their own.
pub(super) fn each(reading: &Reading<'_>) -> Vec<AimReview> {
    let aims = reading.book.facts.aims.iter();
    let open = aims.filter(|aim| aim.is_open(reading.as_of) && !aim.is_experiment());
    let mut aims: Vec<AimReview> = open.map(|aim| one(reading, aim)).collect();
    aims.sort_by_key(|a| (!a.is_due, a.review_on.is_none(), a.review_on, a.aim));
    aims
}

fn one(reading: &Reading<'_>, aim: &Aim) -> AimReview {
    let names = aim.people.iter().filter_map(|&id| reading.book.person(id));
    AimReview {
        aim: aim.id,
        what: aim.what.clone(),
        kind: aim.kind,
        set_on: aim.set_on,
        review_on: aim.review_on,
        is_open_ended: aim.review_on.is_none(),
        is_due: aim.review_on.is_some_and(|on| on <= reading.as_of),
        people: aim.people.len() as u64,
        who: names.map(|person| person.name.clone()).collect(),
        as_varied_as: aim.as_varied_as,
        stands: aim.as_varied_as.map(|kinds| variety::stands(reading, kinds)).unwrap_or_default(),
        progress: progress::of(reading, aim),
        asks: asks(aim, reading.as_of).to_owned(),
    }
}
