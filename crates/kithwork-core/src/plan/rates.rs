//! How often people of a level refer: a prior by level, learned from the owner's own referrals.
//!
//! λ of a person = base × multiplier of the level, referrals a quarter. The base is gamma–Poisson over
//! the whole book; a person's own referrals, and those of their room and sector, shrink towards it
//! (science.md §3.6, §3.12). Exposure is only what is mature: an hour of last week has had no time
//! to return anything.

use super::circle::Acquaintance;
use super::depth;
use super::week::Week;
use super::{Expected, PlanParams};
use crate::days::days_between;
use crate::id::RoomId;
use crate::models::gamma_poisson::Gamma;
use std::collections::BTreeMap;

/// Referral rates.
#[derive(Clone, Debug)]
pub(super) struct Rates {
    base: Gamma,
    /// Referrals from people known long enough to have had the time.
    mature: f64,
    by_level: [f64; 6],
    by_room: BTreeMap<RoomId, f64>,
    by_sector: BTreeMap<String, f64>,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    referrals: f64,
    expected: f64,
}

impl Seen {
    fn add(&mut self, one: &Acquaintance<'_>, base: Gamma) {
        self.referrals += f64::from(one.referrals);
        self.expected += base.mean() * one.lived;
    }

    /// How these people's referrals compare with those expected, drawn towards 1.
    fn factor(self, params: &PlanParams) -> f64 {
        (params.pooling + self.referrals) / (params.pooling + self.expected)
    }
}

impl Rates {
    /// Learns from the book's outcomes.
    pub(super) fn learn(week: &Week<'_>, circle: &[Acquaintance<'_>]) -> Self {
        let params = &week.params.plan;
        let prior = Gamma { shape: params.prior_referrals, rate: params.prior_quarters };
        let referrals: f64 = circle.iter().map(|a| f64::from(a.referrals)).sum();
        let base = prior.after(referrals, circle.iter().map(|a| a.lived).sum());
        let mut levels = [Seen::default(); 6];
        let (mut rooms, mut sectors) = (BTreeMap::new(), BTreeMap::new());
        for one in circle {
            levels[rung(one.depth)].add(one, base);
            if let Some(room) = one.person.met_at {
                rooms.entry(room).or_insert_with(Seen::default).add(one, base);
            }
            if let Some(sector) = sector(one) {
                sectors.entry(sector).or_insert_with(Seen::default).add(one, base);
            }
        }
        let mature =
            circle.iter().filter(|a| is_mature(week, a)).map(|a| f64::from(a.referrals)).sum();
        Self {
            base,
            mature,
            by_level: levels.map(|seen| seen.factor(params)),
            by_room: rooms.into_iter().map(|(room, seen)| (room, seen.factor(params))).collect(),
            by_sector: sectors.into_iter().map(|(of, seen)| (of, seen.factor(params))).collect(),
        }
    }

    /// Referrals a quarter to be expected of somebody were they warm and that deep; `own` is how they
    /// compare with others ([`Rates::own`]).
    pub(super) fn of(&self, params: &PlanParams, own: f64, depth: f64) -> f64 {
        self.base.mean() * depth::multiplier(params, depth) * self.by_level[rung(depth)] * own
    }

    /// How somebody compares with others that deep: those of their room and sector, then they
    /// themselves. People differ as a gamma of shape `unlike` does, so that one referral tells much
    /// about a person and a year without one a little.
    pub(super) fn own(&self, params: &PlanParams, one: &Acquaintance<'_>) -> f64 {
        let room = one.person.met_at.and_then(|room| self.by_room.get(&room)).copied();
        let sector = sector(one).and_then(|sector| self.by_sector.get(&sector).copied());
        let pooled = (room.unwrap_or(1.0) * sector.unwrap_or(1.0)).sqrt();
        let expected = self.base.mean() * self.by_level[rung(one.depth)] * pooled * one.lived;
        let seen = params.unlike + f64::from(one.referrals);
        let mean = seen / (params.unlike + expected);
        pooled * mean * (1.0 + params.exploration / seen.sqrt())
    }

    /// What is to be expected of things worth `value` in all, once the owner's own outcomes inform it:
    /// the rate's own 90 % interval, scaled to them.
    pub(super) fn expected(&self, params: &PlanParams, value: f64) -> Option<Expected> {
        let enough = self.is_informed(params) && value > 0.0;
        let at = |chance| self.base.quantile(chance) / self.base.mean() * value;
        enough.then(|| Expected { low: at(0.05), median: at(0.5), high: at(0.95) })
    }

    /// Whether the owner's own outcomes inform it.
    pub(super) fn is_informed(&self, params: &PlanParams) -> bool {
        self.mature >= params.least_referrals
    }

    /// Referrals from people known long enough to have had the time.
    pub(super) fn mature(&self) -> f64 {
        self.mature
    }

    /// Referrals a quarter of somebody warm at level 3, before anything is known of them.
    pub(super) fn base(&self) -> f64 {
        self.base.mean()
    }
}

/// The rung at or below a depth.
fn rung(depth: f64) -> usize {
    (1..=5_u8)
        .take_while(|&level| f64::from(level) <= depth + 1e-9)
        .map(usize::from)
        .last()
        .unwrap_or(0)
}

/// Known for half a year at least: the lag's median.
fn is_mature(week: &Week<'_>, one: &Acquaintance<'_>) -> bool {
    one.met.is_some_and(|met| days_between(met, week.sunday) >= 182)
}

fn sector(one: &Acquaintance<'_>) -> Option<String> {
    one.person.sector.as_deref().map(|s| s.trim().to_lowercase()).filter(|s| !s.is_empty())
}
