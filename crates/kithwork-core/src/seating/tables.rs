//! Tables at an event: several rounds, so that people meet as many others as can be (the social golfer
//! problem, csplib prob010; §3.9).
//!
//! Where geometry knows rounds without a repeat they are taken. What is left, and what wishes ask, is
//! improved by simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983, Science 220:671) with a seed:
//! two people of one round change seats.

use super::planes::{self, Tables};
use crate::models::chance::Chance;

/// What should be, by place among the people. Pairs beyond them count for nothing.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Who must not share a table: competitors.
    pub rivals: Vec<(usize, usize)>,
    /// Who had better not, because they know each other: friends.
    pub friends: Vec<(usize, usize)>,
    /// Who shared a table before, and how often.
    pub met: Vec<(usize, usize, u32)>,
    /// Who could help each other, and how well, 0..=1.
    pub fits: Vec<(usize, usize, f64)>,
}

/// Rounds of tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    /// For each round the people of each table, in order.
    pub rounds: Vec<Tables>,
    /// Meetings that are not the first of their two, earlier events counted.
    pub repeats: u64,
    /// How often rivals share a table.
    pub rivals_together: u64,
    /// The most rounds that can be had without a repeat, where that is published.
    pub known_rounds: Option<usize>,
    /// No seating has more rounds without a repeat than this: everybody meets size − 1 new people a
    /// round.
    pub bound: usize,
}

/// More people than this are not seated: the tables of pairs would grow too large.
const MOST_PEOPLE: usize = 2000;
/// Most rounds.
const MOST_ROUNDS: usize = 200;
/// What rivals at one table cost beside one repeated meeting.
const RIVALS: f64 = 20.0;
/// What friends at one table cost.
const FRIENDS: f64 = 2.0;
/// What meeting somebody one fits wholly is worth.
const FIT: f64 = 0.5;
/// The heat at the start and at the end, beside one repeated meeting.
const HEAT: (f64, f64) = (1.0, 0.02);

/// Seats people at so many tables for so many rounds, table sizes differing by one at most; `steps`
/// tries of changing two seats, the same for the same seed. None without people or tables, and for more
/// than 2000 people, 200 rounds or tables than people.
pub fn seat(
    people: usize,
    tables: usize,
    rounds: usize,
    wishes: &Wishes,
    seed: u64,
    steps: u32,
) -> Option<Seating> {
    if people == 0 || people > MOST_PEOPLE || tables == 0 || tables > people || rounds > MOST_ROUNDS
    {
        return None;
    }
    let mut chance = Chance::new(seed);
    let planned = start(people, tables, rounds, &mut chance);
    let mut room = Room::new(people, planned, wishes);
    room.anneal(&mut chance, steps);
    Some(room.seating(tables))
}

/// Geometry's rounds as far as they go, then people by chance.
fn start(people: usize, tables: usize, rounds: usize, chance: &mut Chance) -> Vec<Tables> {
    let mut planned = planes::rounds(people, tables);
    planned.truncate(rounds);
    while planned.len() < rounds {
        let mut order: Vec<usize> = (0..people).collect();
        chance.shuffle(&mut order);
        let mut round = vec![Vec::new(); tables];
        for (at, person) in order.into_iter().enumerate() {
            round[at % tables].push(person);
        }
        planned.push(round);
    }
    planned
}

struct Room {
    people: usize,
    rounds: Vec<Tables>,
    /// How often two met at earlier events, by both places.
    before: Vec<u32>,
    /// How often two meet, earlier events counted.
    meets: Vec<u32>,
    /// What sharing a table costs two each time, wishes alone.
    costs: Vec<f64>,
    /// What meeting at all is worth to two.
    worth: Vec<f64>,
}

impl Room {
    fn new(people: usize, rounds: Vec<Tables>, wishes: &Wishes) -> Self {
        let all = people * people;
        let mut room = Self {
            people,
            rounds,
            before: vec![0; all],
            meets: Vec::new(),
            costs: vec![0.0; all],
            worth: vec![0.0; all],
        };
        for (pairs, cost) in [(&wishes.rivals, RIVALS), (&wishes.friends, FRIENDS)] {
            for &(a, b) in pairs {
                room.set(a, b, |room, at| room.costs[at] = room.costs[at].max(cost));
            }
        }
        for &(a, b, times) in &wishes.met {
            room.set(a, b, |room, at| room.before[at] = room.before[at].saturating_add(times));
        }
        for &(a, b, fit) in wishes.fits.iter().filter(|(.., fit)| !fit.is_nan()) {
            room.set(a, b, |room, at| room.worth[at] = FIT * fit.clamp(0.0, 1.0));
        }
        room.meets.clone_from(&room.before);
        let tables: Vec<Vec<usize>> = room.rounds.iter().flatten().cloned().collect();
        for (a, b) in tables.iter().flat_map(|table| pairs(table)) {
            room.set(a, b, |room, at| room.meets[at] = room.meets[at].saturating_add(1));
        }
        room
    }

    /// Does something to both entries of two different people who are here.
    fn set(&mut self, a: usize, b: usize, change: impl Fn(&mut Self, usize)) {
        if a != b && a < self.people && b < self.people {
            change(self, a * self.people + b);
            change(self, b * self.people + a);
        }
    }

