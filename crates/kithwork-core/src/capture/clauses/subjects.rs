//! Who a verb is said of.

use super::super::brackets;
use super::super::help::is_lead;
use super::super::wants;
use super::super::words::{Break, is_in};
use super::{About, Clause, Head, Scan, Subject};

impl Scan<'_, '_> {
    pub(super) fn subject(&self, at: usize) -> (Subject, usize) {
        if let Some(mention) = self.mention(at) {
            let last = self.words.get(mention.at.end - 1);
            return match last.map(|w| w.ends) {
                Some(Break::None) => (Subject::Other(About::Person(mention.who)), mention.at.len()),
                _ => (Subject::Unsaid, 0),
            };
        }
        if let Some(firm) = self.firms.iter().find(|firm| firm.start == at) {
            return match self.words.get(firm.end - 1).map(|w| w.ends) {
                Some(Break::None) => (Subject::Other(About::OfFirm), firm.len()),
                _ => (Subject::Unsaid, 0),
            };
        }
        match self.low(at) {
            "i" | "we" => (Subject::Me, 1),
            "who" if !wants::is_plural(self.low(at + 1)) => {
                let before = self.mentions.iter().find(|m| m.at.end == at);
                let about = before.map_or(About::Them, |m| About::Person(m.who));
                (Subject::Other(about), 1)
            }
            "both" if wants::is_plural(self.low(at + 1)) => (Subject::Other(About::Them), 1),
            "he" | "she" | "they" | "who" | "her" | "his" => (Subject::Other(About::Them), 1),
            _ => (Subject::Unsaid, 0),
        }
    }

    /// `Ed King (needs flowers)`, `Sol Quinn (surveyor) needs`: the brackets, and what goes on behind them, speak
    /// of whoever is named before.
    pub(super) fn bracketed(&self, at: usize) -> Option<Clause> {
        let around = self.mentions.iter().find_map(|m| {
            let inside = brackets::from(self.words, m.at.end)?;
            (inside.contains(&at) || inside.end == at).then_some((m.who, inside))
        });
        let (who, inside) = around?;
        let clause = self.verb(at, at, Subject::Other(About::Person(who)))?;
        let is_told = if inside.contains(&at) {
            matches!(clause.head, Head::Need | Head::Offer)
        } else {
            brackets::goes_on_behind(self.words, &inside)
        };
        is_told.then_some(clause)
    }

    /// `Needs a web designer, offers bookkeeping`: what is said of the same one, without naming them again.
    pub(super) fn goes_on(&self, at: usize, last: Option<&Clause>) -> Option<Clause> {
        let last = last.filter(|last| last.head == Head::Need && last.lead.end < at)?;
        let before = self.words.get(at.checked_sub(1)?)?;
        let is_parted = before.ends == Break::Comma || before.low == "and";
        let is_one = |i: usize| self.words.get(i).is_some_and(|w| w.ends != Break::Sentence);
        let is_free = is_parted
            && is_in("offers can is", self.low(at))
            && (last.lead.end..at).all(is_one)
            && self.words.get(at).is_some_and(|w| w.ends == Break::None)
            && !is_in("and or", self.low(at + 1));
        let clause = is_free.then(|| self.verb(at, at, Subject::Other(last.about)))?;
        clause.filter(|clause| clause.head == Head::Offer)
    }

    /// `Passed me a lead: Brick & Co need accounts`: what the firm that was passed on needs is of the lead, and
    /// nobody's need.
    pub(super) fn is_of_a_lead(&self, clause: &Clause, last: &Clause) -> bool {
        let at = clause.lead.start;
        let firm = self.firms.iter().find(|firm| firm.start == at || firm.end == at);
        let Some(before) = firm.and_then(|firm| firm.start.checked_sub(1)) else { return false };
        let is_parted = self.words.get(before).is_some_and(|w| w.ends == Break::Comma);
        let is_passed = matches!(last.head, Head::Received | Head::Gave) && last.lead.end <= before;
        let is_one = firm.is_some_and(|firm| {
            self.words.get(firm.end - 1).is_some_and(|w| w.ends == Break::None)
        });
        is_one && is_parted && is_passed && is_lead(self.low(before))
    }
}
