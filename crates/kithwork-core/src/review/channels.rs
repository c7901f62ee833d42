//! Networking beside the other ways of finding clients, on the same footing (rows 10 and 11).

use super::cost::{member_days, part};
use super::origin::{OriginKind, of_business};
use super::reading::Reading;
use super::returns::{Effort, Given, Into, Results, ReturnPerHour, per_hour, pieces, usual_rate};
use super::words::{many, per_cent};
use crate::days::days_between;
use crate::facts::Meeting;
use crate::models::comparison::{self, Rule, Seen};
use crate::models::empirical_bayes;
use crate::models::fitted::{Fitted, Unfit};
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use crate::money::{Amount, Money, minor_f64};
use crate::params::ReturnParams;
use crate::rounding::whole;
use serde::Serialize;
use std::collections::BTreeMap;

/// What networking won, on every face: more than what people passed on.
pub const NETWORKING_WON: &str =
    "What networking won is all business that began at a group or event, or came through somebody.";

/// One way of finding clients, in the book's currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChannelReview {
    /// Its name; none for networking itself.
    pub name: Option<String>,
    /// Minutes spent.
    pub minutes: u64,
    /// Money spent, as far as it is noted.
    pub cost: Money,
    /// Whether any cost is noted, if only that it was nothing: without that, no cost is no nought.
    pub is_cost_told: bool,
    /// Sales, or business won.
    pub events: u64,
    /// What they were worth, as far as it is noted.
    pub value: Money,
    /// Of how many of them no worth is noted.
    pub unvalued: u64,
    /// Whether anything is noted of what it sold, if only that it was nothing: without that, no sales are no nought.
    pub is_told: bool,
    /// What an hour returned on average, cost not taken off: does it work?
    pub return_per_hour: ReturnPerHour,
    /// What the hours brought whose results were to show in the period: is the next hour well spent?
    pub marginal: ReturnPerHour,
    /// Whether an hour of it returns more than one of networking; none for networking itself.
    pub beside_networking: Option<Beside>,
}

/// One channel beside networking, after cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Beside {
    /// What can be said.
    pub verdict: Compared,
    /// The chance that an hour of it brings more than an hour of networking, 0..=1.
    pub chance: f64,
    /// About so many more results in both would tell; none where it is told, or no book could tell.
    pub more_results: Option<u64>,
    /// About so many more hours of both would bring them; none as above.
    pub more_hours: Option<u64>,
    /// In plain words.
    pub says: String,
}

/// What a comparison comes to (the verdict rule of §3.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compared {
    /// It returns more.
    Better,
    /// It returns less.
    Worse,
    /// That can't be told yet.
    NotEnoughData,
}

/// A channel's figures before they are put into words.
#[derive(Clone, Debug, Default)]
pub(super) struct Channel {
    /// None for networking.
    pub(super) name: Option<String>,
    pub(super) effort: Effort,
    pub(super) results: Results,
    /// The hours whose results were to show in the period, and what came in it.
    recent: (Effort, Results),
    /// Minor units; none where no cost is noted.
    pub(super) cost: Option<i64>,
    minutes: u64,
    /// Whether any of its entries says what was sold, if only that nothing was; of networking, whether any business
    /// is noted at all.
    is_sale_told: bool,
    /// Whether any leaves that out.
    is_sale_left_out: bool,
}

impl Channel {
    /// As people call it.
    pub(super) fn title(&self) -> &str {
        self.name.as_deref().unwrap_or("networking")
    }

    /// Whether enough is said of it to hold anything against it: hours of which nobody said what they sold
    /// are a cost, and no sign that they sell nothing.
    pub(super) const fn can_be_judged(&self) -> bool {
        self.name.is_none() || self.is_sale_told
    }

    /// What its hours went into.
    const fn into(&self) -> Into {
        if self.name.is_some() { Into::Channel } else { Into::Networking }
    }

    /// All its hours, and what came of them.
    const fn given(&self) -> Given<'_> {
        Given { into: self.into(), effort: self.effort, results: &self.results }
    }

    /// What is believed of its results an hour, and what one is worth, minor units.
    fn believed(&self, usual: &Usual, params: &ReturnParams) -> (Gamma, f64) {
        let deal = self.results.mean_deal(&usual.results, params);
        let prior = usual.prior(deal, params);
        (self.results.rate(self.effort, &usual.results, prior, params), deal)
    }

    /// What an hour brings on average after cost, minor units.
    fn net_per_hour(&self, usual: &Usual, params: &ReturnParams) -> f64 {
        let (rate, deal) = self.believed(usual, params);
        rate.mean() * deal - self.cost_per_hour()
    }

    /// What an hour costs, minor units.
    fn cost_per_hour(&self) -> f64 {
        if self.effort.hours > 0.0 {
            minor_f64(self.cost.unwrap_or(0)) / self.effort.hours
        } else {
            0.0
        }
    }
}

