//! What keeping a list warm takes, beside the hours there are (§3.2).

use super::circle::Acquaintance;
use super::draft::Desk;
use crate::ladder::State;
use crate::models::decay::minutes_needed;

/// Minutes a week that the relationships from getting to know (level 2) on take at their rhythm, and
/// how many they are; those gone quiet aside.
pub(super) fn needed(desk: &Desk<'_>) -> (f64, usize) {
    let cadence = desk.week.params.ladder.cadence_weeks;
    let kept =
        |a: &&Acquaintance<'_>| a.standing.level >= 2 && a.standing.state != Some(State::Dormant);
    let list: Vec<f64> = desk
        .circle
        .iter()
        .filter(kept)
        .filter_map(|a| cadence.get(usize::from(a.standing.level)).copied().flatten())
        .collect();
    let usual = f64::from(desk.usual);
    (minutes_needed(list.iter().map(|&weeks| (usual, weeks))), list.len())
}
