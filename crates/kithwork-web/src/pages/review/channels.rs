//! Networking beside the other ways of finding clients.

use crate::figure::hour::measured;
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::review::{ChannelReview, ReturnPerHour};

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
        cost: say::money(channel.cost),
        won: say::number(channel.events),
        worth: match (channel.events, channel.value.minor) {
            (1.., 0) => "not noted".to_owned(),
            _ => say::money(channel.value),
        },
        hour: returned(hour),
        next: returned(next),
        verdict: channel.beside_networking.as_ref().map(|b| b.says.clone()).unwrap_or_default(),
        why: why(hour),
        next_why: why(next),
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
