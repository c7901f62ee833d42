//! Somebody new to the book: a name where one must stand.

use super::super::lexicon::is_common;
use super::super::outings::OCCASIONS;
use super::super::words::{Word, is_in};
use super::super::{dates, durations, trades};
use super::{Ask, Finder, followed_by_call, is_particle, lists};

impl Finder<'_, '_> {
    /// How many words from `at` are the name of somebody unknown.
    pub(super) fn unknown_at(&self, at: usize, ask: Ask) -> usize {
        if !self.is_name_like(at) || self.is_trade(at) {
            return 0;
        }
        let capitals = self.capitals(at);
        let opens = at == 0 || !self.joins(at - 1);
        let followed = self.says_something(at + capitals);
        let whose = ask == Ask::Verb && self.words.get(at).is_some_and(Word::is_possessive);
        if whose || self.is_passed_on(at, capitals) || self.is_month(at) {
            return 0;
        }
        let named = ask == Ask::Company || (ask == Ask::Verb && self.is_likely(at, capitals));
        let alone = ask == Ask::First && self.stands_alone(at, capitals);
        let opens_or_goes_on = || opens || self.is_joined(at);
        if capitals > 0 && (named || followed || alone || capitals >= 2 && opens_or_goes_on()) {
            return capitals;
        }
        let pair = self.run(at, 2, &|i| i == at || self.is_surname_like(i));
        if opens && pair == 2 && (followed_by_call(self.low(at + 2)) || self.says_something(at + 2))
        {
            return pair;
        }
        match ask {
            Ask::Company if !self.is_capital(at) => self.after_company(at),
            Ask::Verb | Ask::First if !self.is_capital(at) && self.is_likely(at, pair) => pair,
            _ => 0,
        }
    }

    /// `Coffee with Ana Ruiz, florist`: what somebody is, and nobody else who was there.
    fn is_trade(&self, at: usize) -> bool {
        let follows = self.mentions.last().is_some_and(|m| m.at.end == at) && !self.joins(at - 1);
        follows && !self.is_capital(at) && trades::at(self.words, at).is_some()
    }

    /// `Chamber lunch May 2 h`: when it was. Whoever is called May is met `with` May.
    fn is_month(&self, at: usize) -> bool {
        at > 0
            && is_in(OCCASIONS, self.low(at - 1))
            && dates::is_month(self.low(at))
            && durations::at(self.words, at + 1).is_some()
    }

    /// `Referred Castle Motors to me`: what was passed on is a prospect, and a firm as soon as a person.
    fn is_passed_on(&self, at: usize, length: usize) -> bool {
        let passed = at > 0 && self.low(at - 1) == "referred";
        let to_me =
            self.low(at + length) == "to" && matches!(self.low(at + length + 1), "me" | "us");
        passed && to_me && !lists::is_given(self.low(at))
    }

    /// `Dunja, florist`, but not `Lovely evening`: every note begins with a capital.
    fn stands_alone(&self, at: usize, capitals: usize) -> bool {
        let ends = at + capitals;
        ends == self.words.len()
            || capitals >= 2
            || !self.joins(ends.saturating_sub(1))
            || lists::is_given(self.low(at))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::is_capital)
    }

    fn capitals(&self, at: usize) -> usize {
        let capital = |i: usize| self.is_capital(i);
        self.run(at, 4, &|i| capital(i) || (is_particle(self.low(i)) && capital(i + 1)))
    }

    /// Whether words after a verb that takes a person are a name: a first name many people bear, or
    /// first name and surname with an everyday word after them.
    fn is_likely(&self, at: usize, length: usize) -> bool {
        let ends = at + length;
        length > 0
            && (lists::is_given(self.low(at))
                || (length >= 2
                    && (ends == self.words.len()
                        || !self.joins(ends - 1)
                        || is_common(self.low(ends)))))
    }

    fn after_company(&self, at: usize) -> usize {
        let comma = at > 0 && !self.joins(at - 1);
        let listed = !self.joins(at) || self.low(at + 1) == "and";
        let first = |i| i == at && (!self.is_verb_like(i) || lists::is_given(self.low(i)));
        if comma && !listed {
            0
        } else {
            self.run(at, 2, &|i| first(i) || i > at && self.is_surname_like(i))
        }
    }

    /// Whether a lower-case word after a first name may be a surname: `bob wilson`, but not
    /// `bob discussing`, `bob cancelled` or `bob briefly`.
    fn is_surname_like(&self, at: usize) -> bool {
        let low = self.low(at);
        let verb = self.is_verb_like(at) && !lists::is_family(low);
        !matches!(low, "will" | "may" | "hope") && !verb
    }

    /// Whether a lower-case word has the form of what somebody did, does or how.
    fn is_verb_like(&self, at: usize) -> bool {
        let low = self.low(at);
        let form = ["ing", "ed", "ly"].iter().any(|end| low.ends_with(end));
        !self.is_capital(at) && low.len() > 4 && form
    }

    fn run(&self, at: usize, longest: usize, also: &dyn Fn(usize) -> bool) -> usize {
        let mut length = 0;
        while length < longest && self.is_name_like(at + length) && also(at + length) {
            length += 1;
            if !self.joins(at + length - 1) {
                break;
            }
        }
        length
    }

    /// Whether a verb that people are subjects of stands at `at`.
    pub(super) fn says_something(&self, at: usize) -> bool {
        let two =
            matches!((self.low(at), self.low(at + 1)), ("looks", "for" | "out") | ("works", "as"));
        self.joins(at.saturating_sub(1))
            && (two
                || matches!(
                    self.low(at),
                    "needs"
                        | "is"
                        | "wants"
                        | "promised"
                        | "will"
                        | "gave"
                        | "introduced"
                        | "referred"
                        | "recommended"
                        | "said"
                        | "offered"
                        | "agreed"
                        | "has"
                        | "was"
                        | "told"
                        | "sent"
                        | "passed"
                        | "asked"
                        | "helped"
                        | "would"
                        | "could"
                        | "offers"
                        | "seeks"
                ))
    }
}
