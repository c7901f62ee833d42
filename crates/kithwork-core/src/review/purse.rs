//! Money, summed currency by currency: never across them.

use crate::money::{Amount, Currency, Money};
use std::collections::BTreeMap;

/// Sums of money, one a currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Purse(BTreeMap<Currency, i64>);

impl Purse {
    /// Adds an amount; one that names no currency is in the book's own.
    pub(super) fn add(&mut self, amount: Amount, own: Currency) {
        self.add_money(amount.money(own));
    }

    pub(super) fn add_money(&mut self, money: Money) {
        let sum = self.0.entry(money.currency).or_default();
        *sum = sum.saturating_add(money.minor);
    }

    /// The sums, by currency code.
    pub(super) fn sums(&self) -> Vec<Money> {
        self.0.iter().map(|(&currency, &minor)| Money { currency, minor }).collect()
    }
}
