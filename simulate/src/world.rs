//! A made-up world: its rooms and people as they are, whatever the owner does.

use crate::chance::Chance;
use crate::family::{Family, Reach};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Weeks of history before the policies part.
pub(crate) const HISTORY: usize = 52;
/// Weeks that are compared.
pub(crate) const WEEKS: usize = 104;
/// The first Monday of the history.
const START: Date = date(2024, 1, 1);
/// What people do, and what others look for.
pub(crate) const TRADES: [&str; 16] = [
    "accountant",
    "florist",
    "plumber",
    "web designer",
    "solicitor",
    "caterer",
    "photographer",
    "printer",
    "electrician",
    "recruiter",
    "architect",
    "translator",
    "mortgage adviser",
    "physiotherapist",
    "copywriter",
    "surveyor",
];

/// One world.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub family: Family,
    pub chance: Chance,
    pub venues: Vec<Venue>,
    pub souls: Vec<Soul>,
    /// Minutes a week for networking.
    pub budget: u32,
    /// Everybody's mood week by week, around 1.
    moods: Vec<Vec<f64>>,
}

/// A room.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Venue {
    /// Weeks between meetings.
    pub every: usize,
    /// Days after Monday.
    pub weekday: i64,
    /// Length with travel.
    pub minutes: u32,
    /// Absences that its rule allows in half a year.
    pub absences: Option<u32>,
    /// How its people's prospects compare with other rooms'.
    fit: f64,
}

/// A person as they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Soul {
    /// Where they go.
    pub venue: usize,
    /// How often they turn up.
    regular: f64,
    /// The weeks in which they come to the room.
    joins: usize,
    leaves: usize,
    /// Whether they are out of reach once they have left.
    moves_away: bool,
    pub trade: usize,
    /// Prospects they come across, a week.
    reach: f64,
    /// Trust from which they refer.
    pub bar: f64,
    /// Understanding from which they can.
    pub grasp_bar: f64,
    /// How readily they agree to meet.
    pub opens: f64,
    /// How far one talk takes their trust.
    pub warms: f64,
    /// How much help moves them.
    pub returns: f64,
    /// Weeks after which they have half forgotten.
    pub memory: f64,
    /// What their prospects spend, beside others'.
    pub purse: f64,
}

impl World {
    /// World number `n` of a family.
    pub(crate) fn new(family: Family, seed: u64, family_at: usize, n: usize) -> Self {
        let chance = Chance::new(seed).of(&[family_at, n]);
        let mut draw = chance.of(&[1]);
        let rhythms = [(1, 105), (1, 120), (1, 90), (2, 120), (2, 150), (4, 180)];
        let venues = rhythms.iter().enumerate().map(|(at, &(every, minutes))| Venue {
            every,
            minutes,
            weekday: i64::try_from(at % 5).unwrap_or(0),
            absences: (at % 3 == 0).then_some(3),
            fit: draw.lognormal(1.0, family.rooms),
        });
        let venues: Vec<Venue> = venues.collect();
        let budget = [240, 360, 480][chance.of(&[2]).below(3)];
        let mut world =
            Self { family, chance, venues, souls: Vec::new(), budget, moods: Vec::new() };
        for venue in 0..world.venues.len() {
            world.fill(venue);
        }
        world.moods = (0..world.souls.len()).map(|soul| world.moods_of(soul)).collect();
        world
    }

    /// Moods last for about ten weeks.
    fn moods_of(&self, soul: usize) -> Vec<f64> {
        let (strength, mut state) = (self.family.moods, 0.0);
        let mut draw = self.chance.of(&[9, soul]);
        let step = |_| {
            state = 0.9 * state + 0.436 * draw.normal();
            (strength * state - strength * strength / 2.0).exp().min(2.5)
        };
        (0..HISTORY + WEEKS).map(step).collect()
    }

    /// People who are there at the start, and those who come later.
    fn fill(&mut self, venue: usize) {
        let mut draw = self.chance.of(&[3, venue]);
        let size = 16 + draw.below(14);
        let stay = self.family.stay;
        let every = stay / f64::from(u32::try_from(size).unwrap_or(20));
        let (mut coming, mut joins) = (0.0, vec![0; size]);
        loop {
            coming += draw.exponential(every);
            match weeks(coming) {
                week if week < HISTORY + WEEKS => joins.push(week),
                _ => break,
            }
        }
        for join in joins {
            let soul = self.soul(&mut draw, venue, join);
            self.souls.push(soul);
        }
    }

