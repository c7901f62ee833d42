//! What was told of other ways of finding clients, each entry with what puts it right and what deletes it.

use crate::act::Act;
use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use jiff::civil::Date;
use kithwork_core::facts::ChannelMonth;
use kithwork_core::id::FactId;
use kithwork_core::money::{Amount, Currency};

/// The latest entries that are shown.
const SHOWN: usize = 24;

/// One entry, with what its form holds.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub id: FactId,
    pub says: Words,
    pub channel: String,
    pub on: Date,
    pub hours: String,
    pub cost: String,
    pub leads: String,
    pub sales: String,
    pub value: String,
    pub delete: Act,
}

/// The entries of a book, the latest month first; and how many older ones there are.
pub(super) fn ways(sight: &Sight) -> (Vec<Way>, usize) {
    let facts = &sight.shelf.book.facts;
    let mut told: Vec<&ChannelMonth> = facts.channel_months.iter().collect();
    told.sort_by_key(|month| (std::cmp::Reverse(month.month), std::cmp::Reverse(month.id)));
    let older = told.len().saturating_sub(SHOWN);
    let own = sight.shelf.book.currency();
    (told.into_iter().take(SHOWN).map(|month| way(month, own)).collect(), older)
}

fn way(month: &ChannelMonth, own: Currency) -> Way {
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let sum = |amount: Option<Amount>| amount.map(|a| a.decimal()).unwrap_or_default();
    let name = say::shortened(&month.channel);
    Way {
        id: month.id,
        says: Words::default().name(&name).then(format!(": {}", took(month, own))),
        channel: month.channel.clone(),
        on: month.month,
        hours: month.minutes.map(typed).unwrap_or_default(),
        cost: sum(month.cost),
        leads: number(month.leads),
        sales: number(month.sales),
        value: sum(month.value),
        delete: Act::deletes(month.id, format!("{name} in {}", say::month_in(month.month))),
    }
}

/// What it took and brought, in words.
fn took(month: &ChannelMonth, own: Currency) -> String {
    let money = |amount: Amount| say::money(amount.money(own));
    let sold = match month.sales {
        Some(0) => "nothing sold".to_owned(),
        Some(n) => say::counted(u64::from(n), "sale", "sales"),
        None => "what it sold is not said".to_owned(),
    };
    let parts = [
        month.minutes.map(|minutes| say::duration(u64::from(minutes))),
        month.cost.map(money),
        month.leads.map(|n| say::counted(u64::from(n), "lead", "leads")),
        Some(sold),
        month.value.map(|value| format!("worth {}", money(value))),
    ];
    let told: Vec<String> = parts.into_iter().flatten().collect();
    format!("{} in {}", told.join(", "), say::month_in(month.month))
}

/// Minutes as hours that a field takes: `2.5`.
fn typed(minutes: u32) -> String {
    let hours = format!("{:.2}", f64::from(minutes) / 60.0);
    hours.trim_end_matches('0').trim_end_matches('.').to_owned()
}
