//! What the worlds say together.

use crate::chance::Chance;
use crate::life::Outcome;

/// What the policies made of some worlds: a row a world, an outcome a policy, ours first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Score<'o> {
    pub worlds: &'o [Vec<Outcome>],
    /// The policies that ours is compared with, by their places.
    pub others: &'o [usize],
}

/// A middle and the ends of its interval of 95 %.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Interval {
    pub low: f64,
    pub middle: f64,
    pub high: f64,
}

/// Draws of the bootstrap (Efron 1979).
const DRAWS: usize = 2000;

impl Score<'_> {
    /// Referrals to be expected of a hundred hours of a policy.
    pub(crate) fn referrals(&self, policy: usize) -> Interval {
        self.resampled(|worlds| per_minute(worlds, policy, |o| o.expected) * 6000.0)
    }

    /// Referrals that came, of a hundred hours.
    pub(crate) fn came(&self, policy: usize) -> f64 {
        per_minute(&self.all(), policy, |o| o.referrals) * 6000.0
    }

    /// Business to be expected of an hour, in the worlds' money.
    pub(crate) fn business(&self, policy: usize) -> Interval {
        self.resampled(|worlds| per_minute(worlds, policy, |o| o.business) * 60.0)
    }

    /// The share of the hours that went to rooms.
    pub(crate) fn in_rooms(&self, policy: usize) -> f64 {
        let worlds = self.all();
        let sum = |of: fn(&Outcome) -> f64| worlds.iter().map(|w| of(&w[policy])).sum::<f64>();
        sum(|o| o.room_minutes) / sum(|o| o.minutes).max(1.0)
    }

    /// The other policy that does best in these worlds together.
    pub(crate) fn best_other(&self) -> usize {
        let worlds = self.all();
        let rate = |policy: &usize| per_minute(&worlds, *policy, |o| o.expected);
        self.others.iter().copied().max_by(|a, b| rate(a).total_cmp(&rate(b))).unwrap_or(0)
    }

    /// Ours beside the best other policy of these worlds together.
    pub(crate) fn ratio(&self) -> Interval {
        let other = self.best_other();
        self.resampled(|worlds| {
            per_minute(worlds, 0, |o| o.expected)
                / per_minute(worlds, other, |o| o.expected).max(f64::MIN_POSITIVE)
        })
    }

    /// World by world, ours beside whichever other policy did best in that world; ascending.
    pub(crate) fn ratios(&self) -> Vec<f64> {
        let rate = |o: &Outcome| o.expected / o.minutes.max(1.0);
        let ratio = |world: &Vec<Outcome>| {
            let best = self.others.iter().map(|&at| rate(&world[at])).fold(0.0, f64::max);
            world.first().map_or(0.0, rate) / best.max(f64::MIN_POSITIVE)
        };
        let mut ratios: Vec<f64> = self.worlds.iter().map(ratio).collect();
        ratios.sort_by(f64::total_cmp);
        ratios
    }

    /// The median of these ratios.
    pub(crate) fn median_ratio(&self) -> Interval {
        self.resampled(|worlds| {
            let worlds: Vec<Vec<Outcome>> = worlds.iter().map(|&w| w.clone()).collect();
            quantile(&Score { worlds: &worlds, others: self.others }.ratios(), 0.5)
        })
    }

    fn all(&self) -> Vec<&Vec<Outcome>> {
        self.worlds.iter().collect()
    }

    /// A figure with its interval, by drawing the worlds anew.
    fn resampled(&self, figure: impl Fn(&[&Vec<Outcome>]) -> f64) -> Interval {
        let mut chance = Chance::new(2026);
        let draw = |_| {
            let n = self.worlds.len();
            let worlds: Vec<&Vec<Outcome>> =
                (0..n).map(|_| &self.worlds[chance.below(n)]).collect();
            figure(&worlds)
        };
        let mut drawn: Vec<f64> = (0..DRAWS).map(draw).collect();
        drawn.sort_by(f64::total_cmp);
        Interval {
            low: quantile(&drawn, 0.025),
            middle: figure(&self.all()),
            high: quantile(&drawn, 0.975),
        }
    }
}

fn per_minute(worlds: &[&Vec<Outcome>], policy: usize, of: impl Fn(&Outcome) -> f64) -> f64 {
    let sum = |what: &dyn Fn(&Outcome) -> f64| worlds.iter().map(|w| what(&w[policy])).sum::<f64>();
    sum(&of) / sum(&|o| o.minutes).max(1.0)
}

/// The value below which that share of sorted values lies.
pub(crate) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let at = crate::world::weeks((share * count(last)).round());
    sorted.get(at).copied().unwrap_or(f64::NAN)
}

/// A count as a number.
pub(crate) fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(rates: &[f64]) -> Vec<Outcome> {
        let outcome = |&expected| Outcome { minutes: 6000.0, expected, ..Outcome::default() };
        rates.iter().map(outcome).collect()
    }

    #[test]
    fn each_world_is_compared_with_the_best_of_the_others_there() {
        let worlds = [world(&[3.0, 1.0, 2.0]), world(&[3.0, 6.0, 2.0])];
        let score = Score { worlds: &worlds, others: &[1, 2] };
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} is not {b}");
        near(score.ratios()[0], 0.5);
        near(score.ratios()[1], 1.5);
        assert_eq!(score.best_other(), 1);
        near(score.ratio().middle, 6.0 / 7.0);
        near(score.referrals(0).middle, 3.0);
        let last = Score { worlds: &worlds, others: &[2] };
        assert_eq!(last.best_other(), 2);
        near(last.ratios()[0], 1.5);
    }
}
