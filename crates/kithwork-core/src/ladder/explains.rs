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
    /// The day of that rating where it is older than a check lasts.
    pub reckoned_long_ago: Option<Date>,
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
            (None, then) if self.reckoned.is_some() => self.guess(then.is_some(), &on),
            (None, Some(_)) if self.asked_on.is_some() => {
                format!("It is not known any more whether they can explain you: you asked last{on}.")
            }
            (None, _) => {
                "It is not known whether they can explain you: ask what they would tell a friend you do."
                    .to_owned()
            }
        }
    }

    /// What the owner reckons, where nobody's answer stands (any more).
    fn guess(&self, was_asked: bool, on: &str) -> String {
        let guess = match self.reckoned {
            Some(Explained::Yes) => "they understand what you do well",
            Some(Explained::Partly) => "they understand part of what you do",
            Some(Explained::No) | None => "they hardly understand yet what you do",
        };
        let heard = match (was_asked, on) {
            (false, _) => "you have not asked them yet".to_owned(),
            (true, "") => "you asked them once, nobody knows when".to_owned(),
            (true, on) => format!("you asked last{on}"),
        };
        match self.reckoned_long_ago {
            Some(then) => {
                format!("You reckoned in {} that {guess}; {heard}.", then.strftime("%B %Y"))
            }
            None => format!("You reckon {guess}; {heard}."),
        }
    }
}

/// What somebody could say when they were asked.
pub(super) struct Heard {
    /// When; none where nobody noted the day.
    pub(super) on: Option<Date>,
    /// How well, 0 to 4.
    pub(super) score: u8,
    /// The entry.
    pub(super) fact: FactId,
    words: Option<String>,
}

/// The last check up to a date: a playback, or a conversation after which it was noted.
pub(super) fn last_heard(book: &Book, person: PersonId, as_of: Date) -> Option<Heard> {
    let seen = |on: Option<Date>| on.is_none_or(|on| on <= as_of);
    let talks = book.conversations_of(person).filter(|c| took_place(c, as_of)).filter_map(|c| {
        let (on, score) = (Some(c.on), c.they_know_me?);
        Some(Heard { on, score, fact: c.id, words: None })
    });
    let asked = book.playbacks_of(person).filter(|p| p.is_of_the_whole() && seen(p.on));
    let asked = asked.map(|p| {
        let (on, score) = (p.on, p.explained.score());
        Heard { on, score, fact: p.id, words: p.words.clone() }
    });
    talks.chain(asked).max_by_key(|heard| (heard.on, heard.fact))
}

/// Whether a person can explain the owner at a date, by their last check up to it: a playback, or a
/// conversation after which it was noted. An undated check tells nothing about today.
pub fn explains(book: &Book, person: PersonId, as_of: Date, params: &LadderParams) -> Explains {
    let seen = |on: Option<Date>| on.is_none_or(|on| on <= as_of);
    let judged = |score| Explained::of(score, params.check_passed);
    let is_guess = |r: &&Rating| r.what == Rated::Understanding && seen(r.on);
    let guess = book.ratings_of(person).filter(is_guess).max_by_key(|r| (r.on, r.id));
    let since = days_before(as_of, params.check_expires_days);
    let reckoned = guess.map(|r| judged(r.score));
    let reckoned_long_ago = guess.and_then(|r| r.on).filter(|on| *on < since);
    let Some(heard) = last_heard(book, person, as_of) else {
        return Explains { reckoned, reckoned_long_ago, ..Explains::default() };
    };
    let then = judged(heard.score);
    Explains {
        now: heard.on.filter(|on| since <= *on).map(|_| then),
        asked_on: heard.on,
        then: Some(then),
        words: heard.words,
        fact: Some(heard.fact),
        reckoned,
        reckoned_long_ago,
    }
}
