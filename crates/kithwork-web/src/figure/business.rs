//! Where business came from, one chart a currency.

use crate::chart::{Bar, Bars};
use crate::say;
use kithwork_core::money::{Currency, Money};
use kithwork_core::review::{OriginKind, OriginTotal};

/// Origins shown one by one; the rest stand together.
const SHOWN: usize = 8;

/// One chart a currency, the currency of most origins first.
pub(crate) fn charts(origins: &[OriginTotal]) -> Vec<Bars> {
    let mut currencies: Vec<Currency> = origins.iter().map(|o| o.money.currency).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let of = |currency| origins.iter().filter(move |o| o.money.currency == currency);
    currencies.sort_by_key(|&currency| std::cmp::Reverse(of(currency).count()));
    currencies.into_iter().map(|c| chart(c, &of(c).collect::<Vec<_>>())).collect()
}

fn chart(currency: Currency, origins: &[&OriginTotal]) -> Bars {
    let sum = |origins: &[&OriginTotal]| {
        origins.iter().fold(0_i64, |sum, o| sum.saturating_add(o.money.minor))
    };
    let (shown, rest) = origins.split_at(origins.len().min(SHOWN));
    let mut rows: Vec<Bar> = shown.iter().map(|o| bar(label(o), o.money)).collect();
    if !rest.is_empty() {
        let label = format!("{} more together", say::number(rest.len() as u64));
        rows.push(bar(label, Money { currency, minor: sum(rest) }));
    }
    let total = sum(origins);
    Bars {
        id: format!("business-{}", currency.code()),
        says: says(origins.first(), Money { currency, minor: total }),
        title: format!("Where business in {} began", currency.code()),
        subject: "Came from",
        measure: "Business",
        rows,
    }
}

fn bar(label: String, money: Money) -> Bar {
    Bar { label, value: size(money.minor), said: say::money(money) }
}

/// The sentence: the whole, and how much of it the largest origin brought.
fn says(largest: Option<&&OriginTotal>, total: Money) -> String {
    let all = format!("{} in all", say::money(total));
    match largest {
        Some(first) if total.minor > 0 && first.money.minor > 0 => {
            let share = say::percent(size(first.money.minor) / size(total.minor));
            format!("{all}; the largest part, {share}, began with {}.", label_in(first))
        }
        _ => format!("{all}."),
    }
}

/// An origin's name at the start of a line.
pub(crate) fn label(origin: &OriginTotal) -> String {
    say::capital(&label_in(origin))
}

/// An origin's name within a sentence.
pub(crate) fn label_in(origin: &OriginTotal) -> String {
    let name = say::shortened(&origin.name);
    match origin.kind {
        OriginKind::Introduction if !name.is_empty() => format!("introductions by {name}"),
        OriginKind::Introduction => "introductions".to_owned(),
        OriginKind::Direct if name.is_empty() => "people who came by themselves".to_owned(),
        OriginKind::Repeat if name.is_empty() => "clients who came again".to_owned(),
        OriginKind::Unknown if name.is_empty() => "a source not known".to_owned(),
        _ if name.is_empty() => "a source without a name".to_owned(),
        _ => name,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a length on a chart, not a sum of money")]
fn size(minor: i64) -> f64 {
    minor as f64
}
