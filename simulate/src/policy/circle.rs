//! A small circle kept close: the same twenty people every five weeks, whoever leaves it replaced.

use super::Policy;
use super::known::{HOUR, everybody, first_lines, is_left_alone, promises, rooms, silence};
use crate::life::{Deed, Life};
use std::cmp::Reverse;

/// People of the circle for each four hours a week.
const SEATS: u32 = 14;
/// Weeks between two hours with one of them.
const EVERY: usize = 5;

#[derive(Clone, Copy, Debug)]
pub(super) enum SmallCircle {
    /// Half of the hours in rooms.
    HalfInRooms,
    /// A quarter of them.
    QuarterInRooms,
}

impl Policy for SmallCircle {
    fn name(&self) -> &'static str {
        match self {
            Self::HalfInRooms => "small circle",
            Self::QuarterInRooms => "small circle, few rooms",
        }
    }

    fn is_usual(&self) -> bool {
        false
    }

    fn more(&self, life: &Life<'_>, round: usize) -> Vec<Deed> {
        let mut deeds = Vec::new();
        if round == 0 {
            let share = if matches!(self, Self::HalfInRooms) { 2 } else { 4 };
            deeds.extend(rooms(life, life.world.budget / share));
            deeds.extend(promises(life));
            deeds.extend(first_lines(life));
        }
        let seats = usize::try_from(life.world.budget * SEATS / 240).unwrap_or(20);
        let mut all: Vec<usize> =
            everybody(life).filter(|&who| !is_left_alone(life, who)).collect();
        all.sort_by_key(|&who| {
            let page = &life.diary.pages[who];
            Reverse((page.referrals, page.one_to_ones, Reverse(page.met)))
        });
        all.truncate(seats);
        all.retain(|&who| silence(life, who) >= EVERY);
        all.sort_by_key(|&who| Reverse(silence(life, who)));
        let most = usize::try_from(life.left / HOUR).unwrap_or(0);
        deeds.extend(all.into_iter().take(most).map(|who| Deed::Sit(who, HOUR)));
        deeds
    }
}
