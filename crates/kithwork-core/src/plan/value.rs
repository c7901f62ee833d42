//! What a thing to do is worth: Δ expected referrals over 26 weeks, one unit for every kind
//! (science.md §3.11).
//!
//! Without a contact a person's warmth goes on fading: A·λ(L)·∫ 2^−(h+t)/H(L) dt over the horizon,
//! A the chance that the relationship lives. With one that takes place (chance p) it starts anew at
//! the level it may lead to. Δ = p·(with − without). The chance of life enters once on each side,
//! so that new people are not buried.

use super::circle::Acquaintance;
use super::rates::Rates;
use super::week::Week;
use crate::ladder::Missing;

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
pub(super) const HELP: Effect = Effect { warms: 0.25, climbs: 0.35, least_level: 0 };
/// A promise kept: nothing new, but trust not lost.
pub(super) const PROMISE: Effect = Effect { warms: 0.4, climbs: 0.4, least_level: 0 };

/// Weeks of the horizon.
const HORIZON: f64 = 26.0;
const WEEKS_A_QUARTER: f64 = 13.044_642_857;

/// Δ expected referrals over 26 weeks of one contact with somebody.
pub(super) fn gain(week: &Week<'_>, rates: &Rates, one: &Acquaintance<'_>, effect: Effect) -> f64 {
    let params = &week.params.plan;
    let level = one.standing.level.max(effect.least_level);
    let alive = one.standing.p_alive.unwrap_or(params.agree_cold);
    let now = rates.of(week, one, level);
    let next = rates.of(week, one, (level + 1).min(5));
    let climb = params.climb.get(usize::from(level)).copied().unwrap_or(0.0) * effect.climbs;
    let silence = one.silence_weeks(week);
    let without = alive * now * warm_quarters(week, level, silence);
    let fresh = (1.0 - climb) * now * warm_quarters(week, level, 0.0)
        + climb * next * warm_quarters(week, (level + 1).min(5), 0.0);
    let restored = effect.warms.mul_add(fresh - without, without).max(without)
        + (1.0 - effect.warms) * climb * (next - now).max(0.0) * warm_quarters(week, level, 0.0);
    let agrees = params.agree_cold + (1.0 - params.agree_cold) * alive;
    agrees * (restored - without).max(0.0) * learning(week, one) * readiness(one)
}

/// Warm quarters within the horizon of somebody unseen for `silence` weeks: ∫ 2^−(h+t)/H dt.
pub(super) fn warm_quarters(week: &Week<'_>, level: u8, silence: f64) -> f64 {
    let half_lives = &week.params.plan.half_life_weeks;
    let half_life = half_lives.get(usize::from(level)).copied().unwrap_or(6.0).max(0.1);
    let rate = std::f64::consts::LN_2 / half_life;
    (-rate * silence).exp() * (1.0 - (-rate * HORIZON).exp()) / rate / WEEKS_A_QUARTER
}

/// A bonus for what is still unknown about somebody: a contact also tells who refers.
fn learning(week: &Week<'_>, one: &Acquaintance<'_>) -> f64 {
    if one.missing == Missing::FindOut { 1.0 + week.params.plan.exploration } else { 1.0 }
}

/// Somebody of whom trust, understanding and opportunity are all known refers as their least allows.
fn readiness(one: &Acquaintance<'_>) -> f64 {
    one.readiness.map_or(1.0, |least| 0.6 + 0.2 * f64::from(least.min(4)))
}
