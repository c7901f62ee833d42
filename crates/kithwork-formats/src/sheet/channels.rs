//! `channels`: other ways of finding clients, month by month.

use super::row::{Fields, minutes_as_hours, money_of, text_of};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::handover::{Said, SaidChannelMonth};

pub(super) const SHEET: Sheet = Sheet {
    name: "channels",
    columns: &["channel", "month", "hours", "cost", "currency", "leads", "sales", "value"],
    needs: &["channel", "month"],
    tell,
    write,
};

fn tell(row: &Fields<'_>) -> Told {
    let channel = row.needed("channel", Reason::ChannelMissing)?;
    let month = row.month("month")?.ok_or(Reason::MonthUnreadable)?;
    let said = SaidChannelMonth {
        channel: channel.clone(),
        month,
        minutes: row.hours("hours")?,
        cost: row.amount("cost")?,
        leads: row.number("leads")?,
        sales: row.number("sales")?,
        value: row.amount("value")?,
        extra: row.extra(),
    };
    Ok((vec![channel, month.strftime("%Y-%m").to_string()], Said::ChannelMonth(said)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::ChannelMonth(channel) = said else { return None };
    let ([cost, value], currency) = money_of([channel.cost, channel.value]);
    Some(vec![
        channel.channel.clone(),
        channel.month.strftime("%Y-%m").to_string(),
        minutes_as_hours(channel.minutes),
        cost,
        currency,
        text_of(channel.leads),
        text_of(channel.sales),
        value,
    ])
}
