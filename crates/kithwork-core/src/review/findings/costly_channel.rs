//! F16: a way of finding clients that returns less than another; networking is one of them (row 10).

use super::share::evidence;
use super::wrong_rooms;
use super::{Finding, State};
use crate::review::channels::{Channel, Usual, chance_of_less, networking, read, untold_cost};
use crate::review::reading::Reading;
use crate::review::words::{many, per_cent};
use crate::rounding::whole;

const CODE: &str = "costly-channel";

/// Two channels, and the chance that the first brings less an hour.
struct Pair<'a> {
    less: &'a Channel,
    more: &'a Channel,
    chance: f64,
}

/// Each channel against each other, after cost and as far as effort is mature. Shown only from 95 %
/// on, with ten results in the pair.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let params = &reading.params.returns;
    let line = reading.params.findings.costly_channel;
    let channels = read(reading);
    let all = Usual::of(&channels);
    let judged: Vec<&Channel> = (channels.iter())
        .filter(|c| c.can_be_judged() && c.effort.hours > 0.0)
        .filter(|c| c.effort.mature_share() >= params.mature_from)
        .collect();
    let mut pairs: Vec<Pair<'_>> = Vec::new();
    for less in &judged {
        for more in judged.iter().filter(|more| !std::ptr::eq(**more, *less)) {
            if less.results.events + more.results.events >= line.least {
                let chance = chance_of_less(less, more, &all, params);
                pairs.push(Pair { less, more, chance });
            }
        }
    }
    match pairs.into_iter().max_by(|a, b| a.chance.total_cmp(&b.chance)) {
        Some(pair) if is_the_room(reading, &pair, &all) => of_the_room(line.threshold),
        Some(pair) => judge(reading, &pair),
        None => Finding::not_enough(CODE, line.threshold, missing(&channels, line.least)),
    }
}

/// Whether networking falls behind only through rooms that are wrong: without them it would not, and
/// the same hours are not held against it twice.
fn is_the_room(reading: &Reading<'_>, pair: &Pair<'_>, all: &Usual) -> bool {
    let line = reading.params.findings.costly_channel.threshold;
    if pair.less.name.is_some() || pair.chance < line {
        return false;
    }
    let wrong = wrong_rooms::wrong(reading);
    let rest = networking(reading, &wrong);
    !wrong.is_empty() && chance_of_less(&rest, pair.more, all, &reading.params.returns) < line
}

fn of_the_room(threshold: f64) -> Finding {
    let missing = "Networking returns less than another way, but only through a room that brings little: look at that room first.";
    Finding::not_enough(CODE, threshold, missing)
}

fn missing(channels: &[Channel], least: u64) -> String {
    if channels.len() < 2 {
        return "No other way of finding clients is noted to compare with: hours, cost and sales by month."
            .to_owned();
    }
    format!(
        "Too early to compare: it takes {least} sales in a pair, and half of the effort must be mature."
    )
}

fn results(channel: &Channel) -> String {
    many(channel.results.events, "result", "results")
}

fn spent(channel: &Channel) -> String {
    many(whole(channel.effort.effective), "hour", "hours")
}

fn judge(reading: &Reading<'_>, pair: &Pair<'_>) -> Finding {
    let line = reading.params.findings.costly_channel;
    let (less, more) = (pair.less, pair.more);
    let state = if pair.chance >= line.threshold { State::Seen } else { State::NotEnoughData };
    let says = format!(
        "An hour of {} returns less, after cost, than an hour of {}: the chance is {} ({} in {} against {} in {}, as far as they can have shown their result).",
        less.title(),
        more.title(),
        per_cent(pair.chance),
        results(less),
        spent(less),
        results(more),
        spent(more),
    );
    let says = says + &untold_cost([less, more]);
    let missing = match state {
        State::NotEnoughData => format!("It takes {} to say so.", per_cent(line.threshold)),
        State::Seen | State::NotSeen => String::new(),
    };
    Finding {
        state,
        measure: Some(pair.chance),
        by_chance: Some(1.0 - pair.chance),
        numerator: Some(less.results.events),
        denominator: Some(less.results.events + more.results.events),
        facts: less.results.facts.clone(),
        evidence: evidence(
            state,
            "Results may still come, and an hour of one may feed the other.",
            missing.clone(),
        ),
        says: if missing.is_empty() { says } else { format!("{says} {missing}") },
        try_next: format!(
            "Move one hour a week from {} to {} for three months, and look again.",
            less.title(),
            more.title()
        ),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}
