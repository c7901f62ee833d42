//! Money.

use super::listed;
use super::locale::locale;
use kithwork_core::money::{Currency, Money};
use kithwork_core::written;

/// An amount: `£1,250`, `£12.50`, `−€30`, `CHF 1,200`. Whole amounts show no decimals.
pub(crate) fn money(money: Money) -> String {
    written::money(locale(), money)
}

/// Amounts of several currencies in one sentence; currencies are never added up.
pub(crate) fn moneys(amounts: &[Money]) -> String {
    listed(&amounts.iter().map(|m| money(*m)).collect::<Vec<_>>())
}

/// An amount that is reckoned and not counted, to two figures: `£5,200`. Never finer than the whole unit.
pub(crate) fn about(money: Money) -> String {
    let unit = 10_i64.pow(money.currency.decimals());
    let digits = money.minor.unsigned_abs().checked_ilog10().unwrap_or(0);
    let step = 10_i64.saturating_pow(digits.saturating_sub(1)).max(unit);
    let half = if money.minor < 0 { -(step / 2) } else { step / 2 };
    let minor = money.minor.saturating_add(half) / step;
    self::money(Money { minor: minor.saturating_mul(step), ..money })
}

/// What an hour returned, to the whole unit: more would pretend to more than is known.
pub(crate) fn per_hour(currency: Currency, minor: i64) -> String {
    let unit = 10_i64.pow(currency.decimals());
    let whole = minor.saturating_add(unit / 2).div_euclid(unit);
    money(Money { currency, minor: whole.saturating_mul(unit) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gbp(minor: i64) -> String {
        money(Money { currency: Currency::GBP, minor })
    }

    #[test]
    fn money_reads_as_on_an_invoice() {
        assert_eq!(gbp(125_000), "£1,250");
        assert_eq!(gbp(1_250), "£12.50");
        assert_eq!(gbp(-3_007), "−£30.07");
        let code = |c: &str| Currency::parse(c).unwrap();
        assert_eq!(money(Money { currency: code("CHF"), minor: 120_000 }), "CHF\u{a0}1,200");
        assert_eq!(money(Money { currency: code("JPY"), minor: 1_200 }), "JPY\u{a0}1,200");
        assert_eq!(money(Money { currency: code("KWD"), minor: 1_250 }), "KWD\u{a0}1.250");
        assert!(gbp(i64::MIN).starts_with("−£92,233,720,368,547,758"));
    }

    #[test]
    fn an_hour_is_rounded_to_the_pound() {
        assert_eq!(per_hour(Currency::GBP, 2_649), "£26");
        assert_eq!(per_hour(Currency::GBP, 2_650), "£27");
        assert_eq!(per_hour(Currency::GBP, -150), "−£1");
    }

    #[test]
    fn what_is_reckoned_has_two_figures_and_no_pence() {
        let about = |minor| super::about(Money { currency: Currency::GBP, minor });
        assert_eq!(
            [520_329, 287_263, 854_902, 1_949, 43, 0, -520_329].map(about),
            ["£5,200", "£2,900", "£8,500", "£19", "£0", "£0", "−£5,200"]
        );
        assert!(about(i64::MAX).starts_with("£92,000,"), "no sum is too large to be said");
    }
}
