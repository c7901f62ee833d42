//! How deep the network is.

use super::reading::{Reading, Seen};
use crate::ladder::{LevelName, State, level_names};
use serde::Serialize;

/// The people of the network by level. The headline is depth: contacts alone raise nothing in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Levels {
    /// People at level 0 to 5.
    pub people: [u64; 6],
    /// Of these, how many are warm.
    pub warm: [u64; 6],
    /// What the levels are called.
    pub names: Vec<LevelName>,
    /// What the network is worth: each relationship by its level, times the chance that it lives.
    /// Names and nodding acquaintances are worth nothing; no unit, only to compare with itself. The
    /// chance is the rule of thumb's, as the owner set it: learned from the book, a hundred names more would move it.
    pub worth: f64,
}

pub(super) fn count(reading: &Reading<'_>) -> Levels {
    let mut levels =
        Levels { names: level_names(reading.book.own_level_names()), ..Levels::default() };
    for (_, _, seen) in reading.network() {
        let level = usize::from(seen.standing.level).min(5);
        levels.people[level] += 1;
        levels.warm[level] += u64::from(seen.standing.state == Some(State::Warm));
        levels.worth += worth(reading, seen, level);
    }
    levels
}

fn worth(reading: &Reading<'_>, seen: &Seen, level: usize) -> f64 {
    let of_level = reading.params.ladder.worth[level];
    if of_level <= 0.0 {
        return 0.0;
    }
    let alive = seen.contact.as_ref().map(|contact| contact.alive(&reading.thumb));
    of_level * alive.unwrap_or(0.0)
}
