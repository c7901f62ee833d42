//! What an hour returns, with honest uncertainty (science.md §3.6).

use super::reading::Reading;
use super::time::counted;
use super::words::many;
use crate::explanation::{Explanation, Input, Origin};
use crate::facts::{Direction, Referral};
use crate::id::FactId;
use crate::models::fitted::Fitted;
use crate::models::gamma_gamma::{Deals, GammaGamma};
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use crate::money::{Currency, minor_f64};
use crate::params::ReturnParams;
use serde::Serialize;

/// What an hour returned, in one currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReturnPerHour {
    /// The currency.
    pub currency: Currency,
    /// 5th percentile, minor units an hour; none where there is not enough data.
    pub low: Option<i64>,
    /// Median, minor units an hour.
    pub median: Option<i64>,
    /// 95th percentile, minor units an hour.
    pub high: Option<i64>,
    /// Whether it can be said at all.
    pub measured: bool,
    /// How it came about, or what is missing.
    pub explanation: Explanation,
}

/// Hours given, and what they count for by now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Effort {
    pub(super) hours: f64,
    /// Hours whose results can have shown by now.
    pub(super) effective: f64,
}

impl Effort {
    pub(super) fn add(&mut self, hours: f64, mature: f64) {
        self.hours += hours;
        self.effective += hours * mature;
    }

    /// The share of the effort that is mature, 0..=1.
    pub(super) fn mature_share(self) -> f64 {
        if self.hours > 0.0 { self.effective / self.hours } else { 0.0 }
    }
}

/// The business that came of an effort, in one currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Results {
    /// How many deals.
    pub(super) events: u64,
    /// Their sum, minor units.
    pub(super) minor: i64,
    /// The sum of their squares, for how much deals differ.
    pub(super) squares: f64,
    /// The deals.
    pub(super) facts: Vec<FactId>,
}

impl Results {
    pub(super) fn add(&mut self, minor: i64, fact: FactId) {
        self.add_many(1, minor, fact);
    }

    /// So many results that together were worth so much.
    pub(super) fn add_many(&mut self, events: u64, minor: i64, fact: FactId) {
        self.events += events;
        self.minor = self.minor.saturating_add(minor);
        if events > 0 {
            self.squares += minor_f64(minor).powi(2) / as_f64(events);
        }
        self.facts.push(fact);
    }

    /// Takes over the figures of others, without their facts.
    pub(super) fn pool(&mut self, other: &Self) {
        self.events += other.events;
        self.minor = self.minor.saturating_add(other.minor);
        self.squares += other.squares;
    }

    /// How much deals differ, as the square of their coefficient of variation; 0 where nothing tells.
    fn spread(&self) -> f64 {
        let sum = minor_f64(self.minor);
        if self.events == 0 || sum <= 0.0 {
            return 0.0;
        }
        (self.squares * as_f64(self.events) / (sum * sum) - 1.0).max(0.0)
    }

    /// What is believed of results per hour, widened by how much deals differ: a compound Poisson sum
    /// of k deals is as uncertain as k/(1 + cv²) equal ones.
    pub(super) fn rate(
        &self,
        effort: Effort,
        book: &Self,
        prior: Gamma,
        params: &ReturnParams,
    ) -> Gamma {
        let weight = params.prior_deals.min(as_f64(book.events));
        let events = as_f64(self.events);
        let spread = if events + weight > 0.0 {
            (events * self.spread() + weight * book.spread()) / (events + weight)
        } else {
            0.0
        };
        let rate = prior.after(events, effort.effective);
        Gamma { shape: rate.shape / (1.0 + spread), rate: rate.rate / (1.0 + spread) }
    }

    /// The mean deal, drawn towards the whole book's where there are few (§3.4), minor units.
    pub(super) fn mean_deal(&self, book: &Self, params: &ReturnParams) -> f64 {
        let mean = |of: &Self| {
            if of.events > 0 { minor_f64(of.minor) / as_f64(of.events) } else { 0.0 }
        };
        let own = Deals { count: as_f64(self.events), mean: mean(self) };
        let weight = params.prior_deals.min(as_f64(book.events));
        GammaGamma::around(mean(book), weight).map_or(own.mean, |usual| usual.expected(own))
    }
}

