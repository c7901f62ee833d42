//! What an hour in each room returned, with its likely range.

use crate::chart::{IntervalPlot, IntervalRow, Scale};
use crate::say;
use kithwork_core::money::Currency;
use kithwork_core::review::{ReturnPerHour, RoomReview};

/// Low, median and high, in minor units.
pub(crate) fn measured(hour: &ReturnPerHour) -> Option<(i64, i64, i64)> {
    if !hour.measured {
        return None;
    }
    Some((hour.low?, hour.median?, hour.high?))
}

/// The plot of all rooms that are measured in the currency that most of them are; none where none is.
pub(crate) fn plot(rooms: &[RoomReview]) -> Option<IntervalPlot> {
    let currency = currency(rooms)?;
    let mut rows: Vec<(i64, IntervalRow)> = rooms
        .iter()
        .filter_map(|room| {
            let hour = room.return_per_hour.iter().find(|h| h.currency == currency)?;
            let (low, median, high) = measured(hour)?;
            Some((median, row(&room.name, currency, (low, median, high))))
        })
        .collect();
    rows.sort_by_key(|(median, _)| std::cmp::Reverse(*median));
    let rows: Vec<IntervalRow> = rows.into_iter().map(|(_, row)| row).collect();
    let scale = Scale::around(rows.iter().flat_map(|r| [r.range.0, r.range.2]), 4);
    Some(IntervalPlot {
        id: "hour",
        says: says(&rows),
        title: "What an hour at each group came back as".to_owned(),
        subject: "Group",
        middle: "An hour",
        ticks: scale.ticks().into_iter().map(|t| say::per_hour(currency, minor(t))).collect(),
        rows,
        scale,
    })
}

/// Rooms that were attended and are not measured: name, and what would tell.
pub(crate) fn untold(rooms: &[RoomReview]) -> Vec<(String, String)> {
    let untold = rooms.iter().filter(|r| r.meetings > 0);
    let untold = untold.filter(|r| r.return_per_hour.iter().all(|h| measured(h).is_none()));
    untold
        .map(|room| {
            let would = room.return_per_hour.first().map(|h| h.explanation.would_change.clone());
            let would = would.filter(|w| !w.is_empty());
            (say::shortened(&room.name), would.unwrap_or_else(|| "not enough to tell yet".into()))
        })
        .collect()
}

/// The currency in which most rooms are measured.
fn currency(rooms: &[RoomReview]) -> Option<Currency> {
    let hours = || rooms.iter().flat_map(|r| &r.return_per_hour).filter(|h| measured(h).is_some());
    let times = |currency| hours().filter(|h| h.currency == currency).count();
    hours().map(|h| h.currency).max_by_key(|&currency| (times(currency), currency))
}

fn row(name: &str, currency: Currency, (low, median, high): (i64, i64, i64)) -> IntervalRow {
    IntervalRow {
        label: say::shortened(name),
        range: (major(low), major(median), major(high)),
        said: [low, median, high].map(|m| say::per_hour(currency, m)),
    }
}

fn says(rows: &[IntervalRow]) -> String {
    let said = rows.iter().take(3).map(|r| {
        format!("{} about {}, very likely {} to {}", r.label, r.said[1], r.said[0], r.said[2])
    });
    format!("{}.", said.collect::<Vec<_>>().join("; "))
}

#[expect(clippy::cast_precision_loss, reason = "a place on a chart, not a sum of money")]
fn major(minor: i64) -> f64 {
    minor as f64
}

#[expect(clippy::cast_possible_truncation, reason = "a round tick within the range of the rows")]
fn minor(tick: f64) -> i64 {
    tick as i64
}
