//! Which room a title means, and which titles spell one room.

use super::super::ledger::Told;
use super::super::rooms::{Rooms, Where};
use super::sight::Sight;
use super::words::{OPTIONAL, plain_word};
use std::collections::{BTreeMap, BTreeSet};

/// A title's words, in any order, without those a room's name has or has not.
pub(super) fn room_words(words: &[String]) -> BTreeSet<String> {
    let all = || words.iter().map(|word| plain_word(word).to_owned());
    let kept: BTreeSet<String> = all().filter(|word| !OPTIONAL.has(word)).collect();
    if kept.is_empty() { all().collect() } else { kept }
}

/// The rooms known so far, by their words.
pub(super) struct Places(Vec<(BTreeSet<String>, Where)>);

impl Places {
    pub(super) fn of(rooms: &Rooms) -> Self {
        let words =
            |folded: &str| room_words(&folded.split(' ').map(str::to_owned).collect::<Vec<_>>());
        let all = rooms.all.iter().enumerate();
        Self(all.map(|(at, room)| (words(&room.folded), Where(at))).collect())
    }

    /// The room a title means: the same words, or one within the other, if it fits only one.
    pub(super) fn find(&self, words: &[String]) -> Option<Where> {
        let words = room_words(words);
        let same: Vec<Where> =
            self.0.iter().filter(|(room, _)| *room == words).map(|(_, at)| *at).collect();
        if let [one] = same[..] {
            return Some(one);
        }
        let near = |room: &BTreeSet<String>| {
            let shared = room.intersection(&words).count();
            shared == room.len().min(words.len()) && shared > 1
        };
        let near: Vec<Where> =
            self.0.iter().filter(|(room, _)| near(room)).map(|(_, at)| *at).collect();
        match near[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// Makes the rooms that titles name: spellings with the same words are one, named as most write it.
pub(super) fn found_rooms(sights: &[&Sight<'_>], rooms: &mut Rooms, told: &[Told<'_>]) {
    let mut spellings: BTreeMap<BTreeSet<String>, BTreeMap<&str, (usize, usize)>> = BTreeMap::new();
    for sight in sights {
        let spelt = spellings.entry(room_words(&sight.title.words)).or_default();
        let count = spelt.entry(sight.event.title.trim()).or_insert((0, sight.told));
        count.0 += if sight.is_series() { 1000 } else { 1 };
    }
    let mut order: Vec<_> = spellings.into_values().collect();
    // Longer names first, so that a shorter spelling finds the room it is short for.
    order.sort_by_key(|spelt| std::cmp::Reverse(spelt.values().map(|(count, _)| *count).max()));
    for spelt in order {
        let best = spelt.iter().max_by(|a, b| (a.1.0, b.0).cmp(&(b.1.0, a.0)));
        let Some((title, (_, at))) = best else { continue };
        let words: Vec<String> =
            super::super::fold::fold(title).split(' ').map(str::to_owned).collect();
        if Places::of(rooms).find(&words).is_none() {
            let statement = &told[*at].statement;
            rooms.mention(title, statement.source, &statement.document);
        }
    }
}
