//! Which things to do with the minutes there are: an exact 0/1 optimisation by branch and bound.
//!
//! max Σ z·u subject to Σ z·minutes ≤ budget, people − meeting minutes ≥ the parity asked for, one
//! choice a person, one a group of choices (science.md §3.11). Choices are tried in the order of
//! value per minute, so the same choices give the same answer.
//!
//! The bound is the fractional knapsack's (Dantzig 1957) with two things more that every answer keeps:
//! the minutes in rooms that the surplus leaves, and that each person is taken once. For the second a
//! choice's worth is shared out evenly among those it takes: from the choices of one side nobody brings
//! more than their largest share. These limits lie one inside the other, so that the best rate first is
//! the best that parts of choices can do.

use crate::models::wilson::as_f64;

/// Which side of the balance between rooms and people a choice's minutes fall on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Time in rooms.
    Room,
    /// Time with people.
    People,
}

/// One thing that could be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Minutes, ≥ 1.
    pub minutes: u32,
    /// Worth, in the plan's one unit; ≥ 0.
    pub value: f64,
    /// Rooms or people.
    pub side: Side,
    /// Whom it takes, each once: no two that are chosen share one. Small numbers, from 0.
    pub takes: Vec<usize>,
    /// Whether it stands already.
    pub fixed: bool,
}

/// What holds for all that is chosen together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Minutes there are.
    pub budget: u32,
    /// Least surplus of people over room minutes; none where parity isn't asked for.
    pub surplus: Option<i64>,
}

/// Nodes after which the best found so far stands: a guard against input made to be hard.
const MOST_NODES: u32 = 200_000;

/// What there is to choose from, and what holds for all that is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What could be done.
    pub choices: Vec<Choice>,
    /// What holds together.
    pub limits: Limits,
}

/// What the search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// What was chosen, by its places, ascending.
    pub chosen: Vec<usize>,
    /// Whether nothing is worth more; else the search stopped early with the best it had seen.
    pub is_proven: bool,
}

/// The best choices, by their places, ascending; none where what is fixed can't be had within the
/// limits, or no choice reaches the surplus.
pub fn best(choices: &[Choice], limits: Limits) -> Option<Vec<usize>> {
    solve(choices, limits).map(|solution| solution.chosen)
}

/// The same, with whether it is proven that nothing is worth more.
pub fn solve(choices: &[Choice], limits: Limits) -> Option<Solution> {
    let mut search = Search::new(choices, limits)?;
    search.descend(0);
    let is_proven = search.nodes <= MOST_NODES;
    let mut chosen = search.best?;
    chosen.sort_unstable();
    Some(Solution { chosen, is_proven })
}

struct Search<'a> {
    choices: &'a [Choice],
    /// The choices that are free, by value per minute.
    order: Vec<usize>,
    /// People minutes among the free choices from each place of `order` on.
    people_left: Vec<i64>,
    surplus: Option<i64>,
    taken: Vec<bool>,
    chosen: Vec<usize>,
    left: u32,
    value: f64,
    balance: i64,
    best: Option<Vec<usize>>,
    best_value: f64,
    nodes: u32,
    /// The bound's own: what each person can still bring from either side.
    brings: Vec<[f64; 2]>,
}

impl<'a> Search<'a> {
    fn new(choices: &'a [Choice], limits: Limits) -> Option<Self> {
        let places = choices.iter().flat_map(|c| &c.takes).max().map_or(0, |most| most + 1);
        let mut order: Vec<usize> = (0..choices.len()).filter(|&i| !choices[i].fixed).collect();
        order.sort_by(|&a, &b| rate(&choices[b]).total_cmp(&rate(&choices[a])).then(a.cmp(&b)));
        let mut people_left = vec![0; order.len() + 1];
        for (place, &i) in order.iter().enumerate().rev() {
            people_left[place] = people_left[place + 1] + balance(&choices[i]).max(0);
        }
        let mut search = Self {
            choices,
            order,
            people_left,
            surplus: limits.surplus,
            taken: vec![false; places],
            chosen: Vec::new(),
            left: limits.budget,
            value: 0.0,
            balance: 0,
            best: None,
            best_value: f64::NEG_INFINITY,
            nodes: 0,
            brings: vec![[0.0; 2]; places],
        };
        for (i, choice) in choices.iter().enumerate().filter(|(_, c)| c.fixed) {
            (choice.minutes <= search.left && search.is_free(choice)).then(|| search.take(i))?;
        }
        Some(search)
    }

