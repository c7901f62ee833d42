//! Money: whole minor units with a currency.

use kithwork_core::money::Money;
use serde::Serialize;

/// `{"currency":"GBP","minor":960000}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MoneyJson {
    /// ISO 4217.
    pub currency: String,
    /// Minor units.
    pub minor: i64,
}

impl From<&Money> for MoneyJson {
    fn from(money: &Money) -> Self {
        Self { currency: money.currency.to_string(), minor: money.minor }
    }
}
