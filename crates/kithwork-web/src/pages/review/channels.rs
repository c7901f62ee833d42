//! Networking beside the other ways of finding clients.

use crate::figure::hour::measured;
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::review::{ChannelReview, ReturnPerHour};

/// What stands for what nobody noted.
const NOT_NOTED: &str = "not noted";

/// The same of what it cost, which stands without a heading too.
const NO_COST: &str = "no cost noted";

/// One way of finding clients.
#[derive(Clone, Debug)]
pub(crate) struct Channel {
    pub name: String,
    pub time: String,
    pub cost: String,
    pub won: String,
    pub worth: String,
    /// What an hour returned, or that it can't be told.
    pub hour: String,
    /// What the next hour may return, rather than the average one, or that it can't be told.
    pub next: String,
    /// Whether it returns more than networking, or what would tell.
    pub verdict: String,
    /// How the average came about.
    pub why: Why,
    /// How the next hour's came about.
    pub next_why: Why,
}

/// All ways, networking first; none where no hours are known.
pub(crate) fn channels(sight: &Sight) -> Vec<Channel> {
    let given = sight.review.channels.iter().any(|channel| channel.minutes > 0);
    let channels = sight.review.channels.iter().filter(|_| given);
    channels.map(|channel| of(channel, sight)).collect()
}

fn of(channel: &ChannelReview, sight: &Sight) -> Channel {
    let why = |hour: &ReturnPerHour| Why::of(&hour.explanation, &sight.shelf, sight.today, None);
    let (hour, next) = (&channel.return_per_hour, &channel.marginal);
    Channel {
        name: say::capital(&say::shortened(channel.name.as_deref().unwrap_or("networking"))),
        time: say::duration(channel.minutes),
        cost: if channel.is_cost_told { say::money(channel.cost) } else { NO_COST.to_owned() },
        won: if channel.is_told { say::number(channel.events) } else { NOT_NOTED.to_owned() },
        worth: worth(channel),
        hour: returned(hour),
        next: returned(next),
        verdict: channel.beside_networking.as_ref().map(|b| b.says.clone()).unwrap_or_default(),
        why: why(hour),
        next_why: why(next),
    }
}

/// What the sales were worth; what nobody noted is no nought.
fn worth(channel: &ChannelReview) -> String {
    match channel.unvalued {
        _ if !channel.is_told => NOT_NOTED.to_owned(),
        0 => say::money(channel.value),
        unvalued if unvalued == channel.events && channel.value.minor == 0 => NOT_NOTED.to_owned(),
        unvalued => {
            format!("{}, and of {} not noted", say::money(channel.value), say::spelled(unvalued))
        }
    }
}

fn returned(hour: &ReturnPerHour) -> String {
    let money = |minor| say::per_hour(hour.currency, minor);
    match measured(hour) {
        Some((low, middle, high)) => {
            format!("{}, very likely {} to {}", money(middle), money(low), money(high))
        }
        None => "not enough to tell yet".to_owned(),
    }
}
