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
const HORIZON: f64 = 26.0;

/// Δ expected referrals over 26 weeks of one contact with somebody.
pub(super) fn gain(week: &Week<'_>, rates: &Rates, one: &Acquaintance<'_>, effect: Effect) -> f64 {
    let params = &week.params.plan;
    let alive = one.standing.p_alive.unwrap_or(params.agree_cold);
    let now = one.depth.max(f64::from(effect.least_level));
    let deeper = one.deeper.max(now);
    let own = rates.own(params, one);
    let at = |depth: f64, silence: f64| {
        let warm = depth::warm_quarters(depth::half_life(params, depth), silence, HORIZON);
        rates.of(params, own, depth) * warm
    };
    let without = alive * at(now, one.silence_weeks(week));
    let warmer = (at(now, 0.0) - without).max(0.0);
    let further = (at(deeper, 0.0) - at(now, 0.0)).max(0.0);
    let adds = effect.warms * warmer + effect.climbs * further;
    agrees(params, one, alive) * adds * readiness(one)
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