    /// What one meeting more costs two who have met so often.
    fn next(&self, at: usize, times: u32) -> f64 {
        // (m)² − (m − 1)² for the m-th repeat.
        let repeat = if times == 0 { 0.0 } else { f64::from(times) * 2.0 - 1.0 };
        let first = if times == 0 { self.worth[at] } else { 0.0 };
        repeat + self.costs[at] - first
    }

    fn anneal(&mut self, chance: &mut Chance, steps: u32) {
        let total = self.total();
        let is_done = total <= 0.0 && self.worth.iter().all(|worth| *worth <= 0.0);
        if is_done || self.rounds.is_empty() || self.rounds[0].len() < 2 {
            return;
        }
        let (mut now, mut best, mut kept) = (total, total, self.rounds.clone());
        for step in 0..steps {
            let cooled = f64::from(step) / f64::from(steps.max(1));
            let heat = HEAT.0 * (HEAT.1 / HEAT.0).powf(cooled);
            let Some(swap) = self.draw(chance) else { continue };
            let added = self.apply(swap);
            if added <= 0.0 || chance.part() < (-added / heat).exp() {
                now += added;
                if now < best - 1e-9 {
                    best = now;
                    kept.clone_from(&self.rounds);
                }
            } else {
                self.apply(swap);
            }
        }
        self.rounds = kept;
    }

    /// A round, and two seats at different tables of it.
    fn draw(&self, chance: &mut Chance) -> Option<Swap> {
        let round = chance.below(self.rounds.len());
        let tables = &self.rounds[round];
        let one = chance.below(tables.len());
        let other = (one + 1 + chance.below(tables.len() - 1)) % tables.len();
        let seats = (chance.below(tables[one].len()), chance.below(tables[other].len()));
        let is_seated = !tables[one].is_empty() && !tables[other].is_empty();
        is_seated.then_some(Swap { round, one: (one, seats.0), other: (other, seats.1) })
    }

    /// Changes two seats; what that adds to the cost. Done twice it is undone.
    fn apply(&mut self, swap: Swap) -> f64 {
        let Swap { round, one, other } = swap;
        let (a, b) = (self.rounds[round][one.0][one.1], self.rounds[round][other.0][other.1]);
        let mut change = self.leave(round, one.0, a) + self.leave(round, other.0, b);
        self.rounds[round][one.0][one.1] = b;
        self.rounds[round][other.0][other.1] = a;
        change += self.sit(round, one.0, b) + self.sit(round, other.0, a);
        change
    }

    fn leave(&mut self, round: usize, table: usize, person: usize) -> f64 {
        let mut change = 0.0;
        for seat in 0..self.rounds[round][table].len() {
            let other = self.rounds[round][table][seat];
            if other != person {
                let at = person * self.people + other;
                let times = self.meets[at].saturating_sub(1);
                change -= self.next(at, times);
                self.meets[at] = times;
                self.meets[other * self.people + person] = times;
            }
        }
        change
    }

    fn sit(&mut self, round: usize, table: usize, person: usize) -> f64 {
        let mut change = 0.0;
        for seat in 0..self.rounds[round][table].len() {
            let other = self.rounds[round][table][seat];
            if other != person {
                let at = person * self.people + other;
                let times = self.meets[at];
                change += self.next(at, times);
                self.meets[at] = times.saturating_add(1);
                self.meets[other * self.people + person] = times.saturating_add(1);
            }
        }
        change
    }

    /// The cost of everything, from the beginning.
    fn total(&self) -> f64 {
        let mut met = self.before.clone();
        let mut total = 0.0;
        for (a, b) in self.rounds.iter().flatten().flat_map(|table| pairs(table)) {
            let at = a * self.people + b;
            total += self.next(at, met[at]);
            met[at] = met[at].saturating_add(1);
        }
        total
    }

    fn seating(mut self, tables: usize) -> Seating {
        self.rounds.iter_mut().flatten().for_each(|table| table.sort_unstable());
        let (mut repeats, mut rivals_together) = (0, 0);
        let mut met = self.before;
        for (a, b) in self.rounds.iter().flatten().flat_map(|table| pairs(table)) {
            let at = a * self.people + b;
            rivals_together += u64::from(self.costs[at] >= RIVALS);
            repeats += u64::from(met[at] > 0);
            met[at] = met[at].saturating_add(1);
        }
        let size = self.people.div_ceil(tables);
        let is_full = self.people == size * tables;
        let known_rounds = planes::known_rounds(tables, size).filter(|_| is_full);
        let bound = if size < 2 { MOST_ROUNDS } else { (self.people - 1) / (size - 1) };
        Seating { rounds: self.rounds, repeats, rivals_together, known_rounds, bound }
    }
}

#[derive(Clone, Copy)]
struct Swap {
    round: usize,
    /// Table and seat.
    one: (usize, usize),
    other: (usize, usize),
}

/// Every two at a table, the lower first.
fn pairs(table: &[usize]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, &a) in table.iter().enumerate() {
        pairs.extend(table[at + 1..].iter().map(|&b| (a.min(b), a.max(b))));
    }
    pairs
}
