//! What a word says to whoever walks through a note for its meetings.

use super::{OCCASIONS, Walk};
use crate::capture::dates::{self, Sense};
use crate::capture::rooms::RoomMention;
use crate::capture::words::is_in;
use crate::capture::{costs, durations, kinds, months};
use crate::facts::ConversationKind;
use jiff::civil::Date;

/// Words between days that tell of nothing else.
const SMALL: &str = "on the and then also again plus at for each same both too a in this last next from to till of with it was took";
/// Days that name no day.
const VAGUE: [&str; 3] = ["this week", "last week", "next week"];

impl Walk<'_, '_> {
    /// Whether the words around a room say that the owner was there, and nobody else alone.
    pub(super) fn is_attended(&self, named: &RoomMention) -> bool {
        let before = named.at.start.checked_sub(1).map_or("", |i| self.low(i));
        let tells = |i: usize| {
            self.day_at(i).is_some()
                || durations::at(&self.reading.words, i).is_some()
                || is_in(OCCASIONS, self.low(i))
        };
        self.is_of_the_owner(named.at.start)
            && (matches!(before, "at" | "attended" | "the")
                || self.chunk.clone().any(tells)
                || self
                    .now()
                    .is_some_and(|now| now.on.is_some() && now.words.start >= self.chunk.start))
    }

    /// Whether nobody else is spoken of before a word of this chunk.
    pub(super) fn is_of_the_owner(&self, at: usize) -> bool {
        let others = |i: usize| {
            matches!(self.low(i), "he" | "she" | "they" | "who" | "his" | "her" | "their")
                || self.reading.mentions.iter().any(|m| m.at.contains(&i))
        };
        let with =
            |i: usize| (self.chunk.start..i).any(|j| matches!(self.low(j), "with" | "met" | "saw"));
        !(self.chunk.start..at).any(|i| others(i) && !with(i))
    }

    /// `After the Chamber`: it only dates something.
    pub(super) fn is_beside(&self, at: usize) -> bool {
        let back = |n: usize| at.checked_sub(n).map_or("", |i| self.low(i));
        let word = if matches!(back(1), "the" | "our") { back(2) } else { back(1) };
        matches!(
            word,
            "after"
                | "before"
                | "from"
                | "about"
                | "since"
                | "leaving"
                | "left"
                | "joining"
                | "joined"
        )
    }

    /// A day that no preposition makes a day something is due.
    pub(super) fn day_at(&self, at: usize) -> Option<(Date, usize)> {
        let reading = self.reading;
        let is_led =
            |i: usize| matches!(reading.low(i), "by" | "before" | "until" | "till" | "due");
        let due = is_led(at) || at.checked_sub(1).is_some_and(is_led);
        let free =
            |i: usize| reading.is_told(i) && !reading.rooms.iter().any(|r| r.at.contains(&i));
        let is_open = |i: usize| months::open_time(&reading.words, i).is_some();
        dates::at(&reading.words, at, reading.today, Sense::Past)
            .filter(|(_, length)| !due && (at..at + length).all(|i| free(i) && !is_open(i)))
    }

    pub(super) fn is_vague(&self, at: usize) -> bool {
        VAGUE
            .iter()
            .any(|phrase| phrase.split(' ').enumerate().all(|(i, word)| self.low(at + i) == word))
    }

    /// Whether a word of a list of days tells of nothing else.
    pub(super) fn is_small(&self, at: usize) -> bool {
        let within = |from: usize, length: usize| from <= at && at < from + length;
        let from = at.saturating_sub(5);
        is_in(SMALL, self.low(at))
            || self.reading.mentions.iter().any(|m| m.at.contains(&at))
            || self.reading.ways.iter().any(|way| way.at.contains(&at))
            || (from..=at).any(|i| {
                self.day_at(i).is_some_and(|(_, length)| within(i, length))
                    || durations::at(&self.reading.words, i)
                        .is_some_and(|(_, length)| within(i, length))
                    || costs::at(&self.reading.words, i).is_some_and(|(_, of)| of.contains(&at))
            })
    }

    /// Whether a talk with somebody stands at a word: `coffee with Tom`; whom one merely met was met at
    /// the meeting, unless another day is named.
    pub(super) fn is_talk(&self, at: usize) -> bool {
        let reading = self.reading;
        let Some((kind, length)) = kinds::at(&reading.words, at).filter(|_| reading.is_told(at))
        else {
            return false;
        };
        let named = |i: usize| reading.mentions.iter().any(|m| m.at.start == i);
        let next = at + length;
        let with = |i: usize| self.low(i) == "with" && named(i + 1);
        let company = with(next) || named(next) || (self.low(next - 1) == "with" && named(next));
        let is_dated = || self.chunk.clone().any(|i| self.day_at(i).is_some());
        let names_a_room = || reading.rooms.iter().any(|r| self.chunk.contains(&r.at.start));
        company && (kind != ConversationKind::Social || (is_dated() && !names_a_room()))
    }

    /// `Monday to Friday`.
    pub(super) fn is_until(&self, at: usize) -> bool {
        let back = |n: usize| at.checked_sub(n).map_or("", |i| self.low(i));
        matches!(back(1), "to" | "through" | "till" | "until")
            && dates::weekday_of(back(2)).is_some()
    }
}
