//! From where business began, through whom it came, to what it was worth: one picture a currency.

use super::business::label;
use crate::chart::{Band, Flow};
use crate::say;
use crate::sight::Sight;
use kithwork_core::facts::Business;
use kithwork_core::id::FactId;
use kithwork_core::money::{Currency, Money};
use kithwork_core::review::OriginTotal;
use std::collections::HashMap;

/// Origins and people drawn one by one; the rest stand together.
const SHOWN: usize = 6;
const OTHERS: &str = "All the others";
/// Business that nobody passed on.
const NOBODY: &str = "Nobody between";

/// One picture a currency, the currency of most business first.
pub(crate) fn flows(sight: &Sight) -> Vec<Flow> {
    let origins = &sight.review.business_by_origin;
    let mut currencies: Vec<Currency> = origins.iter().map(|o| o.money.currency).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let pieces = |currency: &Currency| -> usize {
        let of = origins.iter().filter(|o| o.money.currency == *currency);
        of.map(|o| o.facts.len()).sum()
    };
    currencies.sort_by_key(|currency| std::cmp::Reverse(pieces(currency)));
    let won: HashMap<FactId, &Business> =
        sight.shelf.book.facts.business.iter().map(|won| (won.id, won)).collect();
    currencies.into_iter().filter_map(|c| flow(sight, c, origins, &won)).collect()
}

fn flow(
    sight: &Sight,
    currency: Currency,
    origins: &[OriginTotal],
    won: &HashMap<FactId, &Business>,
) -> Option<Flow> {
    let mut bands: Vec<(String, String, i64)> = Vec::new();
    for origin in origins.iter().filter(|o| o.money.currency == currency) {
        for business in origin.facts.iter().filter_map(|id| won.get(id)) {
            let Some(value) = business.value.filter(|value| value.minor > 0) else { continue };
            let (from, through) = (label(origin), through(sight, business));
            match bands.iter_mut().find(|(f, t, _)| *f == from && *t == through) {
                Some((.., sum)) => *sum = sum.saturating_add(value.minor),
                None => bands.push((from, through, value.minor)),
            }
        }
    }
    let bands = drawn(bands);
    let whole = bands.iter().fold(0_i64, |sum, (.., minor)| sum.saturating_add(*minor));
    let (from, through, most) = bands.first()?.clone();
    let money = |minor| say::money(Money { currency, minor });
    let on = if through == NOBODY {
        "with nobody between".to_owned()
    } else {
        format!("through {through}")
    };
    Some(Flow {
        id: format!("flow-{}", currency.code()),
        says: format!(
            "{} in all; the widest way, {}, ran from “{from}” {on}.",
            money(whole),
            money(most)
        ),
        title: format!(
            "From where business in {} began, through whom, to its worth",
            currency.code()
        ),
        whole: money(whole),
        rows: bands
            .into_iter()
            .map(|(from, through, minor)| Band {
                from,
                through,
                value: size(minor),
                said: money(minor),
            })
            .collect(),
    })
}

fn through(sight: &Sight, business: &Business) -> String {
    let referrer = business.referrer.and_then(|id| sight.shelf.book.person(id));
    referrer.map_or_else(|| NOBODY.to_owned(), |person| say::shortened(&person.name))
}

/// The bands, widest first, with the small ends of both columns taken together.
fn drawn(bands: Vec<(String, String, i64)>) -> Vec<(String, String, i64)> {
    let (left, middle) = (largest(&bands, |band| &band.0), largest(&bands, |band| &band.1));
    let mut drawn: Vec<(String, String, i64)> = Vec::new();
    for (from, through, minor) in bands {
        let kept = |name: String, among: &[String]| {
            if among.contains(&name) { name } else { OTHERS.to_owned() }
        };
        let (from, through) = (kept(from, &left), kept(through, &middle));
        match drawn.iter_mut().find(|(f, t, _)| *f == from && *t == through) {
            Some((.., sum)) => *sum = sum.saturating_add(minor),
            None => drawn.push((from, through, minor)),
        }
    }
    drawn.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| (&a.0, &a.1).cmp(&(&b.0, &b.1))));
    drawn
}

/// The names with most, at most so many.
fn largest(
    bands: &[(String, String, i64)],
    name: impl Fn(&(String, String, i64)) -> &String,
) -> Vec<String> {
    let mut sums: Vec<(String, i64)> = Vec::new();
    for band in bands {
        match sums.iter_mut().find(|(known, _)| known == name(band)) {
            Some((_, sum)) => *sum = sum.saturating_add(band.2),
            None => sums.push((name(band).clone(), band.2)),
        }
    }
    sums.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sums.into_iter().take(SHOWN).map(|(name, _)| name).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a width on a chart, not a sum of money")]
fn size(minor: i64) -> f64 {
    minor as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_ends_stand_together_and_nothing_is_lost() {
        let band = |n: i64| (format!("Room {n}"), format!("Person {}", n % 9), 100 - n);
        let all: Vec<_> = (0..20).map(band).collect();
        let sum: i64 = all.iter().map(|band| band.2).sum();
        let drawn = drawn(all);
        assert_eq!(drawn.iter().map(|band| band.2).sum::<i64>(), sum);
        let mut left: Vec<_> = drawn.iter().map(|band| &band.0).collect();
        left.sort();
        left.dedup();
        assert_eq!(left.len(), SHOWN + 1);
        assert!(drawn.windows(2).all(|two| two[0].2 >= two[1].2));
    }
}