/// Every channel, networking first.
pub(super) fn each(reading: &Reading<'_>) -> Vec<ChannelReview> {
    let channels = read(reading);
    let all = pooled(&channels);
    let usual = Usual::of(&channels);
    let money = |minor| Money { currency: reading.currency, minor };
    let beside = |channel: &Channel| {
        let networking = channels.first().filter(|_| channel.name.is_some())?;
        Some(beside(channel, networking, &usual, &reading.params.returns))
    };
    channels
        .iter()
        .map(|channel| ChannelReview {
            beside_networking: beside(channel),
            return_per_hour: returned(reading, channel.given(), &all),
            marginal: marginal(reading, channel, &all),
            name: channel.name.clone(),
            minutes: channel.minutes,
            cost: money(channel.cost.unwrap_or(0)),
            is_cost_told: channel.cost.is_some(),
            events: channel.results.events,
            value: money(channel.results.minor),
            unvalued: channel.results.unvalued,
            is_told: channel.is_sale_told,
        })
        .collect()
}

fn returned(reading: &Reading<'_>, given: Given<'_>, all: &Results) -> ReturnPerHour {
    let params = &reading.params.returns;
    let fit = Err(Unfit::TooFew { seen: 0, least: empirical_bayes::LEAST_CHANNELS });
    let prior = Fitted::or_default(fit, usual_rate(params));
    per_hour(given, reading.currency, all, prior, params)
}

fn marginal(reading: &Reading<'_>, channel: &Channel, all: &Results) -> ReturnPerHour {
    let (effort, results) = &channel.recent;
    let given = Given { into: channel.into(), effort: *effort, results };
    let mut marginal = returned(reading, given, all);
    marginal.explanation.formula = "marginal-return-per-hour";
    marginal.explanation.says = format!(
        "{} in the last year, from {} whose results were to show in it: what the next hour may bring, rather than the average one.",
        pieces(results.events),
        many(whole(effort.hours), "hour", "hours")
    );
    marginal
}

/// All deals of all channels: what a deal is usually worth.
pub(super) fn pooled(channels: &[Channel]) -> Results {
    let mut all = Results::default();
    for channel in channels {
        all.pool(&channel.results);
    }
    all
}

/// Networking and the other channels. Hours and costs count at once; what an entry doesn't say was sold is
/// not counted as sold, and the comparison says so. Amounts in another currency are left out.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Channel> {
    let mut channels: BTreeMap<String, Channel> = BTreeMap::new();
    let own = |amount: &Option<Amount>| {
        amount.filter(|a| a.currency.is_none_or(|c| c == reading.currency)).map(|a| a.minor)
    };
    let months = reading.book.facts.channel_months.iter().filter(|m| m.month <= reading.as_of);
    for month in months {
        // What brought money sold something.
        let is_worth = month.value.is_some_and(|value| value.minor > 0);
        let sales = month.sales.unwrap_or(u32::from(is_worth));
        let channel = channels
            .entry(month.channel.to_lowercase())
            .or_insert_with(|| Channel { name: Some(month.channel.clone()), ..Channel::default() });
        let minutes = u64::from(month.minutes.unwrap_or(0));
        channel.minutes += minutes;
        channel.is_sale_told |= month.sales.is_some() || is_worth;
        channel.is_sale_left_out |= month.sales.is_none() && !is_worth;
        // A channel's month says what it brought in that month: no lag.
        channel.effort.add(as_f64(minutes) / 60.0, 1.0);
        if let Some(cost) = own(&month.cost) {
            channel.cost = Some(channel.cost.unwrap_or(0).saturating_add(cost));
        }
        channel.results.add_many(u64::from(sales), own(&month.value), month.id);
        if month.month >= reading.from {
            channel.recent.0.add(as_f64(minutes) / 60.0, 1.0);
            channel.recent.1.add_many(u64::from(sales), own(&month.value), month.id);
        }
    }
    std::iter::once(networking(reading, &[])).chain(channels.into_values()).collect()
}

