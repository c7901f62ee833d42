//! The way to a meeting: `30 min travel to Town Breakfast`, `an hour's drive each way`.

use super::durations;
use super::rooms::RoomMention;
use super::words::{Break, Word};
use std::ops::Range;

/// What names the way, and the verbs of it.
const WAYS: &str =
    "travel travelling traveling travelled drive driving drove journey commute commuting";

/// The way to a meeting, as a note tells of it.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// There and back, minutes, as far as the note tells.
    pub minutes: u32,
    /// The words that say so.
    pub at: Range<usize>,
    /// The room it led to, where it is named among these words.
    pub room: Option<usize>,
}

/// The first way that a note tells of.
pub(super) fn find(words: &[Word<'_>], rooms: &[RoomMention]) -> Option<Way> {
    (0..words.len()).find_map(|at| one(words, rooms, at))
}

fn one(words: &[Word<'_>], rooms: &[RoomMention], at: usize) -> Option<Way> {
    let is_way = |i: usize| WAYS.split_whitespace().any(|way| way == low(words, i));
    let joined = |i: usize| i > 0 && words.get(i - 1).is_some_and(|w| w.ends == Break::None);
    if let Some((minutes, length)) = durations::at(words, at) {
        let way = at + length + usize::from(matches!(low(words, at + length), "of" | "to"));
        let goes = low(words, way - 1) != "to" && joined(way) && is_way(way);
        return goes.then(|| ends(words, rooms, minutes, at..way + 1));
    }
    if !is_way(at) {
        return None;
    }
    // `Travel to Town Breakfast 30 min`, `drove 30 min to Town Breakfast`, `travel 30 min`.
    let to = room_at(words, rooms, at + 1);
    let from = to.as_ref().map_or(at + 1, |room| room.at.end);
    let from = from + usize::from(matches!(low(words, from), "took" | "was" | "for" | "about"));
    let (minutes, length) = durations::at(words, from)?;
    let way = ends(words, rooms, minutes, at..from + length);
    Some(Way { room: way.room.or(to.map(|room| room.room)), ..way })
}

/// What still belongs to it: `each way`, `there and back`, `to Town Breakfast`.
fn ends(words: &[Word<'_>], rooms: &[RoomMention], minutes: u32, at: Range<usize>) -> Way {
    let mut way = Way { minutes, at, room: None };
    loop {
        let next = way.at.end;
        let is = |phrase: &str| {
            phrase.split(' ').enumerate().all(|(i, word)| low(words, next + i) == word)
        };
        if is("each way") || is("both ways") {
            way.minutes = way.minutes.saturating_mul(2);
            way.at.end += 2;
        } else if is("there and back") {
            way.at.end += 3;
        } else if let Some(room) = room_at(words, rooms, next).filter(|_| way.room.is_none()) {
            way.room = Some(room.room);
            way.at.end = room.at.end;
        } else {
            return way;
        }
    }
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
