//! What is written at a meeting and tells of something else: `coffee with Anna yesterday`, `met Hannah
//! at the Chamber Lunch`. The words count for more than the meeting that was chosen for them.

use super::dates::{self, Sense};
use super::reading::Reading;
use super::words::{Break, is_in};
use super::{Gathering, counted, durations, kinds};
use std::ops::Range;

/// Words of company that is as well had at a meeting.
const AT_A_MEETING: &str = "met saw spoke talked chatted chat sat bumped ran caught catch catchup \
    catch-up face f2f popped";

/// Kinds that are things too, and count only with somebody they are had with.
const THINGS: &str =
    "card letter text video party message email e-mail call dm drinks drink voicemail";

/// The words that tell of something apart from the meeting a note is taken at: all of them where there
/// is no meeting.
pub(super) fn of(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let Some((meeting, room)) = reading.at else {
        return std::iter::once(0..reading.words.len()).collect();
    };
    let look = Look { reading, meeting, room };
    let mut apart: Vec<Range<usize>> = Vec::new();
    for segment in segments(reading) {
        let goes_on = apart.last().is_some_and(|before| look.goes_on(before, &segment));
        if goes_on || look.is_apart(&segment) {
            apart.push(segment);
        }
    }
    apart
}

/// Whether nothing of a note is of the meeting it was taken at.
pub(super) fn is_all(reading: &Reading<'_>) -> bool {
    let is_told = |at: usize| !reading.clauses.iter().any(|c| c.body.contains(&at));
    let mut met = reading.mentions.iter().filter(|m| is_told(m.at.start));
    let of_it = |at: usize| {
        let named = reading.rooms.iter().any(|r| r.at.start == at);
        reading.is_of_an_encounter(at)
            && !reading.is_apart(at)
            && (named || durations::at(&reading.words, at).is_some())
    };
    !reading.apart.is_empty()
        && met.all(|m| reading.is_apart(m.at.start))
        && !(0..reading.words.len()).any(of_it)
}

/// The sentences of a note; a comma before a kind of conversation parts one too.
pub(super) fn segments(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let (mut all, mut start) = (Vec::new(), 0);
    for (at, word) in reading.words.iter().enumerate() {
        let kind = kinds::at(&reading.words, at + 1);
        let parts = match word.ends {
            Break::Sentence => true,
            Break::Comma => kind.is_some(),
            Break::None => false,
        };
        if parts {
            all.push(start..at + 1);
            start = at + 1;
        }
    }
    all.push(start..reading.words.len());
    all
}

struct Look<'r, 't> {
    reading: &'r Reading<'t>,
    meeting: Gathering,
    /// The place of its room among those named.
    room: usize,
}

impl Look<'_, '_> {
    fn is_apart(&self, segment: &Range<usize>) -> bool {
        let own_kind = || segment.clone().any(|at| self.is_of_its_own(at));
        let there = self.names_the_meeting(segment);
        let told = (!there && own_kind()) || self.is_of_another_day(segment);
        (self.names_somebody(segment) && (told || self.is_elsewhere(segment)))
            || self.is_another_meeting(segment)
    }

    /// `Went to Rotary on Tuesday, met Priya`: whom one met at another meeting, told in one sentence with it.
    fn goes_on(&self, before: &Range<usize>, segment: &Range<usize>) -> bool {
        let is_met = is_in(AT_A_MEETING, self.reading.low(segment.start));
        let comma = before.end == segment.start
            && self.reading.words.get(before.end - 1).is_some_and(|w| w.ends == Break::Comma);
        comma && is_met && self.is_another_meeting(before)
    }

