//! What came of it: ways of finding clients side by side, and how often occasions led to something.

use super::figures::{grouped, hours, money, per_hour, percent, percents};
use super::shape::{table, wrapped};
use crate::screen::Screen;
use kithwork_core::credit::CreditTold;
use kithwork_core::review::{ChannelReview, NETWORKING_WON, ReturnPerHour, Yield, few};

/// So many with a part in business are shown; the rest is in the JSON.
const CREDITED: usize = 8;
/// What stands for what nobody noted.
const NOT_NOTED: &str = "not noted";

/// Networking beside the other ways of finding clients, the average hour beside the next one; silent
/// where nothing tells anything.
pub(super) fn channels(channels: &[ChannelReview], screen: Screen) -> String {
    let is_told = channels.iter().any(|one| one.return_per_hour.measured || one.marginal.measured);
    if channels.len() < 2 && !is_told {
        return String::new();
    }
    let head =
        ["Way of finding clients", "Time", "Cost", "Won", "Worth", "An hour", "The next hour"];
    let mut table = table(&head, &[1, 2, 3, 4]);
    for channel in channels {
        table.add_row([
            channel.name.clone().unwrap_or_else(|| "networking".to_owned()),
            hours(channel.minutes),
            if channel.is_cost_told { money(channel.cost) } else { NOT_NOTED.to_owned() },
            if channel.is_told { grouped(channel.events) } else { NOT_NOTED.to_owned() },
            worth(channel),
            hour(&channel.return_per_hour),
            hour(&channel.marginal),
        ]);
    }
    let hint = format!(
        "{NETWORKING_WON} Before costs. The average tells whether it works, the last year’s hours \
         whether the next one is well spent."
    );
    format!("\n{}\n{table}\n{}", screen.heading("Ways of finding clients"), wrapped(&hint, 2))
}

/// What the sales were worth; what nobody noted is no nought.
fn worth(channel: &ChannelReview) -> String {
    match channel.unvalued {
        _ if !channel.is_told => NOT_NOTED.to_owned(),
        0 => money(channel.value),
        unvalued if unvalued == channel.events && channel.value.minor == 0 => NOT_NOTED.to_owned(),
        unvalued => format!("{}, of {} not noted", money(channel.value), grouped(unvalued)),
    }
}

fn hour(hour: &ReturnPerHour) -> String {
    let say = |minor| per_hour(hour.currency, minor);
    match (hour.measured, hour.low, hour.median, hour.high) {
        (true, Some(low), Some(middle), Some(high)) => {
            format!("{} ({} to {})", say(middle), say(low), say(high))
        }
        _ => "not enough to tell yet".to_owned(),
    }
}

/// Who had a part in business, each with the range over all ways of counting; silent where nobody but
/// the source itself had one.
pub(super) fn credit(credit: &[CreditTold], screen: Screen) -> String {
    if !credit.iter().any(|one| one.low != one.high) {
        return String::new();
    }
    let mut table = table(&["Who had a part in it", "Pieces", "Worth"], &[1]);
    for one in credit.iter().take(CREDITED) {
        table.add_row([one.name.clone(), grouped(one.facts.len() as u64), one.says.clone()]);
    }
    format!("\n{}\n{table}\n", screen.heading("Whom it came through"))
}

/// How often meetings and one-to-ones led to something; in a small book with how little so few cases say.
pub(super) fn yields(yields: &[Yield], is_small: bool, screen: Screen) -> String {
    let known: Vec<&Yield> = yields.iter().filter(|y| y.of > 0).collect();
    if known.is_empty() {
        return String::new();
    }
    let mut table = table(&["From", "What came of it", "So far", "Very likely"], &[2, 3]);
    for of in known {
        table.add_row([
            of.from_what().to_owned(),
            of.came().to_owned(),
            of.told(),
            likely(of).unwrap_or_default(),
        ]);
    }
    let few = few(yields).filter(|_| is_small).map(|says| wrapped(says, 2)).unwrap_or_default();
    format!("\n{}\n{table}\n{few}", screen.heading("What came of it"))
}

fn likely(of: &Yield) -> Option<String> {
    if let Some(at_most) = of.below_one_sided {
        return Some(format!("at most {}", percent(at_most)));
    }
    let (low, high) = of.interval?;
    // One occasion may bring several.
    Some(if of.count <= of.of {
        percents((low, high), 1)
    } else {
        format!("{low:.1} to {high:.1} each")
    })
}
