//! What an hour returns, with honest uncertainty (science.md §3.6).

use super::reading::Reading;
use super::time::{counted, reckoned};
use super::words::many;
use crate::explanation::{Explanation, Input, Origin};
use crate::facts::{Direction, Referral};
use crate::id::FactId;
use crate::models::fitted::Fitted;
use crate::models::gamma_gamma::{Deals, GammaGamma};
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use crate::money::{Currency, Money, minor_f64};
use crate::params::ReturnParams;
use crate::rounding::{nearest, whole};
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

/// What hours went into: how an explanation speaks of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Into {
    /// One room, and the people met there.
    Room,
    /// All rooms and all people.
    Networking,
    /// Another way of finding clients, whose results show in the month they are won.
    Channel,
}

/// Hours, what they went into and what came of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'a> {
    pub(super) into: Into,
    pub(super) effort: Effort,
    pub(super) results: &'a Results,
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
    /// How many of them nobody said the worth of.
    pub(super) unvalued: u64,
    /// The sum of the others, minor units.
    pub(super) minor: i64,
    /// The sum of their squares, for how much deals differ.
    pub(super) squares: f64,
    /// The deals.
    pub(super) facts: Vec<FactId>,
}

impl Results {
    pub(super) fn add(&mut self, minor: i64, fact: FactId) {
        self.add_many(1, Some(minor), fact);
    }

    /// So many results that together were worth so much; none where nobody said how much.
    pub(super) fn add_many(&mut self, events: u64, minor: Option<i64>, fact: FactId) {
        self.events += events;
        self.unvalued += if minor.is_none() { events } else { 0 };
        let minor = minor.unwrap_or(0);
        self.minor = self.minor.saturating_add(minor);
        if events > 0 {
            self.squares += minor_f64(minor).powi(2) / as_f64(events);
        }
        self.facts.push(fact);
    }

    /// Takes over the figures of others, without their facts.
    pub(super) fn pool(&mut self, other: &Self) {
        self.events += other.events;
        self.unvalued += other.unvalued;
        self.minor = self.minor.saturating_add(other.minor);
        self.squares += other.squares;
    }

