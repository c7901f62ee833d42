//! Can they explain the owner? The last time somebody was asked, and what came of it (row 9). What the
//! owner reckons without asking is a guess, and said as one.

use super::took_place;
use crate::book::Book;
use crate::days::days_before;
use crate::facts::{Explained, Rated, Rating};
use crate::id::{FactId, PersonId};
use crate::params::LadderParams;
use jiff::civil::Date;
use serde::Serialize;

/// Whether somebody can explain what the owner does. An answer fades: what was said longer ago than a
/// check lasts (half a year) is not known any more, which is not the same as no.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Explains {
    /// What holds at the date; none where it is not known.
    pub now: Option<Explained>,
    /// When they were asked last; none where they never were, or nobody noted the day.
    pub asked_on: Option<Date>,
    /// What came of it then.
    pub then: Option<Explained>,
    /// What they remembered, in their words, where that was noted.
    pub words: Option<String>,
    /// The entry.
    pub fact: Option<FactId>,
    /// What the owner reckons they would say, by the last rating of their understanding; none where
    /// there is none. It is no check, whatever its date.
    pub reckoned: Option<Explained>,
}

impl Explains {
    /// In plain words.
    pub fn says(&self) -> String {
        let on = self.asked_on.map(|on| format!(" on {}", on.strftime("%-d %B %Y")));
        let on = on.unwrap_or_default();
        match (self.now, self.then) {
            (Some(Explained::Yes), _) => format!("They could say what you do when asked{on}."),
            (Some(Explained::Partly), _) => {
                format!("They could say part of what you do when asked{on}.")
            }
            (Some(Explained::No), _) => {
                format!("They could not say yet what you do when asked{on}.")
            }
            (None, Some(_)) if self.asked_on.is_some() => {
                format!("It is not known any more whether they can explain you: you asked last{on}.")
            }
            (None, None) if self.reckoned.is_some() => self.guess().to_owned(),
            (None, _) => {
                "It is not known whether they can explain you: ask what they would tell a friend you do."
                    .to_owned()
            }
        }
    }

    fn guess(&self) -> &'static str {
        match self.reckoned {
            Some(Explained::Yes) => {
                "You reckon they understand what you do well; you have not asked them yet."
            }
            Some(Explained::Partly) => {
                "You reckon they understand part of what you do; you have not asked them yet."
            }
            Some(Explained::No) | None => {
                "You reckon they do not understand yet what you do; you have not asked them."
            }
        }
    }
}

/// Whether a person can explain the owner at a date, by their last check up to it: a playback, or a
/// conversation after which it was noted. An undated check tells nothing about today.
pub fn explains(book: &Book, person: PersonId, as_of: Date, params: &LadderParams) -> Explains {
    let seen = |on: Option<Date>| on.is_none_or(|on| on <= as_of);
    let judged = |score| Explained::of(score, params.check_passed);
    let is_guess = |r: &&Rating| r.what == Rated::Understanding && seen(r.on);
    let guess = book.ratings_of(person).filter(is_guess).max_by_key(|r| (r.on, r.id));
    let reckoned = guess.map(|r| judged(r.score));
    let talks = book.conversations_of(person).filter(|c| took_place(c, as_of));
    let asked = book.playbacks_of(person).filter(|p| p.is_of_the_whole() && seen(p.on));
    let last = talks
        .filter_map(|c| Some((Some(c.on), judged(c.they_know_me?), None, c.id)))
        .chain(asked.map(|p| (p.on, p.explained, p.words.as_ref(), p.id)))
        .max_by_key(|(on, _, _, fact)| (*on, *fact));
    let Some((asked_on, then, words, fact)) = last else {
        return Explains { reckoned, ..Explains::default() };
    };
    let since = days_before(as_of, params.check_expires_days);
    Explains {
        now: asked_on.filter(|on| since <= *on).map(|_| then),
        asked_on,
        then: Some(then),
        words: words.cloned(),
        fact: Some(fact),
        reckoned,
    }
}
