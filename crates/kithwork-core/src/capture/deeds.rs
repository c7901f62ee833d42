//! What the owner did by themselves, as parts of a note: preparation, and other ways of finding clients.

use super::alone::{Alone, Deed};
use super::reading::Reading;
use super::rooms::RoomMention;
use super::words::Word;
use super::{Part, Unclear, dates};
use jiff::civil::Date;
use std::ops::Range;

/// Time spent on other ways of finding clients, on the day that stands with it.
pub(super) fn channels(reading: &Reading<'_>) -> Vec<Part> {
    let spent = reading.alone.iter().enumerate().filter_map(|(nth, alone)| {
        let Deed::Channel(name) = alone.deed else { return None };
        let sentence = reading.sentence(alone.at.start);
        let others =
            reading.mentions.iter().any(|m| (sentence.start..alone.at.start).contains(&m.at.start));
        if others || !reading.is_encounter(alone.at.start) {
            return None;
        }
        let on = done_on(reading, nth).min(reading.today);
        Some(Part::Channel { name: name.to_owned(), on, minutes: alone.minutes })
    });
    spent.collect()
}

/// Preparation is of the meeting or of the conversation that the words around it tell of, where that is one.
pub(super) fn prepare(reading: &mut Reading<'_>, within: &Range<usize>, parts: &mut [Part]) {
    let mut told = parts.iter_mut().filter_map(|part| match part {
        Part::Meeting { prep, .. } => Some(prep),
        Part::Conversation(spoke) => Some(&mut spoke.prep),
        _ => None,
    });
    let (Some(prep), None) = (told.next(), told.next()) else { return };
    let open = |alone: &&mut Alone| alone.deed == Deed::Preparing && !alone.is_placed;
    for alone in reading.alone.iter_mut().filter(open).filter(|a| within.contains(&a.at.start)) {
        *prep = Some(prep.unwrap_or(0).saturating_add(alone.minutes));
        alone.is_placed = true;
    }
}

/// Preparation of the owner's minute that stands with no meeting is for the next one.
pub(super) fn preparations(reading: &mut Reading<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for nth in 0..reading.alone.len() {
        let Some(part) = preparation(reading, nth) else { continue };
        parts.push(part);
        if let Some(alone) = reading.alone.get_mut(nth) {
            alone.is_placed = true;
        }
    }
    parts
}

/// What was prepared with no meeting told of, where its sentence says that it was for one.
fn preparation(reading: &Reading<'_>, nth: usize) -> Option<Part> {
    let is_open = |alone: &&Alone| alone.deed == Deed::Preparing && !alone.is_placed;
    let alone = reading.alone.get(nth).filter(is_open)?;
    let sentence = reading.sentence(alone.at.start);
    let room = reading.rooms.iter().find(|r| sentence.contains(&r.at.start));
    let own = |i: usize| matches!(reading.low(i), "my" | "our" | "the");
    let is_minute = |i: usize| {
        matches!(reading.low(i), "minute" | "pitch") && i.checked_sub(1).is_some_and(own)
    };
    // `My minute for Early Birds`, whom nobody knows: it is for none of the others.
    let is_for_another = || room.is_none() && sentence.clone().any(|i| leads_to_a_name(reading, i));
    let is_of_a_meeting = room.is_some_and(|room| is_prepared_for(reading, room))
        || sentence.clone().any(is_minute) && !is_for_another();
    is_of_a_meeting.then(|| {
        let on = done_on(reading, nth).min(reading.today);
        let meets_on = sentence.clone().find_map(|i| meets_on(reading, i)).filter(|day| *day >= on);
        let (room, minutes) = (room.map(|room| room.room), alone.minutes);
        Part::Preparation { room, meets_on, on, minutes }
    })
}

/// `My minute for Thursday`: the day of the meeting it is for.
fn meets_on(reading: &Reading<'_>, at: usize) -> Option<Date> {
    let day = dates::at(&reading.words, at, reading.today, dates::Sense::Due);
    day.filter(|_| reading.low(at) == "for").map(|(day, _)| day)
}

/// `Prepared 30 minutes for BNI Kendal`: a room that words of preparation lead to.
pub(super) fn is_prepared_for(reading: &Reading<'_>, room: &RoomMention) -> bool {
    let back = |n: usize| room.at.start.checked_sub(n).map_or("", |i| reading.low(i));
    let article = usize::from(matches!(back(1), "the" | "our"));
    let Some(lead) = room.at.start.checked_sub(1 + article) else { return false };
    // `Preparing my minute for BNI Kendal`.
    let is_minute = matches!(back(2 + article), "minute" | "pitch");
    let own = usize::from(matches!(back(3 + article), "my" | "our" | "the"));
    let behind = lead - if is_minute { 1 + own } else { 0 };
    let prepares = |alone: &Alone| {
        alone.deed == Deed::Preparing && (alone.at.contains(&lead) || alone.at.end == behind)
    };
    back(1 + article) == "for" && reading.alone.iter().any(prepares)
}

/// Whether word `at` leads to what bears a name: `for Early Birds`, and not `for Friday`.
fn leads_to_a_name(reading: &Reading<'_>, at: usize) -> bool {
    let is_name = reading.words.get(at + 1).is_some_and(Word::is_capital);
    reading.low(at) == "for" && is_name && !reading.names_a_day(at + 1)
}

/// The day of something done alone: that which stands with it, else one of its sentence.
fn done_on(reading: &Reading<'_>, nth: usize) -> Date {
    let Some(alone) = reading.alone.get(nth) else { return reading.on };
    let sentence = reading.sentence(alone.at.start);
    let until = reading.alone.get(nth + 1).map_or(sentence.end, |next| next.at.start);
    let at = |i: usize| dates::at(&reading.words, i, reading.today, dates::Sense::Past);
    let day = |words: Range<usize>| words.into_iter().find_map(at).map(|(on, _)| on);
    let named = day(alone.at.start..until.min(sentence.end)).or_else(|| day(sentence));
    named.unwrap_or(reading.on)
}

/// Preparation that stands with nothing it was for: the words stay.
pub(super) fn no_place(reading: &mut Reading<'_>) {
    let prepared = reading.alone.iter().filter(|a| a.deed == Deed::Preparing && !a.is_placed);
    let words: Vec<String> = prepared.map(|alone| reading.raw(alone.at.clone())).collect();
    reading.unclear.extend(words.into_iter().map(|words| Unclear::NoPlace { words }));
}
