//! Rooms, as plain words name them: those of the book, and new ones where a room must be meant.

mod unknown;

use super::words::Word;
use super::{NamedRoom, Said};
use crate::id::RoomId;
use std::ops::Range;

/// Where a text names a room.
#[derive(Clone, Debug)]
pub(super) struct RoomMention {
    /// The words that name it.
    pub at: Range<usize>,
    /// Which of the rooms found.
    pub room: usize,
}

/// The rooms a text names, each once, and where.
pub(super) fn find(words: &[Word<'_>], said: &Said<'_>) -> (Vec<NamedRoom>, Vec<RoomMention>) {
    let known: Vec<(RoomId, Vec<String>)> = said
        .rooms
        .iter()
        .map(|(id, name)| (*id, super::words::words(name).into_iter().map(|w| w.low).collect()))
        .collect();
    let (mut rooms, mut mentions) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < words.len() {
        let found = match best(words, at, &known, said) {
            Some((ids, length)) => Some((of_the_book(&ids, words, at..at + length, said), length)),
            None => unknown::at(words, at, said)
                .map(|(name, length)| (NamedRoom { id: None, name, could_be: Vec::new() }, length)),
        };
        let Some((room, length)) = found else {
            at += 1;
            continue;
        };
        let place = rooms.iter().position(|known| *known == room).unwrap_or_else(|| {
            rooms.push(room);
            rooms.len() - 1
        });
        mentions.push(RoomMention { at: at..at + length, room: place });
        at += length;
    }
    (rooms, mentions)
}

/// The place of the room at whose meeting something is said, added where the words don't name it.
pub(super) fn said_at(rooms: &mut Vec<NamedRoom>, said: &Said<'_>) -> Option<usize> {
    let at = said.at?.room;
    let (_, name) = said.rooms.iter().find(|(id, _)| *id == at)?;
    let known = rooms.iter().position(|room| room.id == Some(at));
    Some(known.unwrap_or_else(|| {
        rooms.push(NamedRoom { id: Some(at), name: name.clone(), could_be: Vec::new() });
        rooms.len() - 1
    }))
}

fn of_the_book(ids: &[RoomId], words: &[Word<'_>], at: Range<usize>, said: &Said<'_>) -> NamedRoom {
    let name_of = |id: RoomId| said.rooms.iter().find(|(of, _)| *of == id).map(|(_, n)| n.clone());
    match ids {
        [id] => NamedRoom {
            id: Some(*id),
            name: name_of(*id).unwrap_or_default(),
            could_be: Vec::new(),
        },
        several => {
            let written: Vec<String> =
                words.get(at).unwrap_or_default().iter().map(unknown::written).collect();
            NamedRoom { id: None, name: written.join(" "), could_be: several.to_vec() }
        }
    }
}

/// The longest stretch from `at` that names a room: two words of its name in their order, all of
/// its name, or one word that no everyday note would use.
fn best(
    words: &[Word<'_>],
    at: usize,
    known: &[(RoomId, Vec<String>)],
    said: &Said<'_>,
) -> Option<(Vec<RoomId>, usize)> {
    let mut fits: Vec<(RoomId, usize, bool)> = known
        .iter()
        .filter_map(|(id, name)| {
            let first = name.iter().position(|n| is_word(words, at, n))?;
            let length = name
                .get(first..)?
                .iter()
                .enumerate()
                .take_while(|(i, n)| is_word(words, at + i, n) || is_stem(words, at + i, n, *i))
                .count();
            let whole = length == name.len();
            if name.get(first + length).is_some_and(|next| is_telling(next))
                && unknown::is_of_another_branch(words, at..at + length, said)
            {
                return None;
            }
            // `Chamber lunch` is none of the `Chamber Breakfast`.
            let next = name.get(first + length).map(String::as_str);
            if next.is_some_and(unknown::is_occasion)
                && words.get(at + length).is_some_and(|word| unknown::is_occasion(&word.low))
            {
                return None;
            }
            let telling = name.get(first..first + length)?.iter().any(|n| is_telling(n));
            ((length >= 2 && telling) || whole || (telling && is_led(words, at..at + length, said)))
                .then_some((*id, length, whole))
        })
        .collect();
    let longest = fits.iter().map(|&(_, length, _)| length).max()?;
    fits.retain(|&(_, length, _)| length == longest);
    if fits.iter().any(|&(.., whole)| whole) {
        fits.retain(|&(.., whole)| whole);
    }
    Some((fits.into_iter().map(|(id, ..)| id).collect(), longest))
}

fn is_word(words: &[Word<'_>], at: usize, name: &str) -> bool {
    words.get(at).is_some_and(|w| super::spelling::is_near(&w.low, name))
}

/// A later word of a name that begins as it should: `tuesday fortnite`.
fn is_stem(words: &[Word<'_>], at: usize, name: &str, nth: usize) -> bool {
    nth > 0
        && words.get(at).is_some_and(|w| {
            let same = w.low.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
            same >= 5 && 2 * same >= name.chars().count()
        })
}

/// `At the Chapter`, `chamber lunch`, `bni this morning`, `through the Chapter`: what stands where a room is
/// named.
fn is_led(words: &[Word<'_>], name: Range<usize>, said: &Said<'_>) -> bool {
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let at = name.start;
    at.checked_sub(1).is_some_and(|before| low(before) == "from")
        || unknown::is_led(words, at)
        || unknown::is_source(words, at)
        || unknown::is_ending(low(at + 1))
        || unknown::gives(words, name.end)
        || (unknown::is_brand(low(at)) && unknown::opens(words, at, at + 1, said))
}

fn is_telling(name: &str) -> bool {
    (name.chars().count() >= 4 || unknown::is_brand(name))
        && super::dates::weekday_of(name).is_none()
        && !matches!(
            name,
            "the"
                | "and"
                | "club"
                | "group"
                | "network"
                | "networking"
                | "business"
                | "breakfast"
                | "lunch"
                | "meeting"
                | "evening"
                | "local"
                | "women"
                | "online"
                | "first"
                | "coffee"
                | "city"
                | "town"
                | "connect"
                | "open"
        )
}
