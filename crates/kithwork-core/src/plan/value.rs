//! What a thing to do is worth: Δ expected referrals over 26 weeks, one unit for every kind
//! (science.md §3.11).
//!
//! Without a contact a person's warmth goes on fading: A·λ(L)·∫ 2^−(h+t)/H(L) dt over the horizon,
//! A the chance that the relationship lives. With one that takes place (chance p) it starts anew at
//! the level it may lead to. Δ = p·(with − without). The chance of life enters once on each side,
//! so that new people are not buried.

use super::circle::Acquaintance;
use super::depth;
use super::rates::Rates;
use super::week::Week;
use crate::params::PlanParams;

/// How a contact changes what is to be expected.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effect {
    /// How much of a one-to-one's warmth it restores; 0..=1.
    pub warms: f64,
    /// How much of a one-to-one's chance to climb it has; 0..=1.
    pub climbs: f64,
    /// The level from which it is looked at, for those whose level is lower still.
    pub least_level: u8,
}

/// Sitting down together.
pub(super) const ONE_TO_ONE: Effect = Effect { warms: 1.0, climbs: 1.0, least_level: 0 };
/// A table of a few.
pub(super) const TABLE: Effect = Effect { warms: 0.8, climbs: 0.6, least_level: 0 };
/// The line after a first meeting: early contact decides most.
pub(super) const FOLLOW_UP: Effect = Effect { warms: 0.5, climbs: 0.5, least_level: 1 };
/// An introduction or other help: it warms, and it is what climbing rests on.
pub(super) const HELP: Effect = Effect { warms: 0.25, climbs: 0.2, least_level: 0 };
/// A call: it warms, and takes nobody deeper.
pub(super) const CALL: Effect = Effect { warms: 0.5, climbs: 0.0, least_level: 0 };
/// A promise kept: nothing new, but trust not lost.
pub(super) const PROMISE: Effect = Effect { warms: 0.4, climbs: 0.4, least_level: 0 };

/// Weeks of the horizon.
pub(super) const HORIZON: f64 = 26.0;

/// What one contact with somebody brings, and what that is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gain {
    effect: Effect,
    /// The chance that the relationship lives; 0..=1.
    pub alive: f64,
    /// The chance that an invitation is taken up; 0..=1.
    pub agrees: f64,
    /// Weeks since both last talked.
    pub silence: f64,
    /// Referrals a quarter while warm, as deep as it is now and as one more hour takes it.
    pub rates: [f64; 2],
    /// Weeks after which half of the warmth is gone, at the same two depths.
    pub half_lives: [f64; 2],
    /// What is known of trust, understanding and opportunity: the least of them holds back; 0.6..=1.4.
    pub readiness: f64,
    /// Referrals within the horizon: if nothing happens, if it is warm again, if it is also deeper.
    pub expects: [f64; 3],
}

impl Gain {
    pub(super) fn of(
        week: &Week<'_>,
        rates: &Rates,
        one: &Acquaintance<'_>,
        effect: Effect,
    ) -> Self {
        let params = &week.params.plan;
        let alive = one.standing.p_alive.unwrap_or(params.agree_cold);
        let now = one.depth.max(f64::from(effect.least_level));
        let deeper = one.deeper.max(now);
        let own = rates.own(params, one);
        let silence = one.silence_weeks(week);
        let [rate, deeper_rate] = [now, deeper].map(|depth| rates.of(params, own, depth));
        let half_lives = [now, deeper].map(|depth| depth::half_life(params, depth));
        let [half_life, deeper_half_life] = half_lives;
        let warm = |half_life, silence| depth::warm_quarters(half_life, silence, HORIZON);
        Self {
            effect,
            alive,
            agrees: agrees(params, one, alive),
            silence,
            rates: [rate, deeper_rate],
            half_lives,
            readiness: readiness(one),
            expects: [
                alive * rate * warm(half_life, silence),
                rate * warm(half_life, 0.0),
                deeper_rate * warm(deeper_half_life, 0.0),
            ],
        }
    }

    /// Δ expected referrals over 26 weeks.
    pub(super) fn value(&self) -> f64 {
        let [without, warm, deeper] = self.expects;
        let warmer = (warm - without).max(0.0);
        let further = (deeper - warm).max(0.0);
        let adds = self.effect.warms * warmer + self.effect.climbs * further;
        self.agrees * adds * self.readiness
    }

    /// The parts of a one-to-one's warmth and depth that it counts for.
    pub(super) fn parts(&self) -> [f64; 2] {
        [self.effect.warms, self.effect.climbs]
    }
}

/// Δ expected referrals over 26 weeks of one contact with somebody.
pub(super) fn gain(week: &Week<'_>, rates: &Rates, one: &Acquaintance<'_>, effect: Effect) -> f64 {
    Gain::of(week, rates, one, effect).value()
}

/// The chance that an invitation is taken up: less with each that led to nothing.
fn agrees(params: &PlanParams, one: &Acquaintance<'_>, alive: f64) -> f64 {
    let warm = params.agree_cold + (1.0 - params.agree_cold) * alive;
    warm / (1.0 + params.unanswered * f64::from(one.unanswered))
}

/// Warm quarters within the horizon of somebody of a level seen just now.
pub(super) fn warm_quarters(week: &Week<'_>, level: u8) -> f64 {
    let half_life = depth::half_life(&week.params.plan, f64::from(level));
    depth::warm_quarters(half_life, 0.0, HORIZON)
}

/// What is known of trust, understanding and opportunity: the least of them holds back.
fn readiness(one: &Acquaintance<'_>) -> f64 {
    one.readiness.map_or(1.0, |least| 0.6 + 0.2 * f64::from(least.min(4)))
}