    fn soul(&self, draw: &mut Chance, venue: usize, joins: usize) -> Soul {
        let family = &self.family;
        let reach = match family.reach {
            Reach::Uneven(sigma) => draw.lognormal(0.03, sigma),
            Reach::HeavyTailed(alpha) => draw.pareto(0.008, alpha).min(1.0),
        };
        Soul {
            venue,
            regular: draw.between(0.35, 0.95),
            joins,
            leaves: joins + 1 + weeks(draw.exponential(family.stay)),
            moves_away: draw.happens(0.4),
            trade: draw.below(TRADES.len()),
            reach: reach * self.venues[venue].fit,
            bar: (family.bar + 0.15 * draw.normal()).clamp(0.05, 0.9),
            grasp_bar: draw.between(0.25, 0.55),
            opens: draw.between(0.35, 0.95),
            warms: draw.between(0.1, 0.32),
            returns: draw.between(0.3, 1.5),
            memory: draw.lognormal(9.0, 0.5),
            purse: draw.lognormal(1.0, 0.5),
        }
    }

    /// The Monday of a week.
    pub(crate) fn monday(week: usize) -> Date {
        START.saturating_add(i64::try_from(week).unwrap_or(0).weeks())
    }

    /// How lively rooms are in a week, 0..1: a long summer and the turn of the year.
    pub(crate) fn season(&self, week: usize) -> f64 {
        match week % 52 {
            26..=36 | 50..=51 | 0 => 1.0 - self.family.season,
            _ => 1.0,
        }
    }

    /// The rooms that meet in a week.
    pub(crate) fn meets(&self, week: usize) -> Vec<usize> {
        let is_open =
            |at: usize| self.chance.of(&[4, at, week]).happens(self.season(week).max(0.3));
        let lively = self.season(week) >= 0.9;
        (0..self.venues.len())
            .filter(|&at| week % self.venues[at].every == at % self.venues[at].every)
            .filter(|&at| lively || is_open(at))
            .collect()
    }

    /// Who turns up at a room.
    pub(crate) fn present(&self, venue: usize, week: usize) -> Vec<usize> {
        let here = |at: &usize| {
            let soul = &self.souls[*at];
            soul.venue == venue
                && (soul.joins..soul.leaves).contains(&week)
                && self.chance.of(&[5, *at, week]).happens(soul.regular * self.season(week))
        };
        (0..self.souls.len()).filter(here).collect()
    }

    /// Whether somebody can still be reached.
    pub(crate) fn is_about(&self, soul: usize, week: usize) -> bool {
        let one = &self.souls[soul];
        one.joins <= week && (week < one.leaves || !one.moves_away)
    }

    /// Prospects that somebody comes across in a week, on average.
    pub(crate) fn reach(&self, soul: usize, week: usize) -> f64 {
        let one = &self.souls[soul];
        let Some(lasts) = self.family.reach_lasts else { return one.reach };
        // Everybody changes at a time of their own.
        let offset = self.chance.of(&[6, soul]).unit() * lasts;
        let era = weeks((f64::from(u32::try_from(week).unwrap_or(0)) + offset) / lasts);
        let other = self.chance.of(&[7, soul, era]).below(self.souls.len());
        self.souls[other].reach
    }

    /// Prospects that somebody does come across in a week.
    pub(crate) fn prospects(&self, soul: usize, week: usize) -> u32 {
        self.chance.of(&[8, soul, week]).poisson(self.reach(soul, week))
    }

    /// Somebody's mood in a week, around 1.
    pub(crate) fn mood(&self, soul: usize, week: usize) -> f64 {
        self.moods.get(soul).and_then(|all| all.get(week)).copied().unwrap_or(1.0)
    }

    /// What somebody looks for in a week, if anything.
    pub(crate) fn looks_for(&self, soul: usize, week: usize) -> Option<usize> {
        let mut draw = self.chance.of(&[10, soul, week / 13]);
        draw.happens(0.5).then(|| draw.below(TRADES.len())).filter(|&t| t != self.souls[soul].trade)
    }
}

/// Whole weeks of a time.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between none and ten thousand"
)]
pub(crate) fn weeks(time: f64) -> usize {
    time.clamp(0.0, 10_000.0) as usize
}
