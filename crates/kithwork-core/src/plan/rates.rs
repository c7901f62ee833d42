//! How often people of a level refer: a prior by level, learned from the owner's own referrals.
//!
//! λ of a person = base × multiplier of the level, referrals a quarter. The base is gamma–Poisson over
//! the whole book; a person's own referrals, and those of their room and sector, shrink towards it
//! (science.md §3.6, §3.12). Exposure is only what is mature: an hour of last week has had no time
//! to return anything.

use super::circle::Acquaintance;
use super::week::Week;
use super::{Expected, PlanParams};
use crate::days::days_between;
use crate::id::RoomId;
use crate::models::gamma_poisson::Gamma;
use std::collections::BTreeMap;

const DAYS_A_QUARTER: f64 = 91.3125;

/// Referral rates.
#[derive(Clone, Debug)]
pub(super) struct Rates {
    base: Gamma,
    /// Referrals from people known long enough to have had the time.
    mature: f64,
    by_room: BTreeMap<RoomId, f64>,
    by_sector: BTreeMap<String, f64>,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    referrals: f64,
    expected: f64,
}

impl Rates {
    /// Learns from the book's outcomes.
    pub(super) fn learn(week: &Week<'_>, circle: &[Acquaintance<'_>]) -> Self {
        let params = &week.params.plan;
        let prior = Gamma { shape: params.prior_referrals, rate: params.prior_quarters };
        let exposures: Vec<f64> = circle.iter().map(|a| exposure(week, a)).collect();
        let referrals: f64 = circle.iter().map(|a| f64::from(a.referrals)).sum();
        let base = prior.after(referrals, exposures.iter().sum());
        let (mut rooms, mut sectors) = (BTreeMap::new(), BTreeMap::new());
        for (one, exposure) in circle.iter().zip(&exposures) {
            let add = |seen: &mut Seen| {
                seen.referrals += f64::from(one.referrals);
                seen.expected += base.mean() * exposure;
            };
            if let Some(room) = one.person.met_at {
                add(rooms.entry(room).or_default());
            }
            if let Some(sector) = sector(one) {
                add(sectors.entry(sector).or_default());
            }
        }
        let factor =
            |seen: Seen| (params.pooling + seen.referrals) / (params.pooling + seen.expected);
        let by_room = rooms.into_iter().map(|(room, seen)| (room, factor(seen))).collect();
        let by_sector = sectors.into_iter().map(|(sector, seen)| (sector, factor(seen))).collect();
        let mature =
            circle.iter().filter(|a| is_mature(week, a)).map(|a| f64::from(a.referrals)).sum();
        Self { base, mature, by_room, by_sector }
    }

    /// Referrals a quarter to be expected of somebody were they warm and at `level`.
    pub(super) fn of(&self, week: &Week<'_>, one: &Acquaintance<'_>, level: u8) -> f64 {
        let params = &week.params.plan;
        let prior = self.base.mean() * multiplier(params, level) * self.pooled(one);
        let expected = self.base.mean() * exposure(week, one);
        prior * (params.pooling + f64::from(one.referrals)) / (params.pooling + expected)
    }

    fn pooled(&self, one: &Acquaintance<'_>) -> f64 {
        let room = one.person.met_at.and_then(|room| self.by_room.get(&room)).copied();
        let sector = sector(one).and_then(|sector| self.by_sector.get(&sector).copied());
        (room.unwrap_or(1.0) * sector.unwrap_or(1.0)).sqrt()
    }

    /// What is to be expected of things worth `value` in all, once the owner's own outcomes inform it:
    /// the rate's own 90 % interval, scaled to them.
    pub(super) fn expected(&self, params: &PlanParams, value: f64) -> Option<Expected> {
        let enough = self.mature >= params.least_referrals && value > 0.0;
        let at = |chance| self.base.quantile(chance) / self.base.mean() * value;
        enough.then(|| Expected { low: at(0.05), median: at(0.5), high: at(0.95) })
    }
}

pub(super) fn multiplier(params: &PlanParams, level: u8) -> f64 {
    params.level_rates.get(usize::from(level)).copied().unwrap_or(0.0)
}

/// Quarters of mature acquaintance, weighted by level: two years at most.
fn exposure(week: &Week<'_>, one: &Acquaintance<'_>) -> f64 {
    let days = one.met.map_or(0, |met| days_between(met, week.sunday)).clamp(0, 730);
    let params = &week.params.returns;
    let age = f64::from(days) / 7.0;
    let mature = 1.0 - (-(age / params.lag_scale_weeks).powf(params.lag_shape)).exp();
    multiplier(&week.params.plan, one.standing.level) * mature * f64::from(days) / DAYS_A_QUARTER
}

/// Known for half a year at least: the lag's median.
fn is_mature(week: &Week<'_>, one: &Acquaintance<'_>) -> bool {
    one.met.is_some_and(|met| days_between(met, week.sunday) >= 182)
}

fn sector(one: &Acquaintance<'_>) -> Option<String> {
    one.person.sector.as_deref().map(|s| s.trim().to_lowercase()).filter(|s| !s.is_empty())
}