    /// Whether it tells of a meeting of its own: of several, or of one with its day or its length and
    /// another group or another day. Whom the owner talked to there may be named behind it.
    fn is_another_meeting(&self, segment: &Range<usize>) -> bool {
        let somebody = |at: usize| {
            self.reading.mentions.iter().any(|m| m.at.contains(&at))
                || is_pronoun(self.reading.low(at))
        };
        let before = |at: usize| (segment.start..at).any(somebody);
        let free = |&at: &usize| self.reading.is_of_an_encounter(at) && self.is_free(at);
        let several = |at: usize| counted::at(&self.reading.words, at).is_some() && !before(at);
        if segment.clone().filter(free).any(several) {
            return true;
        }
        let day = |at: usize, from| {
            dates::at(&self.reading.words, at, from, Sense::Past).map(|(day, _)| day)
        };
        let days = segment.clone().filter(free).filter(|&at| !self.is_due(at)).filter_map(|at| {
            let of_this = day(at, self.meeting.on) == Some(self.meeting.on);
            Some((day(at, self.reading.today)?, of_this))
        });
        let days: Vec<_> = days.collect();
        let other_day = days.iter().any(|(day, of_this)| !of_this && *day != self.meeting.on);
        let timed =
            segment.clone().filter(free).any(|at| durations::at(&self.reading.words, at).is_some());
        let on_the_way = self.reading.ways.iter().any(|way| segment.contains(&way.at.start));
        self.reading.rooms.iter().any(|r| {
            let told = segment.contains(&r.at.start) && self.reading.is_of_an_encounter(r.at.start);
            let other_room = self.is_other(r.room) && (!days.is_empty() || timed || on_the_way);
            told && !self.is_beside(r.at.start) && !before(r.at.start) && (other_room || other_day)
        })
    }

    /// Whether a room is not the one that meets.
    fn is_other(&self, room: usize) -> bool {
        let named = self.reading.named_rooms.get(room);
        room != self.room && named.is_some_and(|named| !named.could_be.contains(&self.meeting.room))
    }

    /// A word of the encounter that names nobody and no room.
    fn is_free(&self, at: usize) -> bool {
        self.reading.is_encounter(at)
            && !self.reading.mentions.iter().any(|m| m.at.contains(&at))
            && !self.reading.rooms.iter().any(|r| r.at.contains(&at))
    }

    /// Whether it says whom it is about: by name, or by a word for whoever was named before.
    fn names_somebody(&self, segment: &Range<usize>) -> bool {
        let body = |at: usize| self.reading.clauses.iter().any(|c| c.body.contains(&at));
        let mut named = self.reading.mentions.iter().map(|m| m.at.start).filter(|&at| !body(at));
        let before = self.reading.mentions.iter().any(|m| m.at.start < segment.start);
        named.any(|at| segment.contains(&at))
            || (before && segment.clone().any(|at| is_pronoun(self.reading.low(at))))
    }

    /// Whether a kind of conversation stands at a word that is had apart from any meeting, with somebody.
    fn is_of_its_own(&self, at: usize) -> bool {
        let Some((_, length)) = kinds::at(&self.reading.words, at).filter(|_| self.is_free(at))
        else {
            return false;
        };
        let low = self.reading.low(at);
        // `Breakfast with Tom` at the Town Breakfast is the meeting.
        let room = self.reading.named_rooms.get(self.room).map(|room| room.name.to_lowercase());
        let is_the_meeting = room.is_some_and(|name| is_in(&name, low));
        let over = at > 0 && self.reading.low(at - 1) == "over";
        if is_in(AT_A_MEETING, low) || is_the_meeting || over {
            return false;
        }
        self.has_company(at + length)
            || (!is_in(THINGS, low) && self.ends_what_somebody_did(at, length))
    }

    /// `With Dora`, `60 min with Dora`, `Dora`, `him`: whom it was had with.
    fn has_company(&self, from: usize) -> bool {
        let named = |at: usize| self.reading.mentions.iter().any(|m| m.at.start == at);
        let with = (from..from + 4)
            .take_while(|&at| {
                at == from || self.reading.words.get(at - 1).is_some_and(|w| w.ends == Break::None)
            })
            .find(|&at| self.reading.low(at) == "with");
        with.is_some_and(|at| {
            named(at + 1) || self.reading.low(at + 1) == "a" || is_pronoun(self.reading.low(at + 1))
        }) || named(from)
            || matches!(self.reading.low(from), "him" | "her" | "them")
    }

