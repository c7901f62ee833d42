//! A range of money in words.

use super::ledger::Credit;
use crate::money::{Currency, Money};

/// What a source brought, whichever way one counts: `£4–9k whichever way you count`, `£1,200 whichever
/// way you count` where all rules agree.
pub fn whichever_way(credit: &Credit) -> String {
    let (low, high) = credit.range();
    format!("{} whichever way you count", range(low, high))
}

/// `£4–9k`, `£350–1,200`, `£1,200`.
fn range(low: Money, high: Money) -> String {
    let unit = 10_i64.saturating_pow(low.currency.decimals());
    let whole = |money: Money| rounded(money.minor, unit);
    let (low_whole, high_whole) = (whole(low), whole(high));
    let sign = sign(low.currency);
    if low_whole == high_whole {
        return format!("{}{sign}{}", minus(low_whole), grouped(low_whole.unsigned_abs()));
    }
    let (low_text, high_text) = if in_thousands(low_whole) && in_thousands(high_whole) {
        let k = |n: i64| format!("{}{}", minus(n), grouped(rounded(n, 1000).unsigned_abs()));
        (k(low_whole), format!("{}k", k(high_whole)))
    } else {
        let plain = |n: i64| format!("{}{}", minus(n), grouped(n.unsigned_abs()));
        (plain(low_whole), plain(high_whole))
    };
    let (low_text, high_text) = (low_text.as_str(), high_text.as_str());
    match low_text.strip_prefix('−') {
        Some(rest) => format!("−{sign}{rest} to {high_text}"),
        None if high_text.trim_end_matches('k') == low_text => format!("about {sign}{high_text}"),
        None => format!("{sign}{low_text}–{high_text}"),
    }
}

/// Whether a sum may be said in thousands: nothing, or no more than a tenth off.
fn in_thousands(n: i64) -> bool {
    let off = n.saturating_sub(rounded(n, 1000).saturating_mul(1000)).unsigned_abs();
    n == 0 || n >= 1000 && off.saturating_mul(10) <= n.unsigned_abs()
}

fn sign(currency: Currency) -> String {
    match currency.sign() {
        code if code == currency.code() => format!("{code} "),
        sign => sign.to_owned(),
    }
}

fn minus(n: i64) -> &'static str {
    if n < 0 { "−" } else { "" }
}

/// Divided and rounded to the nearest, halves away from zero.
fn rounded(n: i64, unit: i64) -> i64 {
    let unit = unit.max(1);
    let away = if n < 0 { -(unit / 2) } else { unit / 2 };
    n.saturating_add(away) / unit
}

/// Thousands parted by commas.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pounds(low: i64, high: i64) -> String {
        let money = |pounds: i64| Money { currency: Currency::GBP, minor: pounds * 100 };
        range(money(low), money(high))
    }

    #[test]
    fn ranges_read_as_one_says_them() {
        assert_eq!(pounds(4000, 9000), "£4–9k");
        assert_eq!(pounds(3980, 9210), "£4–9k");
        assert_eq!(pounds(350, 1200), "£350–1,200");
        assert_eq!(pounds(350, 9000), "£350–9,000");
        assert_eq!(pounds(1499, 2400), "£1,499–2,400");
        assert_eq!(pounds(0, 3000), "£0–3k");
        assert_eq!(pounds(0, 12_000), "£0–12k");
        assert_eq!(pounds(1200, 1200), "£1,200");
        assert_eq!(pounds(9000, 9200), "about £9k");
        assert_eq!(pounds(-500, 0), "−£500 to 0");
        assert_eq!(pounds(-9000, -4000), "−£9,000 to −4,000");
        let yen = |minor| Money { currency: Currency::parse("JPY").unwrap(), minor };
        assert_eq!(range(yen(100), yen(900)), "JPY 100–900");
    }

    #[test]
    fn extreme_amounts_are_read_too() {
        for (low, high) in [(i64::MIN, i64::MAX), (i64::MIN, i64::MIN), (0, i64::MAX)] {
            let money = |minor| Money { currency: Currency::GBP, minor };
            assert!(!range(money(low), money(high)).is_empty());
        }
    }
}
