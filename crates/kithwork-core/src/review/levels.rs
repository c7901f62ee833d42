//! How deep the network is.

use super::reading::Reading;
use crate::ladder::State;
use serde::Serialize;

/// The people of the network by level. The headline is depth: contacts alone raise nothing in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Levels {
    /// People at level 0 to 5.
    pub people: [u64; 6],
    /// Of these, how many are warm.
    pub warm: [u64; 6],
    /// What the network is worth: each relationship by its level, times the chance that it lives.
    /// Names and nodding acquaintances are worth nothing; no unit, only to compare with itself.
    pub worth: f64,
}

pub(super) fn count(reading: &Reading<'_>) -> Levels {
    let mut levels = Levels::default();
    for (_, _, seen) in reading.network() {
        let level = usize::from(seen.standing.level).min(5);
        levels.people[level] += 1;
        levels.warm[level] += u64::from(seen.standing.state == Some(State::Warm));
        let alive = seen.standing.p_alive.unwrap_or(0.0);
        levels.worth += reading.params.ladder.worth[level] * alive;
    }
    levels
}
