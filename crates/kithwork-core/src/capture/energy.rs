//! How something left the owner: `energy 4`, `my energy was 2 out of 5`.

use super::dates;
use super::rooms::RoomMention;
use super::words::{Break, Word, is_in};
use jiff::civil::Date;
use std::ops::Range;

/// What is told of the owner's energy, and where.
#[derive(Clone, Debug)]
pub(super) struct Felt {
    /// From 1 (drained) to 5 (full).
    pub score: u8,
    /// The words that say so.
    pub at: Range<usize>,
    /// The words behind a room that say the score: `was 2`; none where they stand together.
    pub behind: Range<usize>,
    /// The room these words lead to.
    pub room: Option<usize>,
}

impl Felt {
    /// Whether a word is one of those that say so.
    pub(super) fn holds(&self, at: usize) -> bool {
        self.at.contains(&at) || self.behind.contains(&at)
    }
}

/// All that a text tells of it.
pub(super) fn find(words: &[Word<'_>], rooms: &[RoomMention], today: Date) -> Vec<Felt> {
    let felt = |i: usize| {
        let plain = at(words, i).map(|(score, length)| {
            let room = room_at(words, rooms, i + length).map(|room| room.room);
            Felt { score, at: i..i + length, behind: 0..0, room }
        });
        plain.or_else(|| around_a_room(words, i, rooms, today))
    };
    let mut found: Vec<Felt> = Vec::new();
    for i in 0..words.len() {
        if words.get(i).is_some_and(|w| w.low == "energy" || is_owner(&w.low))
            && !found.last().is_some_and(|last| last.at.contains(&i))
        {
            found.extend(felt(i));
        }
    }
    found
}

/// `My energy at the Harbour Breakfast on 5 November was 2`: the meeting stands between.
fn around_a_room(
    words: &[Word<'_>],
    at: usize,
    rooms: &[RoomMention],
    today: Date,
) -> Option<Felt> {
    let lead = named_at(words, at)? + 1;
    let room = room_at(words, rooms, lead)?;
    let day = dates::at(words, room.at.end, today, dates::Sense::Past);
    let behind = room.at.end + day.map_or(0, |(_, length)| length);
    let from = past_the_verb(words, behind)?;
    let joined = |i: usize| words.get(i).is_some_and(|w| w.ends != Break::Sentence);
    let score = score(&words.get(from)?.low).filter(|_| (at..from).all(joined))?;
    let (at, behind) = (at..lead, behind..from + 1 + scale(words, from + 1));
    Some(Felt { score, at, behind, room: Some(room.room) })
}

/// `Energy at the Harbour Breakfast was high`: whether it is told of that room, in words and not as a score.
pub(super) fn is_in_words(words: &[Word<'_>], rooms: &[RoomMention], room: usize) -> bool {
    let of_it = |i: usize| named_at(words, i).and_then(|of_it| room_at(words, rooms, of_it + 1));
    (0..words.len()).filter_map(of_it).any(|led_to| led_to.room == room)
}

/// The room that `at` or `after` leads to at a word.
fn room_at<'r>(words: &[Word<'_>], rooms: &'r [RoomMention], at: usize) -> Option<&'r RoomMention> {
    let is = |i: usize, list| words.get(i).is_some_and(|w| is_in(list, &w.low));
    let article = usize::from(is(at + 1, "the our my"));
    let led = is(at, "at after from");
    rooms.iter().find(|room| led && room.at.start == at + 1 + article)
}

fn is_owner(low: &str) -> bool {
    matches!(low, "my" | "the")
}

/// Where the word `energy` stands, with whose it is before it.
fn named_at(words: &[Word<'_>], at: usize) -> Option<usize> {
    let of_it = at + usize::from(words.get(at).is_some_and(|w| is_owner(&w.low)));
    words.get(of_it).filter(|w| w.low == "energy" && w.ends != Break::Sentence).map(|_| of_it)
}

/// The first word from here on that may be a score.
fn past_the_verb(words: &[Word<'_>], from: usize) -> Option<usize> {
    let is_verb = |low: &str| is_in("was is level at after afterwards about", low);
    (from..words.len()).find(|&i| words.get(i).is_some_and(|w| !is_verb(&w.low)))
}

/// Energy from 1 (drained) to 5 (full) that is told from word `at`, and how many words tell it.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<(u8, usize)> {
    let from = past_the_verb(words, named_at(words, at)? + 1)?;
    let score = score(&words.get(from)?.low)?;
    Some((score, from + 1 + scale(words, from + 1) - at))
}

/// How many words say out of how many: `out of 5`.
fn scale(words: &[Word<'_>], at: usize) -> usize {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let whole = usize::from(low(at) == "of") + 2 * usize::from(low(at) == "out");
    if whole > 0 && low(at + whole) == "5" { whole + 1 } else { 0 }
}

/// `4`, `4/5` or `four`.
fn score(low: &str) -> Option<u8> {
    let number = low.strip_suffix("/5").unwrap_or(low);
    let spelt = ["one", "two", "three", "four", "five"].iter().position(|&word| word == number);
    let said = spelt.map(|place| place + 1).or_else(|| number.parse().ok())?;
    u8::try_from(said).ok().filter(|said| (1..=5).contains(said))
}

#[cfg(test)]
mod tests {
    #[test]
    fn energy_is_read_as_people_write_it() {
        for (text, told) in [
            ("energy 4", Some((4, 2))),
            ("Energy: 2", Some((2, 2))),
            ("my energy was five", Some((5, 4))),
            ("energy 3/5", Some((3, 2))),
            ("energy 3 out of 5", Some((3, 5))),
            ("energy 9", None),
            ("energy company", None),
            ("energy. 4 people came", None),
        ] {
            let words = super::super::words::words(text);
            assert_eq!(super::at(&words, 0), told, "{text}");
        }
    }
}
