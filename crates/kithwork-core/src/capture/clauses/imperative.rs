//! What dictation leaves without a comma: `… a nice man send him the brochure`, `… for the lead must
//! send her a card`. An act towards somebody, said in the bare form of its verb with nobody before it
//! who could do it, is the owner's own.

use super::super::lexicon::is_doing;
use super::super::words::{Break, is_in};
use super::{About, Clause, Head, Scan};

/// Verbs whose bare form is hardly ever a noun.
const PLAIN: &[&str] = &["send", "forward", "introduce", "remind", "arrange", "ring"];

/// Words after which a bare verb belongs to somebody or something else than the speaker.
const LEADS: &str = "to will would can could should shall may might must do does did dont doesnt didnt \
    wont cant not never let lets help helped make made i we you he she it they who that which him her \
    them me us and or please is are was were be been being am a an the my his our their your this some \
    any no quick by on of for with had has have";

impl Scan<'_, '_> {
    /// A verb in its bare form that tells the owner what to do.
    pub(super) fn imperative(&self, at: usize) -> Option<Clause> {
        if !is_doing(self.low(at)) || self.mentions.iter().any(|m| m.at.contains(&at)) {
            return None;
        }
        let towards_somebody = self.is_somebody(at + 1);
        let acts = if at == 0 {
            self.mention(1).is_some() && (self.is_plain(at) || self.lies_ahead(at))
        } else {
            !self.is_led(at) && (self.is_plain(at) || towards_somebody)
        };
        let clause = Clause { head: Head::Mine, about: About::Them, lead: at..at, body: at..at };
        acts.then_some(clause)
    }

    /// Whether a phrase such as `must` opens a clause although nothing parts it from what stands before:
    /// it goes on with an act towards somebody, and nobody stands before it who could do that.
    pub(super) fn opens_unparted(&self, start: usize, verb: usize) -> bool {
        start > 0
            && !self.is_led(start)
            && !self.mentions.iter().any(|m| m.at.end == start)
            && is_doing(self.low(verb))
            && self.is_somebody(verb + 1)
    }

    fn is_plain(&self, at: usize) -> bool {
        PLAIN.contains(&self.low(at))
    }

    fn is_led(&self, at: usize) -> bool {
        let back = |n: usize| at.checked_sub(n).map_or("", |i| self.low(i));
        // `His clients send him work`: several of them are a subject of their own.
        let several = back(1).ends_with('s')
            && matches!(back(2), "his" | "her" | "their" | "my" | "our" | "the" | "most" | "some");
        several || is_in(LEADS, back(1))
    }

    /// Whether somebody stands at `at` to whom something is done, or a thing that is on its way to
    /// somebody: `get it to him`.
    fn is_somebody(&self, at: usize) -> bool {
        let on_its_way = self.low(at) == "it" && self.low(at + 1) == "to";
        on_its_way || self.mention(at).is_some() || matches!(self.low(at), "him" | "her" | "them")
    }

    /// Whether it names a day that can only be to come, before anything else is said.
    fn lies_ahead(&self, at: usize) -> bool {
        const AHEAD: [&str; 6] = ["tomorrow", "tomorow", "tommorow", "tmrw", "tomoz", "next"];
        let parted =
            |i: &usize| *i > at && self.words.get(i - 1).is_some_and(|w| w.ends != Break::None);
        (at..self.words.len())
            .take_while(|i| !parted(i))
            .any(|i| AHEAD.contains(&self.low(i)) || self.low(i) == "by")
    }
}
