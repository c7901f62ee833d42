//! Whoever comes to mind.

use super::Policy;
use super::known::{HOUR, everybody, is_left_alone, promises, rooms};
use crate::life::{Deed, Life};

/// Half of the hours in rooms, half with anybody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Random;

impl Policy for Random {
    fn name(&self) -> &'static str {
        "random"
    }

    fn more(&self, life: &Life<'_>, round: usize) -> Vec<Deed> {
        let mut deeds = Vec::new();
        if round == 0 {
            deeds.extend(rooms(life, life.world.budget / 2));
            deeds.extend(promises(life));
        }
        deeds.extend(anybody(life, round, usize::try_from(life.left / HOUR).unwrap_or(0)));
        deeds
    }
}

/// The year before: much in rooms, an hour with somebody every other week.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before;

impl Policy for Before {
    fn name(&self) -> &'static str {
        "the year before"
    }

    fn more(&self, life: &Life<'_>, round: usize) -> Vec<Deed> {
        if round > 0 {
            return Vec::new();
        }
        let mut deeds = anybody(life, round, life.week % 2);
        deeds.extend(rooms(life, life.world.budget));
        deeds.extend(promises(life));
        deeds
    }
}

fn anybody(life: &Life<'_>, round: usize, most: usize) -> Vec<Deed> {
    let open = |who: &usize| !is_left_alone(life, *who);
    let all: Vec<usize> = everybody(life).filter(open).collect();
    let chosen = life.chance(31, round).some(&all, most);
    chosen.into_iter().map(|who| Deed::Sit(who, HOUR)).collect()
}
