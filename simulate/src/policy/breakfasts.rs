//! As many rooms as the hours hold, and lines to whoever was met: the way of those who go a lot.

use super::Policy;
use super::known::{everybody, first_lines, promises, rooms, silence};
use crate::life::{Deed, Life};
use std::cmp::Reverse;

#[derive(Clone, Copy, Debug)]
pub(super) struct FiveBreakfasts;

impl Policy for FiveBreakfasts {
    fn name(&self) -> &'static str {
        "five breakfasts"
    }

    fn more(&self, life: &Life<'_>, round: usize) -> Vec<Deed> {
        if round > 0 {
            return Vec::new();
        }
        let mut deeds = rooms(life, life.world.budget);
        deeds.extend(first_lines(life));
        deeds.extend(promises(life));
        let mut rest: Vec<usize> = everybody(life).collect();
        rest.sort_by_key(|&who| Reverse(silence(life, who)));
        deeds.extend(rest.into_iter().take(12).map(Deed::Write));
        deeds
    }
}