/// Networking as a channel, leaving out some rooms (by place in the book): their meetings, their
/// people, what began there and what they cost.
pub(super) fn networking(reading: &Reading<'_>, without: &[usize]) -> Channel {
    let is_out = |room: Option<usize>| room.is_some_and(|at| without.contains(&at));
    let mut channel = Channel::default();
    let mut add = |minutes: u64, age: i32| {
        channel.minutes += minutes;
        let hours = as_f64(minutes) / 60.0;
        let mature = reading.mature(age);
        channel.effort.add(hours, mature);
        let due = hours * (mature - reading.mature_before_period(age));
        channel.recent.0.add(due, 1.0);
    };
    for meeting in reading.meetings {
        if !is_out(reading.book.room_index(meeting.room)) {
            add(reading.meeting_minutes(meeting), days_between(meeting.on, reading.as_of));
        }
    }
    for (given, people) in reading.talks() {
        let origin = |&at: &u32| reading.people.get(at as usize).and_then(|seen| seen.origin);
        if without.is_empty() || people.is_empty() || !people.iter().all(|at| is_out(origin(at))) {
            add(given.minutes, given.age);
        }
    }
    for business in reading.business() {
        let (kind, room) = of_business(reading, business);
        channel.is_sale_told = true;
        let is_ours = matches!(kind, OriginKind::Room | OriginKind::Introduction) && !is_out(room);
        let is_own =
            business.value.is_none_or(|v| v.currency.is_none_or(|c| c == reading.currency));
        if !is_ours || !is_own {
            continue;
        }
        let minor = business.value.map(|value| value.minor);
        channel.results.add_many(1, minor, business.id);
        if business.won_on.is_some_and(|on| on >= reading.from) {
            channel.recent.1.add_many(1, minor, business.id);
        }
    }
    channel.cost = networking_cost(reading, &is_out);
    channel
}

/// Fees, travel and food of the whole book, minor units of its currency, without the rooms left out; none where
/// nothing is noted of any.
fn networking_cost(reading: &Reading<'_>, is_out: &dyn Fn(Option<usize>) -> bool) -> Option<i64> {
    let ours = |a: &Amount| a.currency.is_none_or(|c| c == reading.currency);
    let counted = |m: &&Meeting| !is_out(reading.book.room_index(m.room));
    let meetings = reading.meetings.iter().filter(counted).filter_map(|m| {
        m.cost.or_else(|| reading.book.room(m.room).and_then(|r| r.fee_per_meeting))
    });
    let spent = meetings.chain(reading.paid.iter().copied()).filter(ours).map(|a| a.minor);
    // Of the time before the first entry no hours are known either.
    let first = reading.first_written().unwrap_or(reading.as_of);
    let rooms = reading.book.facts.rooms.iter().enumerate();
    let fees = rooms.filter(|(at, _)| !is_out(Some(*at))).filter_map(|(_, room)| {
        let fee = room.annual_fee.filter(ours)?;
        let days =
            u64::try_from(member_days(reading, room, first)).ok().filter(|days| *days > 0)?;
        Some(part(fee.minor, days, 365))
    });
    spent.chain(fees).reduce(i64::saturating_add)
}

/// What all channels together took and brought: what is usual for this owner.
#[derive(Clone, Debug, Default)]
pub(super) struct Usual {
    pub(super) results: Results,
    effective: f64,
}

impl Usual {
    pub(super) fn of(channels: &[Channel]) -> Self {
        let effective = channels.iter().map(|c| c.effort.effective).sum();
        Self { results: pooled(channels), effective }
    }

    /// The prior of a channel whose deals are worth so much: one result, at whatever an hour usually
    /// returns. A rate from elsewhere would flatter whichever channel has the fewest hours.
    fn prior(&self, deal: f64, params: &ReturnParams) -> Gamma {
        let hours = params.prior_events * deal * self.effective / minor_f64(self.results.minor);
        let rate = if hours.is_finite() && hours > 0.0 { hours } else { params.prior_hours };
        Gamma { shape: params.prior_events, rate }
    }
}

