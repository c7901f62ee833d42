//! What words that name nobody tell of the meeting they are written at: `2 h, £15`, `breakfast at the
//! Chamber today`.

use super::reading::Reading;
use super::{apart, costs, dates, durations};
use crate::money::Amount;
use std::ops::Range;

/// What is told of the meeting itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OfIt {
    /// Its length, minutes.
    pub minutes: Option<u32>,
    /// What it cost.
    pub cost: Option<Amount>,
    /// How it left the owner, 1 to 5.
    pub energy: Option<u8>,
    /// Whether any words are of the meeting.
    pub is_of_the_meeting: bool,
}

/// What a note tells of the meeting it is taken at. Words of a sentence in which somebody is named are
/// of them; a length by itself is the meeting's where nobody is named at all.
pub(super) fn told(reading: &Reading<'_>, room: usize, names_nobody: bool) -> OfIt {
    let mut told = OfIt::default();
    for words in apart::segments(reading) {
        let about_somebody = reading.mentions.iter().any(|m| words.contains(&m.at.start));
        let is_named = is_named(reading, room, &words);
        if about_somebody || !(names_nobody || is_named) {
            continue;
        }
        let energy = reading.energy(|at| words.contains(&at) && !reading.is_apart(at));
        let free = words.filter(|&i| reading.is_of_an_encounter(i) && !reading.is_apart(i));
        let free: Vec<usize> = free.collect();
        let minutes = free.iter().find_map(|&i| durations::at(&reading.words, i)).map(|(m, _)| m);
        let cost = free.iter().find_map(|&i| costs::at(&reading.words, i)).map(|(sum, _)| sum);
        told.minutes = told.minutes.or(minutes);
        told.cost = told.cost.or(cost);
        told.energy = told.energy.or(energy);
        told.is_of_the_meeting |=
            is_named || minutes.is_some() || cost.is_some() || energy.is_some();
    }
    told
}

/// `Breakfast at the Chamber`, `Chamber today`: the meeting itself is named, with where or when.
fn is_named(reading: &Reading<'_>, room: usize, words: &Range<usize>) -> bool {
    let said = |at: usize| reading.is_of_an_encounter(at) && !reading.is_apart(at);
    let dated = || {
        let day = |i: usize| dates::at(&reading.words, i, reading.today, dates::Sense::Past);
        words.clone().any(|i| said(i) && day(i).is_some())
    };
    reading.rooms.iter().filter(|r| r.room == room && words.contains(&r.at.start)).any(|r| {
        let back = |n: usize| r.at.start.checked_sub(n).map_or("", |i| reading.low(i));
        let skip = usize::from(matches!(back(1), "the" | "our" | "a"));
        let led = matches!(back(1 + skip), "at" | "to" | "attended" | "visited");
        let beside = matches!(back(1 + skip), "after" | "before" | "from" | "about" | "since");
        said(r.at.start) && !beside && (led || dated())
    })
}
