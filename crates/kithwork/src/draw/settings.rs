//! What the book knows of its owner.

use super::figures::money;
use super::shape::wrapped;
use kithwork_core::facts::{RoomPart, Settings};
use kithwork_core::money::{Amount, Currency};

/// What is said where no part of a rating matters most.
const ALIKE: &str = "All three alike";

/// The settings, a line each.
pub(crate) fn settings(settings: &Settings) -> String {
    let unknown = || "not said yet".to_owned();
    let list = |all: &[String]| if all.is_empty() { unknown() } else { all.join(", ") };
    let own = settings.currency.unwrap_or(Currency::GBP);
    let sum = |amount: Option<Amount>| amount.map_or_else(unknown, |told| money(told.money(own)));
    let lines = [
        ("Your names", list(&settings.owner_names)),
        ("Your addresses", list(&settings.owner_emails)),
        ("Time zone", settings.zone.clone()),
        ("Country", settings.region.clone()),
        ("Written as in", settings.locale.unwrap_or_default().says().to_owned()),
        ("Currency", settings.currency.map_or_else(unknown, |currency| currency.to_string())),
        ("Hours a week", settings.hours_per_week.map_or_else(unknown, |hours| hours.to_string())),
        ("An hour of yours is worth", sum(settings.hourly_rate)),
        ("You need a month", sum(settings.monthly_need)),
        ("Meetings may cost a week", sum(settings.weekly_spend)),
        ("Whom you want to meet", list(&settings.targets)),
        (
            "What matters most about a group",
            settings.matters_most.map_or(ALIKE, RoomPart::says).to_owned(),
        ),
    ];
    lines.iter().map(|(what, said)| wrapped(&format!("{what}: {said}"), 0)).collect()
}
