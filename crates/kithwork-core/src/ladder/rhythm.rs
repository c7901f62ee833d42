//! The rhythm of a book: how often its owner's people are in touch, and how soon that ends, learned from
//! all of them at once (science.md §3.3).

use super::contact::contact_at;
use crate::book::Book;
use crate::facts::Person;
use crate::models::fitted::{Basis, Fitted};
use crate::models::mbg_nbd::fit::{Prior, fit};
use crate::models::mbg_nbd::{MbgNbd, Record};
use crate::params::{AliveParams, Params};
use jiff::civil::Date;

/// Of more people ever met than this, every second is asked, or every third, and so on: two thousand tell the four
/// parameters to a few per cent, and a review of a large book is not kept waiting.
const MOST_ASKED: usize = 2000;

/// The rhythm of a book at a date: learned from the contacts with its people, or the default where they
/// are too few.
pub fn rhythm(book: &Book, as_of: Date, default: &AliveParams) -> Fitted<MbgNbd> {
    let counts = |(at, person): (usize, &Person)| {
        (person.counts() && was_met(book, at, person)).then_some(at)
    };
    let people: Vec<usize> = book.facts.people.iter().enumerate().filter_map(counts).collect();
    let step = people.len().div_ceil(MOST_ASKED).max(1);
    let asked = people.into_iter().step_by(step);
    let records: Vec<Record> =
        asked.filter_map(|at| Some(contact_at(book, at, as_of)?.record())).collect();
    fit(&records, Prior::around(default.model()))
}

/// Whether there was ever anything with somebody: two thousand names of a list tell of no rhythm, and thin out nobody
/// else (row 13).
fn was_met(book: &Book, at: usize, person: &Person) -> bool {
    person.met_on.is_some()
        || !book.talks_at(at).is_empty()
        || book.meetings_at(at).next().is_some()
}

impl Params {
    /// The same parameters with what the book itself tells at a date: its own rhythm of contact in place
    /// of the default. Once learned they stay as they are, so that a review learns once.
    #[must_use]
    pub fn learned(&self, book: &Book, as_of: Date) -> Self {
        let mut learned = self.clone();
        if self.alive.learned_from > 0 {
            return learned;
        }
        let Fitted { model, basis } = rhythm(book, as_of, &self.alive);
        if let Basis::Learned { cases } = basis {
            let MbgNbd { r, alpha, a, b } = model;
            learned.alive = AliveParams { r, alpha, a, b, learned_from: cases, ..self.alive };
        }
        learned
    }
}
