//! What was given before whom it was given to: `sent the price list to Sarah`.

use super::super::lexicon::is_giving;
use super::super::words::{Break, is_in};
use super::{About, Clause, Head, Scan};

/// What a thing that is given begins with.
const LEADS: &str = "the a an my our some that this his her their";

/// Words that a thing takes at most.
const LONGEST: usize = 8;

impl Scan<'_, '_> {
    /// A thing that the owner gave, and to whom. `Tom sent the list to Sarah` is between those two.
    pub(super) fn handed(&self, at: usize) -> Option<Clause> {
        let opens = is_giving(self.low(at)) && is_in(LEADS, self.low(at + 1));
        if !opens || self.is_of_another(at) {
            return None;
        }
        let joined = |&i: &usize| self.words.get(i - 1).is_some_and(|w| w.ends == Break::None);
        let mut thing = (at + 2..at + 2 + LONGEST).take_while(joined);
        let to = thing.find(|&i| self.low(i) == "to")?;
        let about = match self.object(to + 1)? {
            (About::Person(who), _) => About::Person(who),
            _ => return None,
        };
        Some(Clause { head: Head::Gave, about, lead: at..at + 1, body: at + 1..at + 1 })
    }

    /// Whether somebody else stands before a verb as the one who did it.
    fn is_of_another(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let joined = self.words.get(before).is_some_and(|w| w.ends == Break::None);
        let named = self.mentions.iter().any(|m| m.at.contains(&before));
        joined
            && (named
                || matches!(
                    self.low(before),
                    "he" | "she" | "they" | "who" | "has" | "had" | "was"
                ))
    }
}