fn beside(channel: &Channel, networking: &Channel, usual: &Usual, params: &ReturnParams) -> Beside {
    let rule = Rule {
        sure_from: params.sure_from,
        least_events: params.least_events_in_pair,
        mature_from: params.mature_from,
    };
    let chance = 1.0 - chance_of_less(channel, networking, usual, params);
    let [one, other] = [channel, networking].map(|c| c.net_per_hour(usual, params).max(0.0));
    let ratio = one.max(other) / one.min(other);
    let [first, second] = [channel, networking].map(|c| comparison::Channel {
        events: c.results.events,
        hours: c.effort.hours,
        effective: c.effort.effective,
    });
    let decided = comparison::decide(first, second, Seen { chance, ratio }, rule);
    let (verdict, more_results, more_hours) = match decided {
        comparison::Verdict::Better => (Compared::Better, None, None),
        comparison::Verdict::Worse => (Compared::Worse, None, None),
        comparison::Verdict::NotEnough { events, hours } => {
            (Compared::NotEnoughData, events, hours.map(whole))
        }
    };
    let (verdict, more_results, more_hours) = if channel.can_be_judged() {
        (verdict, more_results, more_hours)
    } else {
        (Compared::NotEnoughData, None, None)
    };
    let says = if channel.can_be_judged() {
        in_words(channel.title(), verdict, chance, more_results.zip(more_hours))
    } else {
        format!(
            "What {} sold is not said yet, 0 where it was nothing: until then it stands here as what it cost.",
            channel.title()
        )
    };
    let left_out = channel.is_sale_told && channel.is_sale_left_out;
    let says =
        says + if left_out { " Entries that don’t say what was sold count as none." } else { "" };
    let says =
        if channel.can_be_judged() { says + &untold_cost([channel, networking]) } else { says };
    Beside { verdict, chance, more_results, more_hours, says }
}

/// Of which of two no cost is noted, where it is so: nothing is taken off for it.
pub(super) fn untold_cost(of: [&Channel; 2]) -> String {
    let untold: Vec<&str> = of.iter().filter(|c| c.cost.is_none()).map(|c| c.title()).collect();
    if untold.is_empty() {
        return String::new();
    }
    format!(" No cost of {} is noted, so none is taken off.", untold.join(" or of "))
}

/// More hours than ten years of networking take, ten a week; judgement.
const FORESEEABLE_HOURS: u64 = 5_200;

fn in_words(title: &str, verdict: Compared, chance: f64, more: Option<(u64, u64)>) -> String {
    let surely = |chance: f64| format!("The chance is {}.", per_cent(chance));
    match (verdict, more) {
        (Compared::Better, _) => {
            format!("An hour of {title} returns more than one of networking. {}", surely(chance))
        }
        (Compared::Worse, _) => {
            format!(
                "An hour of {title} returns less than one of networking. {}",
                surely(1.0 - chance)
            )
        }
        (Compared::NotEnoughData, Some((results, hours))) => {
            let results = many(results, "more result", "more results");
            let hours = if hours > FORESEEABLE_HOURS {
                "more than ten years of it would bring".to_owned()
            } else {
                format!("some {}", many(hours, "hour", "hours"))
            };
            format!(
                "Not enough data to set {title} beside networking: about {results} would tell, {hours}."
            )
        }
        (Compared::NotEnoughData, None) => {
            format!("Not enough data to set {title} beside networking: so far they look alike.")
        }
    }
}

/// The chance that an hour of the first brings less, after cost, than an hour of the second.
pub(super) fn chance_of_less(
    one: &Channel,
    other: &Channel,
    usual: &Usual,
    params: &ReturnParams,
) -> f64 {
    let (rate, deal) = one.believed(usual, params);
    let (other_rate, other_deal) = other.believed(usual, params);
    let (cost, other_cost) = (one.cost_per_hour(), other.cost_per_hour());
    expectation(rate, |events| {
        let net = events * deal - cost;
        if other_deal <= 0.0 {
            return f64::from(u8::from(-other_cost > net));
        }
        1.0 - other_rate.below((net + other_cost) / other_deal)
    })
}

/// The mean of a function of a gamma, by its mass on a grid that holds all but a millionth of it.
fn expectation(gamma: Gamma, of: impl Fn(f64) -> f64) -> f64 {
    const STEPS: u32 = 200;
    let (low, high) = (gamma.quantile(5e-7), gamma.quantile(1.0 - 5e-7));
    let at = |step: u32| low + (high - low) * f64::from(step) / f64::from(STEPS);
    let (mut sum, mut mass, mut below) = (0.0, 0.0, gamma.below(low));
    for step in 0..STEPS {
        let next = gamma.below(at(step + 1));
        sum += (next - below) * of(f64::midpoint(at(step), at(step + 1)));
        mass += next - below;
        below = next;
    }
    if mass > 0.0 { (sum / mass).clamp(0.0, 1.0) } else { 0.5 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_agrees_with_the_exact_comparison() {
        let (one, two) = (Gamma { shape: 3.5, rate: 100.0 }, Gamma { shape: 1.5, rate: 80.0 });
        let chance = expectation(one, |x| two.below(x));
        assert!((chance - one.exceeds(two)).abs() < 1e-3, "{chance}");
    }
}
