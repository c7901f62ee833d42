//! Choices made to be hard, which no book is likely to bring.

use crate::draw::Draw;
use kithwork_core::plan::optimise::{Choice, Limits, Problem, Side};

/// Choices of one problem.
const CHOICES: usize = 60;

/// A way to be hard.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// What takes longer is worth as much more and a little: no choice stands out (Pisinger 2005, *Where are the
    /// hard knapsack problems?*, Computers & Operations Research 32:2271, strongly correlated).
    Correlated,
    /// Each choice takes one to three people out of twenty, and nobody may be taken twice.
    SharedPeople,
    /// Rooms are worth more for their minutes, yet people must have half of them.
    HalfWithPeople,
}

impl Kind {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Correlated, Self::SharedPeople, Self::HalfWithPeople];

    /// In words.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Correlated => "worth as much as it takes",
            Self::SharedPeople => "many share people",
            Self::HalfWithPeople => "half with people",
        }
    }

    /// One problem of this kind.
    pub(crate) fn made_up(self, draw: &mut Draw) -> Problem {
        let choices: Vec<Choice> = (0..CHOICES).map(|at| self.choice(draw, at)).collect();
        let all: u32 = choices.iter().map(|choice| choice.minutes).sum();
        let surplus = matches!(self, Self::HalfWithPeople).then_some(0);
        Problem { choices, limits: Limits { budget: all / 3, surplus } }
    }

    fn choice(self, draw: &mut Draw, at: usize) -> Choice {
        let minutes = draw.between(20, 240);
        let is_room = matches!(self, Self::HalfWithPeople) && at.is_multiple_of(2);
        let worth = match self {
            Self::Correlated => f64::from(minutes) + 24.0,
            Self::SharedPeople => f64::from(minutes) * (0.5 + draw.part()),
            Self::HalfWithPeople => f64::from(minutes) * if is_room { 1.5 } else { 1.0 } + 10.0,
        };
        let takes = match self {
            Self::SharedPeople => people(draw),
            Self::Correlated | Self::HalfWithPeople => vec![at],
        };
        let side = if is_room { Side::Room } else { Side::People };
        Choice { minutes, value: worth / 240.0, side, takes, fixed: false }
    }
}

/// One to three of twenty.
fn people(draw: &mut Draw) -> Vec<usize> {
    let mut takes: Vec<usize> = (0..=draw.below(3)).map(|_| draw.below(20)).collect();
    takes.sort_unstable();
    takes.dedup();
    takes
}

#[cfg(test)]
mod tests {
    use super::*;
    use kithwork_core::plan::optimise::solve;

    #[test]
    fn the_same_seed_makes_the_same_problems_and_all_can_be_answered() {
        for kind in Kind::ALL {
            let made = |seed| kind.made_up(&mut Draw::new(seed));
            assert_eq!(made(1), made(1));
            assert_ne!(made(1), made(2));
            let Problem { choices, limits } = made(1);
            assert!(solve(&choices, limits).is_some_and(|found| !found.chosen.is_empty()));
        }
    }
}
