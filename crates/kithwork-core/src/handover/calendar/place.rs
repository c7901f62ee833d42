//! Which room a title means, and which titles spell one room.

use super::super::ledger::Told;
use super::super::question::{A_NEW_GROUP, Answers, PRIVATE};
use super::super::rooms::{Rooms, Where};
use super::sight::Sight;
use super::words::{OPTIONAL, ROOMS, plain_word};
use std::collections::{BTreeMap, BTreeSet};

/// A title's words, in any order, without those a room's name has or has not.
pub(super) fn room_words(words: &[String]) -> BTreeSet<String> {
    let all = || words.iter().map(|word| plain_word(word).to_owned());
    let kept: BTreeSet<String> = all().filter(|word| !OPTIONAL.has(word)).collect();
    if kept.is_empty() { all().collect() } else { kept }
}

/// What a body that meets may offer at any of its meetings: no part of a branch's name.
const MEALS: &[&str] =
    &["breakfast", "lunch", "dinner", "drinks", "evening", "morning", "social", "online"];

/// The rooms known so far, by their words.
pub(super) struct Places(Vec<(BTreeSet<String>, Where)>);

impl Places {
    pub(super) fn of(rooms: &Rooms) -> Self {
        let words =
            |folded: &str| room_words(&folded.split(' ').map(str::to_owned).collect::<Vec<_>>());
        let all = rooms.all.iter().enumerate();
        Self(all.map(|(at, room)| (words(&room.folded), Where(at))).collect())
    }

    /// The room a title means: the same words, or one within the other. The name of a body alone
    /// (`BNI breakfast`) may be short for several of its branches.
    pub(super) fn find(&self, words: &[String]) -> Fit {
        let words = room_words(words);
        let of = |fits: &dyn Fn(&BTreeSet<String>) -> bool| -> Vec<Where> {
            self.0.iter().filter(|(room, _)| fits(room)).map(|(_, at)| *at).collect()
        };
        if let [one] = of(&|room| *room == words)[..] {
            return Fit::One(one);
        }
        let near = of(&|room| {
            let shared = room.intersection(&words).count();
            shared == room.len().min(words.len()) && shared > 1
        });
        match near[..] {
            [] => {}
            [one] => return Fit::One(one),
            _ => return Fit::Several(near),
        }
        let body: BTreeSet<String> =
            words.iter().filter(|word| !MEALS.contains(&word.as_str())).cloned().collect();
        let is_short = !body.is_empty() && body.iter().all(|word| ROOMS.has(word));
        let branch = |room: &BTreeSet<String>| {
            body.is_subset(room) && !room.iter().any(|word| MEALS.contains(&word.as_str()))
        };
        let short_for = if is_short { of(&branch) } else { Vec::new() };
        if short_for.len() > 1 { Fit::Several(short_for) } else { Fit::None }
    }
}

/// What a title may mean among the rooms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// None of them.
    None,
    /// Just one.
    One(Where),
    /// Any of several: only the owner knows.
    Several(Vec<Where>),
}

/// The key of the question which room a title means: however it is spelt.
pub(super) fn which_key(words: &[String]) -> String {
    let words: Vec<String> = room_words(words).into_iter().collect();
    format!("which-room|{}", words.join(" "))
}

/// Makes the rooms that titles name: spellings with the same words are one, named as most write it.
pub(super) fn found_rooms(
    sights: &[&Sight<'_>],
    rooms: &mut Rooms,
    told: &[Told<'_>],
    answers: &Answers<'_>,
) {
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
        let answer = answers.to(&which_key(&words));
        let is_new = match Places::of(rooms).find(&words) {
            // The owner said which other room it is.
            _ if answer.is_some_and(|name| name != A_NEW_GROUP && name != PRIVATE) => false,
            Fit::None => true,
            Fit::One(_) => false,
            Fit::Several(_) => answer == Some(A_NEW_GROUP),
        };
        if is_new {
            let statement = &told[*at].statement;
            rooms.mention(title, statement.source, &statement.document);
        }
    }
}
