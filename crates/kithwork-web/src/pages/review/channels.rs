//! Networking beside the other ways of finding clients.

use crate::figure::hour::measured;
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::review::ChannelReview;

/// One way of finding clients.
#[derive(Debug)]
pub(crate) struct Channel {
    pub name: String,
    pub time: String,
    pub cost: String,
    pub won: String,
    pub worth: String,
    /// What an hour returned, or that it can't be told.
    pub hour: String,
    /// Whether it returns more than networking, or what would tell.
    pub verdict: String,
    /// How that came about.
    pub why: Why,
}

/// All ways, networking first; none where there is nothing to compare it with.
pub(crate) fn channels(sight: &Sight) -> Vec<Channel> {
    match sight.review.channels.as_slice() {
        [] | [_] => Vec::new(),
        channels => channels.iter().map(|channel| of(channel, sight)).collect(),
    }
}

fn of(channel: &ChannelReview, sight: &Sight) -> Channel {
    let hour = &channel.return_per_hour;
    let money = |minor| say::per_hour(hour.currency, minor);
    let why = Why::of(&hour.explanation, &sight.shelf, sight.today, None);
    Channel {
        name: say::capital(&say::shortened(channel.name.as_deref().unwrap_or("networking"))),
        time: say::duration(channel.minutes),
        cost: say::money(channel.cost),
        won: say::number(channel.events),
        worth: say::money(channel.value),
        hour: match measured(hour) {
            Some((low, middle, high)) => {
                format!("{}, likely {} to {}", money(middle), money(low), money(high))
            }
            None => "not enough to tell yet".to_owned(),
        },
        verdict: channel.beside_networking.as_ref().map(|b| b.says.clone()).unwrap_or_default(),
        why,
    }
}
