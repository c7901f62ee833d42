//! The rhythm of a book: how often its owner's people are in touch, and how soon that ends, learned from
//! all of them at once (science.md §3.3).

use super::contact::contact_at;
use crate::book::Book;
use crate::models::fitted::{Basis, Fitted};
use crate::models::mbg_nbd::fit::{Prior, fit};
use crate::models::mbg_nbd::{MbgNbd, Record};
use crate::params::{AliveParams, Params};
use jiff::civil::Date;

/// Of more people than this, every second is asked, or every third, and so on: two thousand tell the four
/// parameters to a few per cent, and a review of a large book is not kept waiting.
const MOST_ASKED: usize = 2000;

/// The rhythm of a book at a date: learned from the contacts with its people, or the default where they
/// are too few.
pub fn rhythm(book: &Book, as_of: Date, default: &AliveParams) -> Fitted<MbgNbd> {
    let people = &book.facts.people;
    let step = people.len().div_ceil(MOST_ASKED).max(1);
    let asked = people.iter().enumerate().step_by(step).filter(|(_, person)| person.counts());
    let records: Vec<Record> =
        asked.filter_map(|(at, _)| Some(contact_at(book, at, as_of)?.record())).collect();
    fit(&records, Prior::around(default.model()))
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
