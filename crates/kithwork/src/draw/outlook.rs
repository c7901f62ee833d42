//! How it develops: what can have shown by now, quarter by quarter, how people come closer, what comes
//! round, and what to practise.

use super::figures::{grouped, hours, percent, short_day};
use super::shape::{add, table, wrapped};
use crate::screen::Screen;
use kithwork_core::network::GivingTold;
use kithwork_core::review::{Climb, Expectation, Exposure, Levels, Practice, Review};

/// Quarters shown; the rest is in the JSON.
const QUARTERS: usize = 4;
/// Circles named.
const CIRCLES: usize = 3;

/// What the hours given count for by now, and what may be expected of people by acquaintance.
pub(super) fn shown_by_now(
    exposure: &Exposure,
    expectations: &[Expectation],
    screen: Screen,
) -> String {
    if exposure.says.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("What can have shown by now"));
    text.push_str(&wrapped(&exposure.says, 2));
    for group in expectations.iter().filter(|group| !group.says.is_empty()) {
        text.push_str(&wrapped(&group.says, 2));
    }
    text
}

/// The last quarters, each beside the one before; silent where nothing came or nothing compares.
pub(super) fn trends(review: &Review, screen: Screen) -> String {
    let quarters = &review.trends;
    let compared = quarters.iter().any(|quarter| quarter.less_than_before.is_some());
    let referred = quarters.iter().any(|quarter| quarter.referrals > 0);
    if !compared || !referred {
        return String::new();
    }
    let head = ["Quarter to", "Time", "Referrals", "Chance that an hour brought less than before"];
    let mut table = table(&head, &[1, 2]);
    for quarter in quarters.iter().rev().take(QUARTERS) {
        let beside =
            quarter.less_than_before.map(|less| format!("{}: {}", percent(less), quarter.says));
        table.add_row([
            short_day(quarter.to),
            hours(quarter.minutes),
            grouped(quarter.referrals),
            beside.unwrap_or_else(|| "nothing to compare".to_owned()),
        ]);
    }
    let half = review.findings.iter().find(|finding| finding.code == "falling-return");
    let half = half.map(|finding| wrapped(&finding.says, 2)).unwrap_or_default();
    format!("\n{}\n{half}{table}\n", screen.heading("Quarter by quarter"))
}

/// How people come closer, from one level to the next.
pub(super) fn climbs(climbs: &[Climb], levels: &Levels, screen: Screen) -> String {
    if climbs.is_empty() {
        return String::new();
    }
    let head = [
        "From",
        "To",
        "Went on",
        "There now",
        "Half of them after",
        "What went before, on average",
    ];
    let mut table = table(&head, &[2, 3]);
    for climb in climbs {
        let label =
            |level: u8| levels.names.get(usize::from(level)).map_or("", |one| one.name.as_str());
        table.add_row([
            label(climb.from).to_owned(),
            label(climb.from + 1).to_owned(),
            format!("{} of {}", grouped(climb.went_on), grouped(climb.people)),
            grouped(climb.still),
            half_after(climb),
            before(climb),
        ]);
    }
    format!("\n{}\n{table}\n", screen.heading("How people come closer"))
}

/// `63 days (21 to 140)`; an end that was not reached is open.
fn half_after(climb: &Climb) -> String {
    if climb.too_few {
        return "too few to tell".to_owned();
    }
    let Some(median) = climb.median_days else { return "not yet half".to_owned() };
    let end = |days: Option<f64>| days.map(|days| format!("{days:.0}"));
    let (low, high) = climb.interval_days;
    let range = match (end(low), end(high)) {
        (Some(low), Some(high)) => format!(" ({low} to {high})"),
        (Some(low), None) => format!(" ({low} or more)"),
        (None, _) => String::new(),
    };
    let days = if median.round() <= 1.0 { "day" } else { "days" };
    format!("{median:.0} {days}{range}")
}

fn before(climb: &Climb) -> String {
    let talks = climb.one_to_ones.map(|n| format!("{n:.1} one-to-ones"));
    let helps = climb.help.map(|n| format!("{n:.1} acts of help"));
    let parts: Vec<String> = [talks, helps].into_iter().flatten().collect();
    parts.join(", ")
}

/// Help that came round; silent where none did.
pub(super) fn circles(giving: &GivingTold, screen: Screen) -> String {
    if giving.circles.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("Help that came round"));
    for circle in giving.circles.iter().take(CIRCLES) {
        text.push_str(&wrapped(&circle.says, 2));
    }
    if giving.circles.len() > CIRCLES {
        add(&mut text, format!("  and {} more\n", giving.circles.len() - CIRCLES));
    }
    text
}

/// The one thing to practise.
pub(super) fn practice(practice: Option<&Practice>, screen: Screen) -> String {
    let Some(practice) = practice else { return String::new() };
    let mut text = format!("\n{}\n", screen.heading("To practise this week"));
    text.push_str(&wrapped(practice.task, 2));
    text.push_str(&wrapped(&practice.says, 2));
    text
}
