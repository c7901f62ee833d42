//! Where a clause ends.

use super::super::words::{Bracket, Break, Word, is_in};
use super::super::{durations, energy, kinds};
use super::{Head, Scan};
use std::ops::Range;

/// What is said of one who does, did, is or has something.
const DONE: &str = "is was has had will can could would may might said does did knows needs wants looks seeks offers sells makes \
    runs owns works gave sent told asked promised met lives likes builds designs prints writes teaches trains moved \
    provides supplies helps helped introduced recommended brings came";

impl Scan<'_, '_> {
    /// Where a body ends: at the end of its sentence or of the brackets around it, or before what opens something
    /// else.
    pub(super) fn body_end(&self, head: Head, start: usize, next: usize) -> usize {
        let mut end = start;
        while end < next && !self.stops(head, &(start..end)) {
            end += 1;
        }
        while end > start && self.is_joint(end - 1) {
            end -= 1;
        }
        end
    }

    /// Whether nothing more belongs to these words.
    fn stops(&self, head: Head, body: &Range<usize>) -> bool {
        let Some(last) = body.clone().next_back().and_then(|i| self.words.get(i)) else {
            return false;
        };
        match last.ends {
            Break::None => false,
            Break::Sentence => true,
            Break::Comma => {
                let at = body.end;
                kinds::at(self.words, at).is_some()
                    || durations::at(self.words, at).is_some()
                    || energy::at(self.words, at).is_some()
                    || self.closes(body)
                    || matches!(head, Head::Need | Head::Offer)
                        && (self.is_at_a_room(at) || self.is_of_somebody_else(at))
            }
        }
    }

    /// Whether the brackets close that opened before these words.
    fn closes(&self, body: &Range<usize>) -> bool {
        let follows =
            |i: usize, bracket| self.words.get(i).is_some_and(|w| w.bracket == Some(bracket));
        let last = body.end - 1;
        let is_opened = || (body.start.saturating_sub(1)..last).any(|i| follows(i, Bracket::Opens));
        follows(last, Bracket::Closes) && !is_opened()
    }

    /// `At the Chamber Lunch`: where one met.
    fn is_at_a_room(&self, at: usize) -> bool {
        let article = usize::from(matches!(self.low(at + 1), "the" | "our" | "my"));
        self.low(at) == "at" && self.rooms.iter().any(|room| room.at.start == at + 1 + article)
    }

    /// `Gus sells vans`, `she drives north`: somebody with a verb behind them.
    fn is_of_somebody_else(&self, at: usize) -> bool {
        if matches!(self.low(at), "i" | "we" | "he" | "she" | "they") {
            return true;
        }
        let is_name = |i: usize| self.words.get(i).is_some_and(Word::is_capital);
        let joined = |i: usize| self.words.get(i).is_some_and(|w| w.ends == Break::None);
        let named = match self.mention(at) {
            Some(mention) if mention.owns => 0,
            Some(mention) => mention.at.len(),
            None => (at..at + 2).take_while(|&i| is_name(i)).count(),
        };
        named > 0 && joined(at + named - 1) && is_in(DONE, self.low(at + named))
    }

    fn is_joint(&self, at: usize) -> bool {
        let is_as_well = self.low(at) == "well" && at > 0 && self.low(at - 1) == "as";
        is_as_well
            || matches!(
                self.low(at),
                "and"
                    | "as"
                    | "then"
                    | "also"
                    | "but"
                    | "so"
                    | "plus"
                    | "too"
                    | "i"
                    | "we"
                    | "she"
                    | "he"
                    | "they"
                    | "to"
            )
    }
}