    /// How much deals differ, as the square of their coefficient of variation; 0 where nothing tells.
    fn spread(&self) -> f64 {
        let sum = minor_f64(self.minor);
        if self.valued() == 0 || sum <= 0.0 {
            return 0.0;
        }
        (self.squares * as_f64(self.valued()) / (sum * sum) - 1.0).max(0.0)
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

    /// The deals whose worth is known.
    fn valued(&self) -> u64 {
        self.events - self.unvalued
    }

    /// The mean of its own deals whose worth is known, minor units; none where there is none.
    fn mean(&self) -> Option<f64> {
        (self.valued() > 0).then(|| minor_f64(self.minor) / as_f64(self.valued()))
    }

    /// The mean deal, drawn towards the whole book's where there are few (§3.4), minor units.
    pub(super) fn mean_deal(&self, book: &Self, params: &ReturnParams) -> f64 {
        let own = Deals { count: as_f64(self.valued()), mean: self.mean().unwrap_or(0.0) };
        let weight = params.prior_deals.min(as_f64(book.valued()));
        GammaGamma::around(book.mean().unwrap_or(0.0), weight)
            .map_or(own.mean, |usual| usual.expected(own))
    }
}

/// What an hour returned: the gamma–Poisson rate times the mean deal, shown only past the gate.
pub(super) fn per_hour(
    given: Given<'_>,
    currency: Currency,
    book: &Results,
    prior: Fitted<Gamma>,
    params: &ReturnParams,
) -> ReturnPerHour {
    let Given { effort, results, .. } = given;
    let enough = results.events >= params.least_events;
    let is_mature = effort.mature_share() >= params.mature_from;
    let measured = enough && is_mature && effort.hours > 0.0 && results.unvalued == 0;
    let rate = results.rate(effort, book, prior.model, params);
    let deal = results.mean_deal(book, params);
    let at = |p: f64| measured.then(|| nearest(rate.quantile(p) * deal));
    ReturnPerHour {
        currency,
        low: at(0.05),
        median: at(0.5),
        high: at(0.95),
        measured,
        explanation: Explanation {
            inputs: inputs(given, Money { currency, minor: nearest(deal) }, prior, params),
            ..explain(given, params)
        },
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

fn explain(given: Given<'_>, params: &ReturnParams) -> Explanation {
    let Given { into, effort, results } = given;
    let [hours, effective] = [effort.hours, effort.effective].map(whole);
    let long = format!("About {}", many(hours, "hour", "hours"));
    let spent = match into {
        Into::Room => format!("{long} there and with the people met there"),
        Into::Networking => format!("{long} in rooms and with people"),
        Into::Channel => format!("{long} given to it"),
    };
    let shown = match into {
        Into::Room | Into::Networking => {
            format!(", of which {effective} can have shown their result by now")
        }
        Into::Channel => String::new(),
    };
    Explanation {
        facts: results.facts.clone(),
        ..Explanation::of(
            "return-per-hour",
            format!("{spent}{shown}; {} so far.", pieces(results.events)),
        )
        .changes(missing(given, params))
    }
}

fn inputs(
    given: Given<'_>,
    deal: Money,
    prior: Fitted<Gamma>,
    params: &ReturnParams,
) -> Vec<Input> {
    let Given { effort, results, .. } = given;
    let rates = if prior.is_learned() { Origin::Learned } else { Origin::Judgement };
    let (lag, deals) =
        (learned_from(params.lag_learned_from), learned_from(params.deals_learned_from));
    let mut inputs = vec![
        counted("hours", effort.hours, "hours"),
        reckoned("hours that can have shown their result", effort.effective, "hours"),
        counted("business won", as_f64(results.events), "1"),
    ];
    inputs.extend(mean_deals(results, deal));
    inputs.extend([
        Input::of("results taken as usual beforehand", prior.model.shape, "1", rates),
        Input::of("in hours taken as usual beforehand", prior.model.rate, "hours", rates),
        Input::of("deals that the usual one weighs", params.prior_deals, "1", deals),
        Input::of("shape of the wait for results", params.lag_shape, "1", lag),
        Input::of("scale of the wait for results", params.lag_scale_weeks, "weeks", lag),
    ]);
    inputs
}

/// The mean of the deals themselves, which is counted, and the one reckoned with: where deals are few
/// it is drawn towards all of the book's, and so it is learned.
fn mean_deals(results: &Results, deal: Money) -> impl Iterator<Item = Input> {
    // Sales of which nobody noted the value are worth an unknown sum, and not nothing.
    let own = results
        .mean()
        .filter(|mean| *mean > 0.0)
        .map(|minor| Money { minor: nearest(minor), ..deal });
    let drawn = Some(deal).filter(|drawn| drawn.minor > 0 && Some(*drawn) != own);
    let own = own.map(|own| Input::money("mean deal", own, Origin::Counted));
    let drawn = drawn
        .map(|drawn| Input::money("mean deal, drawn towards all of yours", drawn, Origin::Learned));
    own.into_iter().chain(drawn)
}

fn missing(given: Given<'_>, params: &ReturnParams) -> String {
    let Given { into, effort, results } = given;
    let lacking = params.least_events.saturating_sub(results.events);
    if effort.hours <= 0.0 {
        return match into {
            Into::Room => "Hours spent there, or with the people met there, would begin it.",
            Into::Networking => "Hours in rooms, or with people, would begin it.",
            Into::Channel => "Hours given to it would begin it.",
        }
        .to_owned();
    }
    if lacking > 0 {
        let more = many(lacking, "more piece of business", "more pieces of business");
        return format!("It takes {more} from there to tell what an hour brings.");
    }
    if results.unvalued > 0 {
        return "Noting what its sales were worth would tell what an hour brings.".to_owned();
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

/// Referrals received up to the date.
pub(super) fn referrals_received<'a>(
    reading: &'a Reading<'_>,
) -> impl Iterator<Item = &'a Referral> {
    let referrals = reading.book.facts.referrals.iter();
    referrals.filter(|r| r.direction == Direction::Received && reading.sees(r.on))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deals(events: u64, minor: i64) -> Results {
        Results { events, minor, ..Results::default() }
    }

    #[test]
    fn a_mean_deal_that_is_drawn_towards_all_others_is_not_called_counted() {
        let told = |results: &Results, deal| {
            let deal = Money { currency: Currency::GBP, minor: nearest(deal) };
            let inputs = mean_deals(results, deal);
            inputs.map(|i| (i.value, i.currency, i.origin)).collect::<Vec<_>>()
        };
        let gbp = Some(Currency::GBP);
        let own = (18_000.0, gbp, Origin::Counted);
        let drawn = (123_231.0, gbp, Origin::Learned);
        assert_eq!(told(&deals(1, 18_000), 123_230.77), [own, drawn]);
        assert_eq!(told(&deals(0, 0), 123_230.77), [drawn]);
        assert_eq!(told(&deals(2, 36_000), 18_000.0), [own]);
        assert_eq!(told(&deals(0, 0), 0.0), []);
    }

    /// Unknown is not nothing: nine sales of no known worth tell of no hour, and draw no mean down.
    #[test]
    fn sales_of_unknown_worth_leave_the_mean_as_it_is_and_are_asked_for() {
        let mut results = deals(1, 50_000);
        let mean = results.mean();
        results.add_many(9, None, FactId(uuid::Uuid::nil()));
        assert_eq!((results.events, results.mean()), (10, mean));
        let effort = Effort { hours: 20.0, effective: 20.0 };
        let given = Given { into: Into::Channel, effort, results: &results };
        assert!(missing(given, &ReturnParams::default()).starts_with("Noting what its sales"));
    }

    #[test]
    fn a_channel_is_no_room() {
        let effort = Effort { hours: 34.0, effective: 34.0 };
        let params = crate::params::Params::default().returns;
        let results = deals(2, 70_000);
        let told = |into| explain(Given { into, effort, results: &results }, &params);
        assert_eq!(
            told(Into::Channel).says,
            "About 34 hours given to it; 2 pieces of business so far."
        );
        assert!(
            told(Into::Networking).says.starts_with("About 34 hours in rooms and with people, of")
        );
        assert!(told(Into::Room).says.contains("there and with the people met there"));
        let missing = told(Into::Channel).would_change;
        assert_eq!(
            missing,
            "It takes 3 more pieces of business from there to tell what an hour brings."
        );
    }
}
