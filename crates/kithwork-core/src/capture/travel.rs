//! The way to a meeting: `30 min travel to Town Breakfast`, `an hour's drive each way`.

use super::durations;
use super::rooms::RoomMention;
use super::words::{Break, Word, is_in};
use std::ops::Range;

/// What names the way, and the verbs of it.
const WAYS: &str =
    "travel travelling traveling travelled drive driving drove journey commute commuting";

/// What one goes by; it names the way only beside a length of time.
const VEHICLES: &str = "car train bus tram tube ferry";

/// What may stand between the way and how long it took.
const BETWEEN: &str = "time took was is of for about around roughly there another";

/// The way to a meeting, as a note tells of it.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// There and back, minutes, as far as the note tells.
    pub minutes: u32,
    /// The words that say so.
    pub at: Range<usize>,
    /// The room it led to, where it is named among these words.
    pub room: Option<usize>,
    /// Whether the meeting's length that the note tells has it in it.
    pub is_included: bool,
}

/// The ways that a note tells of.
pub(super) fn find(words: &[Word<'_>], rooms: &[RoomMention]) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let way = one(words, rooms, at);
        at = way.as_ref().map_or(at + 1, |way| way.at.end.max(at + 1));
        ways.extend(way);
    }
    ways
}

/// Whether a word names the way.
pub(super) fn is_way(low: &str) -> bool {
    is_in(WAYS, low)
}

fn one(words: &[Word<'_>], rooms: &[RoomMention], at: usize) -> Option<Way> {
    let goes_by = |i: usize| is_way(low(words, i)) || is_in(VEHICLES, low(words, i));
    let joined = |i: usize| i > 0 && words.get(i - 1).is_some_and(|w| w.ends == Break::None);
    if let Some((minutes, length)) = durations::at(words, at) {
        let end = at + length;
        // `40 min travel`, `an hour of driving`, `50 min on the train`; `40 min each way` says it alone.
        let led = (end..end + 2)
            .take_while(|&i| matches!(low(words, i), "of" | "by" | "on" | "in" | "the"))
            .count();
        let way = end + led;
        // `At the Chamber 2 h travel 40 min`: the other length is the way's.
        let named = joined(end) && joined(way) && goes_by(way) && took(words, way + 1).is_none();
        let way = ends(words, rooms, minutes, at..end + if named { led + 1 } else { 0 });
        return (named || (joined(end) && is_there_and_back(words, end))).then_some(way);
    }
    if !goes_by(at) {
        return None;
    }
    // `Travel to Town Breakfast 30 min`, `drove 30 min to Town Breakfast`, `travel time was 30 min`.
    let to = room_at(words, rooms, at + 1);
    let from = to.as_ref().map_or(at + 1, |room| room.at.end);
    let (minutes, end) = took(words, from)?;
    let way = ends(words, rooms, minutes, at..end);
    Some(Way { room: way.room.or(to.map(|room| room.room)), ..way })
}

/// How long it took, right behind the way, and where that ends.
fn took(words: &[Word<'_>], at: usize) -> Option<(u32, usize)> {
    let from = at + (at..at + 3).take_while(|&i| is_in(BETWEEN, low(words, i))).count();
    durations::at(words, from).map(|(minutes, length)| (minutes, from + length))
}

/// What still belongs to it: `each way`, `there and back`, `to Town Breakfast`; and what leads to it.
fn ends(words: &[Word<'_>], rooms: &[RoomMention], minutes: u32, at: Range<usize>) -> Way {
    let before = at.start.checked_sub(1).map_or("", |i| low(words, i));
    let is_included = matches!(before, "including" | "incl" | "inc" | "includes");
    let mut way = Way { minutes, at, room: None, is_included };
    loop {
        let next = way.at.end;
        if is(words, next, "each way") || is(words, next, "both ways") {
            way.minutes = way.minutes.saturating_mul(2);
            way.at.end += 2;
        } else if is(words, next, "there and back") {
            way.at.end += 3;
        } else if is(words, next, "travel") || is(words, next, "drive") {
            way.at.end += 1;
        } else if let Some(room) = room_at(words, rooms, next).filter(|_| way.room.is_none()) {
            way.room = Some(room.room);
            way.at.end = room.at.end;
        } else {
            return way;
        }
    }
}

fn is_there_and_back(words: &[Word<'_>], at: usize) -> bool {
    ["each way", "both ways", "there and back"].into_iter().any(|phrase| is(words, at, phrase))
}

fn is(words: &[Word<'_>], at: usize, phrase: &str) -> bool {
    phrase.split(' ').enumerate().all(|(i, word)| low(words, at + i) == word)
}

/// The room that `to`, `from` or `for` leads to at a word.
fn room_at(words: &[Word<'_>], rooms: &[RoomMention], at: usize) -> Option<RoomMention> {
    let to = at + usize::from(low(words, at) == "time");
    if !matches!(low(words, to), "to" | "from" | "for") {
        return None;
    }
    let named = to + 1 + usize::from(matches!(low(words, to + 1), "the" | "our"));
    rooms.iter().find(|room| room.at.start == named).cloned()
}

fn low<'w>(words: &'w [Word<'_>], at: usize) -> &'w str {
    words.get(at).map_or("", |word| word.low.as_str())
}
