//! Reminders to keep in touch, as address books and CRMs give them: half of the hours in rooms, the
//! other half with whoever the list puts on top.

use super::Policy;
use super::known::{HOUR, everybody, first_lines, is_left_alone, promises, rooms, silence};
use crate::life::{Deed, Life};
use std::cmp::Reverse;

/// How the list is ordered.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reminders {
    /// Everybody every so many weeks, by how well they are known; the longest silence first.
    FixedCadence,
    /// The greatest silence beside their cadence first.
    MostOverdue,
    /// Those who have referred every month, then the most overdue.
    ReferrersFirst,
}

/// Weeks between contacts, by the number of one-to-ones so far.
fn cadence(one_to_ones: u32) -> usize {
    match one_to_ones {
        0 => 13,
        1 => 10,
        2..=3 => 8,
        _ => 6,
    }
}

impl Reminders {
    fn due(self, life: &Life<'_>) -> Vec<usize> {
        let weeks = |who: usize| {
            let page = &life.diary.pages[who];
            let often = matches!(self, Self::ReferrersFirst) && page.referrals > 0;
            if often { 4 } else { cadence(page.one_to_ones) }
        };
        let mut due: Vec<usize> = everybody(life)
            .filter(|&who| silence(life, who) >= weeks(who) && !is_left_alone(life, who))
            .collect();
        due.sort_by_key(|&who| {
            let page = &life.diary.pages[who];
            let silence = silence(life, who);
            let overdue = silence * 1000 / weeks(who);
            match self {
                Self::FixedCadence => Reverse((0, silence)),
                Self::MostOverdue => Reverse((0, overdue)),
                Self::ReferrersFirst => Reverse((page.referrals, overdue)),
            }
        });
        due
    }
}

impl Policy for Reminders {
    fn name(&self) -> &'static str {
        match self {
            Self::FixedCadence => "fixed cadence",
            Self::MostOverdue => "most overdue",
            Self::ReferrersFirst => "referrers first",
        }
    }

    fn is_usual(&self) -> bool {
        !matches!(self, Self::ReferrersFirst)
    }

    fn more(&self, life: &Life<'_>, round: usize) -> Vec<Deed> {
        let mut deeds = Vec::new();
        if round == 0 {
            deeds.extend(rooms(life, life.world.budget / 2));
            deeds.extend(promises(life));
            deeds.extend(first_lines(life));
        }
        let most = usize::try_from(life.left / HOUR).unwrap_or(0);
        deeds.extend(self.due(life).into_iter().take(most).map(|who| Deed::Sit(who, HOUR)));
        deeds
    }
}
