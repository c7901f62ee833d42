//! Deals shared out by every rule, and added up.

use super::chain::{Deal, Source, Touch};
use crate::id::{FactId, PersonId};
use crate::models::attribution::{Rule, share_out};
use crate::money::{Currency, Money};
use std::collections::BTreeMap;

/// What a source had a part in, in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Credit {
    /// Who or what.
    pub source: Source,
    /// The currency.
    pub currency: Currency,
    /// What it is credited with by each rule, in the order of [`Rule::all`]; minor units.
    pub by_rule: [i64; 6],
    /// The business it had a part in, oldest first.
    pub deals: Vec<FactId>,
}

impl Credit {
    /// What it is credited with by one rule.
    pub fn by(&self, rule: Rule) -> Money {
        let at = Rule::all(1.0).iter().position(|known| same(*known, rule)).unwrap_or_default();
        Money { currency: self.currency, minor: self.by_rule[at] }
    }

    /// The headline: every link alike.
    pub fn headline(&self) -> Money {
        self.by(Rule::Linear)
    }

    /// The least and the most that any rule gives.
    pub fn range(&self) -> (Money, Money) {
        let of = |minor: Option<&i64>| Money {
            currency: self.currency,
            minor: minor.copied().unwrap_or_default(),
        };
        (of(self.by_rule.iter().min()), of(self.by_rule.iter().max()))
    }
}

fn same(one: Rule, other: Rule) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// Everybody and everything with a part in business, by currency, the largest headline first.
pub fn credits(deals: &[Deal], half_life_days: f64) -> Vec<Credit> {
    let mut credits: BTreeMap<(Source, Currency), Credit> = BTreeMap::new();
    for (at, rule) in Rule::all(half_life_days).into_iter().enumerate() {
        for deal in deals {
            for (touch, minor) in shares(deal, rule) {
                let (source, currency) = (touch.source.clone(), deal.money.currency);
                let credit = credits.entry((source.clone(), currency)).or_insert_with(|| Credit {
                    source,
                    currency,
                    by_rule: [0; 6],
                    deals: Vec::new(),
                });
                credit.by_rule[at] = credit.by_rule[at].saturating_add(minor);
                if at == 0 && !credit.deals.contains(&deal.fact) {
                    credit.deals.push(deal.fact);
                }
            }
        }
    }
    let mut credits: Vec<Credit> = credits.into_values().collect();
    credits.sort_by_key(|credit| (credit.currency, std::cmp::Reverse(credit.headline().minor)));
    credits
}

/// Adds up what a rule gives, by any key of deal and link; a link without a key is left to none.
pub fn roll_up<K: Ord>(
    deals: &[Deal],
    rule: Rule,
    key: impl Fn(&Deal, &Touch) -> K,
) -> BTreeMap<(K, Currency), i64> {
    let mut sums: BTreeMap<(K, Currency), i64> = BTreeMap::new();
    for deal in deals {
        for (touch, minor) in shares(deal, rule) {
            let sum = sums.entry((key(deal, touch), deal.money.currency)).or_default();
            *sum = sum.saturating_add(minor);
        }
    }
    sums
}

/// Where business began beside who closed it: what the first and the last link of each chain get.
pub type Origins = BTreeMap<(Source, Currency), (i64, i64)>;

/// Each source's total as origin and as closer.
pub fn origins(deals: &[Deal]) -> Origins {
    let mut both = Origins::new();
    for ((source, currency), minor) in roll_up(deals, Rule::Origin, |_, t| t.source.clone()) {
        both.entry((source, currency)).or_default().0 = minor;
    }
    for ((source, currency), minor) in roll_up(deals, Rule::Closer, |_, t| t.source.clone()) {
        both.entry((source, currency)).or_default().1 = minor;
    }
    both.retain(|_, sums| *sums != (0, 0));
    both
}

/// Puts an anonymous link in the place of a person whose record is erased: every sum stays.
pub fn erase(deals: &mut [Deal], person: PersonId) {
    for touch in deals.iter_mut().flat_map(|deal| &mut deal.chain) {
        if touch.source == Source::Person(person) {
            touch.source = Source::Anonymous;
        }
    }
}

fn shares(deal: &Deal, rule: Rule) -> impl Iterator<Item = (&Touch, i64)> {
    let days: Vec<f64> = deal.chain.iter().map(|touch| touch.days_before).collect();
    deal.chain.iter().zip(share_out(deal.money.minor, &days, rule))
}