    /// `Dora Lane 121 on friday`, `Tom rang`: the name stands before it and nothing goes on behind.
    fn ends_what_somebody_did(&self, at: usize, length: usize) -> bool {
        let next = at + length;
        let last = self.reading.words.get(next - 1).is_none_or(|w| w.ends != Break::None);
        let ends = last
            || next >= self.reading.words.len()
            || self.reading.names_a_day(next)
            || durations::at(&self.reading.words, next).is_some();
        ends && self.reading.mentions.iter().any(|m| m.at.end == at)
    }

    /// Whether the meeting itself is named, not only a day by it: `after the Town Breakfast`.
    fn names_the_meeting(&self, segment: &Range<usize>) -> bool {
        self.reading.rooms.iter().any(|r| {
            r.room == self.room && segment.contains(&r.at.start) && !self.is_beside(r.at.start)
        })
    }

    fn is_beside(&self, at: usize) -> bool {
        let back = |n: usize| at.checked_sub(n).map_or("", |i| self.reading.low(i));
        let word = if matches!(back(1), "the" | "our") { back(2) } else { back(1) };
        matches!(word, "after" | "before" | "from" | "about" | "since")
    }

    /// Whether it tells of a day gone by that is not the meeting's, seen from today and from then.
    fn is_of_another_day(&self, segment: &Range<usize>) -> bool {
        let spoke = || {
            segment
                .clone()
                .any(|at| self.is_free(at) && kinds::at(&self.reading.words, at).is_some())
        };
        segment.clone().filter(|&at| self.is_free(at)).any(|at| {
            let seen = |from| dates::at(&self.reading.words, at, from, Sense::Past);
            let Some((day, length)) = seen(self.reading.today) else { return false };
            let then = seen(self.meeting.on).map(|(day, _)| day);
            let gone = day < self.reading.today && day != self.meeting.on;
            gone && then != Some(self.meeting.on)
                && !self.is_due(at)
                && (self.is_plainly_past(at, length) || spoke())
        })
    }

    fn is_due(&self, at: usize) -> bool {
        let is_led =
            |i: usize| matches!(self.reading.low(i), "by" | "before" | "until" | "till" | "due");
        is_led(at) || at.checked_sub(1).is_some_and(is_led)
    }

    fn is_plainly_past(&self, at: usize, length: usize) -> bool {
        (at..at + length).any(|i| {
            let low = self.reading.low(i);
            low.starts_with("yest") || matches!(low, "ago" | "last" | "yday")
        })
    }

    /// Whether somebody was met at another room.
    fn is_elsewhere(&self, segment: &Range<usize>) -> bool {
        let met = segment
            .clone()
            .any(|at| self.is_free(at) && kinds::at(&self.reading.words, at).is_some());
        let to_come = segment.clone().any(|at| {
            dates::at(&self.reading.words, at, self.reading.today, Sense::Past)
                .is_some_and(|(day, _)| day > self.reading.today)
        });
        met && !to_come
            && self.reading.rooms.iter().any(|r| {
                let told = segment.contains(&r.at.start) && self.reading.is_encounter(r.at.start);
                self.is_other(r.room) && told && self.is_at(r.at.start)
            })
    }

    fn is_at(&self, at: usize) -> bool {
        let back = |n: usize| at.checked_sub(n).map_or("", |i| self.reading.low(i));
        let skip = usize::from(matches!(back(1), "the" | "our" | "a"));
        matches!(back(1 + skip), "at" | "attended")
            || (back(1 + skip) == "to" && matches!(back(2 + skip), "went" | "been"))
    }
}

fn is_pronoun(low: &str) -> bool {
    matches!(low, "him" | "her" | "them" | "he" | "she" | "they")
}