/// What an hour returned: the gamma–Poisson rate times the mean deal, shown only past the gate.
pub(super) fn per_hour(
    currency: Currency,
    effort: Effort,
    results: &Results,
    book: &Results,
    prior: Fitted<Gamma>,
    params: &ReturnParams,
) -> ReturnPerHour {
    let enough = results.events >= params.least_events;
    let is_mature = effort.mature_share() >= params.mature_from;
    let measured = enough && is_mature && effort.hours > 0.0;
    let rate = results.rate(effort, book, prior.model, params);
    let deal = results.mean_deal(book, params);
    let at = |p: f64| measured.then(|| rounded(rate.quantile(p) * deal));
    ReturnPerHour {
        currency,
        low: at(0.05),
        median: at(0.5),
        high: at(0.95),
        measured,
        explanation: explain(effort, results, deal, prior, params),
    }
}

/// What an hour usually returns, before anything is known of one room or channel: our judgement.
pub(super) fn usual_rate(params: &ReturnParams) -> Gamma {
    Gamma { shape: params.prior_events, rate: params.prior_hours }
}

/// Where a value comes from that was learned from so many cases, or set.
pub(super) fn learned_from(cases: u64) -> Origin {
    if cases > 0 { Origin::Learned } else { Origin::Judgement }
}

fn explain(
    effort: Effort,
    results: &Results,
    deal: f64,
    prior: Fitted<Gamma>,
    params: &ReturnParams,
) -> Explanation {
    let rates = if prior.is_learned() { Origin::Learned } else { Origin::Judgement };
    let (lag, deals) =
        (learned_from(params.lag_learned_from), learned_from(params.deals_learned_from));
    let set = |name, value, unit, origin| Input { name, value, unit, origin };
    Explanation {
        formula: "return-per-hour",
        says: format!(
            "{:.0} hours there and with the people met there, of which {:.0} can have shown their result by now; {} so far.",
            effort.hours,
            effort.effective,
            pieces(results.events),
        ),
        inputs: vec![
            counted("hours", effort.hours, "hours"),
            counted("mature hours", effort.effective, "hours"),
            counted("business won", as_f64(results.events), "1"),
            counted("mean deal", deal, "minor units"),
            set("prior results", prior.model.shape, "1", rates),
            set("prior hours", prior.model.rate, "hours", rates),
            set("deals that the usual one weighs", params.prior_deals, "1", deals),
            set("lag shape", params.lag_shape, "1", lag),
            set("lag scale", params.lag_scale_weeks, "weeks", lag),
        ],
        facts: results.facts.clone(),
        would_change: missing(effort, results, params),
    }
}

fn missing(effort: Effort, results: &Results, params: &ReturnParams) -> String {
    let lacking = params.least_events.saturating_sub(results.events);
    if effort.hours <= 0.0 {
        return "Hours spent there, or with the people met there, would begin it.".to_owned();
    }
    if lacking > 0 {
        return format!("It takes {} more from there to tell.", pieces(lacking));
    }
    if effort.mature_share() < params.mature_from {
        return "Time will tell: more than half of these hours are too recent to have shown a result."
            .to_owned();
    }
    "More business from there raises it; more hours without any lower it.".to_owned()
}

/// `1 piece of business`, `3 pieces of business`.
pub(super) fn pieces(count: u64) -> String {
    many(count, "piece of business", "pieces of business")
}

/// To whole minor units.
#[expect(clippy::cast_possible_truncation, reason = "rounded; `as` saturates beyond the range")]
pub(super) fn rounded(minor: f64) -> i64 {
    minor.round() as i64
}

/// Referrals received up to the date.
pub(super) fn referrals_received<'a>(
    reading: &'a Reading<'_>,
) -> impl Iterator<Item = &'a Referral> {
    let referrals = reading.book.facts.referrals.iter();
    referrals.filter(|r| r.direction == Direction::Received && reading.sees(r.on))
}