    fn is_free(&self, choice: &Choice) -> bool {
        choice.takes.iter().all(|&who| !self.taken[who])
    }

    fn take(&mut self, i: usize) {
        let choice = &self.choices[i];
        choice.takes.iter().for_each(|&who| self.taken[who] = true);
        self.left -= choice.minutes;
        self.value += choice.value;
        self.balance += balance(choice);
        self.chosen.push(i);
    }

    fn put_back(&mut self, i: usize) {
        let choice = &self.choices[i];
        choice.takes.iter().for_each(|&who| self.taken[who] = false);
        self.left += choice.minutes;
        self.value -= choice.value;
        self.balance -= balance(choice);
        self.chosen.pop();
    }

    fn descend(&mut self, place: usize) {
        self.nodes += 1;
        if self.surplus.is_none_or(|least| self.balance >= least)
            && self.value > self.best_value + 1e-12
        {
            self.best_value = self.value;
            self.best = Some(self.chosen.clone());
        }
        let Some(&i) = self.order.get(place) else { return };
        if self.nodes > MOST_NODES
            || !self.can_reach(place)
            || self.bound(place) <= self.best_value + 1e-12
        {
            return;
        }
        let choice = &self.choices[i];
        if choice.minutes <= self.left && self.is_free(choice) {
            self.take(i);
            self.descend(place + 1);
            self.put_back(i);
        }
        self.descend(place + 1);
    }

    /// Whether enough time with people can still be added.
    fn can_reach(&self, place: usize) -> bool {
        let more = self.people_left[place].min(i64::from(self.left));
        self.surplus.is_none_or(|least| self.balance + more >= least)
    }

    /// What the rest could bring at most, if choices could be had in part.
    fn bound(&mut self, place: usize) -> f64 {
        self.expect_shares(place);
        let mut left = f64::from(self.left);
        let mut rooms = self.room_minutes_left();
        let mut value = self.value;
        for &i in &self.order[place..] {
            let choice = &self.choices[i];
            if !self.is_free(choice) {
                continue;
            }
            let rate = rate(choice);
            let within = if choice.side == Side::Room { left.min(rooms) } else { left };
            let worth = draw_on(&mut self.brings, choice).min(rate * within);
            let minutes = if rate > 0.0 { worth / rate } else { 0.0 };
            (left, value) = (left - minutes, value + worth);
            if choice.side == Side::Room {
                rooms -= minutes;
            }
            if left <= 0.0 {
                break;
            }
        }
        value
    }

    /// Sets what each person can bring at most: the largest of their shares in what is left.
    fn expect_shares(&mut self, place: usize) {
        let rest = self.order[place..].iter().map(|&i| &self.choices[i]);
        // Only those that the rest can take: a book may hold ten thousand others.
        rest.clone().flat_map(|choice| &choice.takes).for_each(|&who| self.brings[who] = [0.0; 2]);
        for choice in rest {
            if !self.is_free(choice) {
                continue;
            }
            let share = share(choice);
            for &who in &choice.takes {
                let most = &mut self.brings[who][choice.side as usize];
                *most = most.max(share);
            }
        }
    }

    /// Minutes in rooms that the rest may hold beside the surplus asked for.
    fn room_minutes_left(&self) -> f64 {
        let Some(least) = self.surplus else { return f64::from(self.left) };
        let spare = (i64::from(self.left) + self.balance).saturating_sub(least);
        f64::from(u32::try_from(spare.max(0)).unwrap_or(u32::MAX)) / 2.0
    }
}

/// What a choice could bring of its worth, given what those it takes can still bring; takes it from them.
fn draw_on(brings: &mut [[f64; 2]], choice: &Choice) -> f64 {
    if choice.takes.is_empty() {
        return choice.value;
    }
    let share = share(choice);
    let draw = |who: &usize| {
        let left = &mut brings[*who][choice.side as usize];
        let part = share.min(*left);
        *left -= part;
        part
    };
    choice.takes.iter().map(draw).sum()
}

/// A choice's worth for each that it takes.
fn share(choice: &Choice) -> f64 {
    choice.value / as_f64(choice.takes.len().max(1) as u64)
}

fn rate(choice: &Choice) -> f64 {
    choice.value / f64::from(choice.minutes.max(1))
}

