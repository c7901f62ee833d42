//! Rooms of the book, as plain words name them.

use super::Said;
use super::words::Word;
use crate::id::RoomId;
use std::ops::Range;

/// Where a text names a room.
#[derive(Clone, Debug)]
pub(super) struct RoomMention {
    /// The words that name it.
    pub at: Range<usize>,
    /// Which rooms it could be; one, unless several fit equally.
    pub rooms: Vec<RoomId>,
}

/// The rooms a text names, in the order of their words.
pub(super) fn find(words: &[Word<'_>], said: &Said<'_>) -> Vec<RoomMention> {
    let known: Vec<(RoomId, Vec<String>)> = said
        .rooms
        .iter()
        .map(|(id, name)| (*id, super::words::words(name).into_iter().map(|w| w.low).collect()))
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match best(words, at, &known) {
            Some((rooms, length)) => {
                found.push(RoomMention { at: at..at + length, rooms });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The longest stretch from `at` that names a room: two words of its name in their order, all of
/// its name, or one word that no everyday note would use.
fn best(
    words: &[Word<'_>],
    at: usize,
    known: &[(RoomId, Vec<String>)],
) -> Option<(Vec<RoomId>, usize)> {
    let fits: Vec<(RoomId, usize)> = known
        .iter()
        .filter_map(|(id, name)| {
            let first = name.iter().position(|n| is_word(words, at, n))?;
            let length = name
                .get(first..)?
                .iter()
                .enumerate()
                .take_while(|(i, n)| is_word(words, at + i, n))
                .count();
            let whole = length == name.len();
            let telling = name.get(first..first + length)?.iter().any(|n| is_telling(n));
            ((length >= 2 && telling) || whole || (telling && is_led(words, at)))
                .then_some((*id, length))
        })
        .collect();
    let longest = fits.iter().map(|&(_, length)| length).max()?;
    let rooms = fits.into_iter().filter(|&(_, length)| length == longest).map(|(id, _)| id);
    Some((rooms.collect(), longest))
}

fn is_word(words: &[Word<'_>], at: usize, name: &str) -> bool {
    words.get(at).is_some_and(|w| super::spelling::is_near(&w.low, name))
}

/// `At the Chapter`, `chamber lunch`: what stands where a room is named.
fn is_led(words: &[Word<'_>], at: usize) -> bool {
    let low = |i: Option<usize>| i.and_then(|i| words.get(i)).map_or("", |w| w.low.as_str());
    let before = low(at.checked_sub(1));
    let led =
        matches!(before, "at" | "from") || (before == "the" && low(at.checked_sub(2)) == "at");
    let followed = matches!(
        low(Some(at + 1)),
        "meeting" | "lunch" | "breakfast" | "event" | "drinks" | "social" | "evening"
    );
    led || followed
}

fn is_telling(name: &str) -> bool {
    name.chars().count() >= 4
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
