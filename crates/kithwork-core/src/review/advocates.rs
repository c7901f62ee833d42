//! Selling beside being recommended: what is in hand now, and who speaks for the owner (row 69).

use super::acts_of_help::spoke_for;
use super::purse::Purse;
use super::reading::{Reading, Seen};
use super::returns::referrals_received;
use crate::facts::ReferralStatus;
use crate::id::PersonId;
use crate::ladder::{State, readiness};
use crate::money::Money;
use serde::Serialize;

/// From this level on somebody speaks for the owner; judgement (§4 F20).
const ADVOCATE: u8 = 4;
/// Or somebody who did it so often; judgement (§4 F26).
pub(super) const TWICE: usize = 2;

/// The tactical: referrals received that are not decided yet. Winning one changes this and nothing
/// below.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pipeline {
    /// Referrals received that are neither won nor lost.
    pub open: u64,
    /// What those are worth of which it is known.
    pub value: Vec<Money>,
    /// Referrals received that were won.
    pub won: u64,
}

/// The strategic: people who speak for the owner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Advocates {
    /// Creative collaborators, champions, and people who referred or introduced twice.
    pub people: u64,
    /// Of these, champions.
    pub champions: u64,
    /// Of these, how many are warm.
    pub warm: u64,
    /// Of these, how many could refer the owner now: nothing known is missing.
    pub ready: u64,
    /// Who they are.
    pub who: Vec<PersonId>,
}

pub(super) fn pipeline(reading: &Reading<'_>) -> Pipeline {
    use ReferralStatus as Status;
    let (mut pipeline, mut purse) = (Pipeline::default(), Purse::default());
    for referral in referrals_received(reading) {
        match referral.status {
            Some(Status::Won) => pipeline.won += 1,
            Some(Status::Lost | Status::NoFit) => {}
            Some(Status::Open | Status::Contacted | Status::Met | Status::Proposed) | None => {
                pipeline.open += 1;
                referral.value.into_iter().for_each(|value| purse.add(value, reading.currency));
            }
        }
    }
    Pipeline { value: purse.sums(), ..pipeline }
}

pub(super) fn count(reading: &Reading<'_>) -> Advocates {
    let mut advocates = Advocates::default();
    for (_, person, seen) in reading.network().filter(|(at, _, s)| is_advocate(reading, *at, s)) {
        advocates.people += 1;
        advocates.champions += u64::from(seen.standing.level > ADVOCATE);
        advocates.warm += u64::from(seen.standing.state == Some(State::Warm));
        advocates.ready += u64::from(is_ready(reading, person.id, seen));
        advocates.who.push(person.id);
    }
    advocates
}

fn is_ready(reading: &Reading<'_>, person: PersonId, seen: &Seen) -> bool {
    readiness(reading.book, person, reading.as_of, reading.params).could_refer(seen.standing.level)
}

/// Whether somebody speaks for the owner: by their level, or because they did it twice.
pub(super) fn is_advocate(reading: &Reading<'_>, at: usize, seen: &Seen) -> bool {
    seen.standing.level >= ADVOCATE || times(reading, at) >= TWICE
}

/// Whether a person ever passed work on to the owner.
pub(super) fn has_referred(reading: &Reading<'_>, at: usize) -> bool {
    !reading.book.passed_on_at(at, reading.as_of).is_empty()
}

/// How often a person referred somebody to the owner or introduced the owner to somebody, help noted as such included.
pub(super) fn times(reading: &Reading<'_>, at: usize) -> usize {
    spoke_for(reading.book, at, reading.as_of).len()
}
