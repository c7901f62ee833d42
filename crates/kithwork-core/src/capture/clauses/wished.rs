//! Whether a wish to be in touch again is one: `a follow-up` is a thing, and `follow-up with Tom yesterday` has been.

use super::super::words::{Break, Word, is_in};
use super::super::{dates, durations};
use super::Scan;
use dates::Sense;
use std::ops::Range;

impl Scan<'_, '_> {
    /// Whether the words of a wish stand for one.
    pub(super) fn is_wished(&self, lead: Range<usize>) -> bool {
        let is_ahead = |i: usize| {
            matches!(self.low(i), "should" | "must" | "need" | "will" | "have")
                || self.low(lead.start) == "to"
        };
        !self.is_a_thing(lead.start) && (lead.clone().any(is_ahead) || !self.has_been(lead.end))
    }

    /// `A call back`, `my follow-up`, `on follow-up emails`.
    fn is_a_thing(&self, start: usize) -> bool {
        let before = start.checked_sub(1).map_or("", |i| self.low(i));
        let is_led = matches!(
            before,
            "a" | "an" | "the" | "my" | "our" | "had" | "quick" | "on" | "of" | "some" | "doing"
        );
        let several = matches!(self.low(start + 1), "emails" | "calls" | "messages" | "letters");
        is_led || several && matches!(self.low(start), "follow-up" | "followup")
    }

    /// Whether an act is the one that was promised: `promised to chase Tom for the invoice`.
    pub(super) fn is_part_of_a_deed(&self, start: usize) -> bool {
        matches!(self.low(start), "chase" | "call" | "ring" | "get")
    }

    /// Whether a day that has gone by stands behind it, or a length with no day to come.
    fn has_been(&self, from: usize) -> bool {
        let ends = |i: usize| {
            let stop = match self.words.get(i).map(|w| w.ends) {
                Some(Break::None) => false,
                Some(Break::Comma) => !self.is_timed(i + 1),
                _ => true,
            };
            stop && i + 1 > from
        };
        let last = (from.saturating_sub(1)..self.words.len()).find(|&i| ends(i));
        let behind = from..last.map_or(self.words.len(), |last| last + 1);
        let is_gone = |i: usize| self.is_gone(i);
        let is_to_come = |i: usize| {
            let due = dates::at(self.words, i, self.today, Sense::Due);
            due.is_some_and(|(day, _)| day >= self.today)
        };
        let is_long = |i: usize| {
            let led = i.checked_sub(1).map_or("", |before| self.low(before));
            durations::length(self.words, i).is_some()
                && !matches!(led, "in" | "within" | "every" | "a" | "half" | "the" | "his" | "her")
        };
        behind.clone().any(is_gone)
            || behind.clone().any(is_long) && !behind.clone().any(is_to_come)
    }

    fn is_timed(&self, at: usize) -> bool {
        durations::at(self.words, at).is_some() || self.is_gone(at)
    }

    /// Whether a day stands at a word that has gone by, whichever way it points. `About yesterday` and `after
    /// Monday's lunch` name what is followed up.
    fn is_gone(&self, at: usize) -> bool {
        let day = |sense| dates::at(self.words, at, self.today, sense).map(|(day, _)| day);
        let beside = "about after since from before of";
        let before = at.checked_sub(1).map_or("", |i| self.low(i));
        let is_beside = is_in(beside, before) || is_in(beside, self.low(at));
        let owns = (at..at + 2).any(|i| self.words.get(i).is_some_and(Word::is_possessive));
        !is_beside
            && !owns
            && day(Sense::Past).is_some_and(|day| day < self.today)
            && day(Sense::Due).is_none_or(|day| day < self.today)
    }
}
