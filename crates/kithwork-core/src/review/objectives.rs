//! Who reached the objective of a one-to-one? Most have none (row 17).

use super::reading::Reading;
use super::time::since;
use super::totals::number;
use crate::facts::{Conversation, ObjectiveMet};
use serde::Serialize;

/// The period's one-to-ones and what they were for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Objectives {
    /// All of the period's.
    pub one_to_ones: u64,
    /// Those with an objective.
    pub with_objective: u64,
    /// Those that reached it.
    pub met: u64,
    /// Those with an objective of which nobody said yet whether it was reached.
    pub open: u64,
}

/// Counts the period's; none where the book never names an objective, which is unknown, not nought.
pub(super) fn count(reading: &Reading<'_>) -> Option<Objectives> {
    let has = |c: &&Conversation| c.objective.is_some() || c.objective_met.is_some();
    if !reading.conversations.iter().any(|c| c.kind.is_one_to_one() && has(c)) {
        return None;
    }
    let of_period = since(&reading.conversations, |c| c.on, reading.from);
    let all = || of_period.iter().copied().filter(|c| c.kind.is_one_to_one());
    Some(Objectives {
        one_to_ones: number(all()),
        with_objective: number(all().filter(has)),
        met: number(all().filter(|c| c.objective_met == Some(ObjectiveMet::Yes))),
        open: number(all().filter(|c| c.objective.is_some() && c.objective_met.is_none())),
    })
}