fn balance(choice: &Choice) -> i64 {
    match choice.side {
        Side::People => i64::from(choice.minutes),
        Side::Room => -i64::from(choice.minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn choice(minutes: u32, value: f64, side: Side) -> Choice {
        Choice { minutes, value, side, takes: Vec::new(), fixed: false }
    }

    fn worth(choices: &[Choice], chosen: &[usize]) -> f64 {
        chosen.iter().map(|&i| choices[i].value).sum()
    }

    /// §3.11 test (1).
    #[test]
    fn the_classic_knapsack_brings_220() {
        let choices =
            [(10, 60.0), (20, 100.0), (30, 120.0)].map(|(m, v)| choice(m, v, Side::People));
        let chosen = best(&choices, Limits { budget: 50, surplus: None }).unwrap();
        assert_eq!(chosen, [1, 2]);
        assert!((worth(&choices, &chosen) - 220.0).abs() < 1e-9);
    }

    /// §3.11 test (2).
    #[test]
    fn parity_costs_twelve() {
        let rooms = (0..4).map(|_| choice(60, 10.0, Side::Room));
        let choices: Vec<Choice> =
            rooms.chain((0..4).map(|_| choice(60, 4.0, Side::People))).collect();
        let free = best(&choices, Limits { budget: 240, surplus: None }).unwrap();
        assert!((worth(&choices, &free) - 40.0).abs() < 1e-9);
        let even = best(&choices, Limits { budget: 240, surplus: Some(0) }).unwrap();
        assert!((worth(&choices, &even) - 28.0).abs() < 1e-9);
    }

    /// Even minutes and an odd budget: the bound promises a minute more than there is, to the last.
    #[test]
    fn what_was_made_to_be_hard_is_answered_and_not_called_proven() {
        let choices: Vec<Choice> =
            (0..60).map(|n| choice(200 + 2 * n, f64::from(200 + 2 * n), Side::People)).collect();
        let hard = solve(&choices, Limits { budget: 7_801, surplus: None }).unwrap();
        assert!(!hard.is_proven);
        assert!(worth(&choices, &hard.chosen) <= 7_800.0);
        let easy = solve(&choices, Limits { budget: 100_000, surplus: None }).unwrap();
        assert!(easy.is_proven && easy.chosen.len() == 60);
    }

    #[test]
    fn what_stands_but_does_not_fit_has_no_answer() {
        let mut one = choice(90, 1.0, Side::People);
        one.fixed = true;
        assert_eq!(best(&[one], Limits { budget: 60, surplus: None }), None);
    }

    fn by_force(choices: &[Choice], limits: Limits) -> Option<f64> {
        (0_u32..1 << choices.len())
            .filter_map(|set| {
                let chosen: Vec<&Choice> =
                    (0..choices.len()).filter(|i| set >> i & 1 == 1).map(|i| &choices[i]).collect();
                let mut takes: Vec<usize> = chosen.iter().flat_map(|c| c.takes.clone()).collect();
                let all = takes.len();
                takes.sort_unstable();
                takes.dedup();
                let minutes: u32 = chosen.iter().map(|c| c.minutes).sum();
                let surplus: i64 = chosen.iter().map(|c| balance(c)).sum();
                let fits = takes.len() == all
                    && minutes <= limits.budget
                    && limits.surplus.is_none_or(|least| surplus >= least);
                fits.then(|| chosen.iter().map(|c| c.value).sum())
            })
            .max_by(f64::total_cmp)
    }

    proptest! {
        #[test]
        fn it_is_as_good_as_trying_all(
            rows in prop::collection::vec(
                (1_u32..90, 0_u32..50, any::<bool>(), prop::collection::btree_set(0_usize..6, 0..4)),
                0..10,
            ),
            budget in 0_u32..300,
            surplus in prop::option::of(-60_i64..60),
        ) {
            let choices: Vec<Choice> = rows
                .into_iter()
                .map(|(minutes, value, room, takes)| Choice {
                    minutes,
                    value: f64::from(value),
                    side: if room { Side::Room } else { Side::People },
                    takes: takes.into_iter().collect(),
                    fixed: false,
                })
                .collect();
            let limits = Limits { budget, surplus };
            let found = best(&choices, limits).map(|chosen| worth(&choices, &chosen));
            let forced = by_force(&choices, limits);
            prop_assert_eq!(found.is_some(), forced.is_some());
            prop_assert!((found.unwrap_or(0.0) - forced.unwrap_or(0.0)).abs() < 1e-9);
        }
    }
}
