//! Days, money, hours and numbers as people write them.

use jiff::civil::Date;
use kithwork_core::money::{Currency, Money};

/// `16 November 2026`.
pub(crate) fn day(on: Date) -> String {
    on.strftime("%-d %B %Y").to_string()
}

/// `16 Nov 2026`, for tables.
pub(super) fn short_day(on: Date) -> String {
    on.strftime("%-d %b %Y").to_string()
}

/// `£1,250` or `£12.50`; whole amounts show no decimals.
pub(super) fn money(money: Money) -> String {
    let unit = 10_u64.pow(money.currency.decimals());
    let size = money.minor.unsigned_abs();
    let (whole, rest) = (size / unit, size % unit);
    let minus = if money.minor < 0 { "−" } else { "" };
    let sign = money.currency.sign();
    let gap = if sign.chars().all(char::is_alphabetic) { " " } else { "" };
    let width = money.currency.decimals() as usize;
    let fraction = if rest == 0 { String::new() } else { format!(".{rest:0width$}") };
    format!("{minus}{sign}{gap}{}{fraction}", grouped(whole))
}

/// Amounts of several currencies beside each other; they are never added up.
pub(super) fn moneys(all: &[Money]) -> String {
    all.iter().map(|m| money(*m)).collect::<Vec<_>>().join(" + ")
}

/// What an hour returned, to the whole unit: more would pretend to more than is known.
pub(super) fn per_hour(currency: Currency, minor: i64) -> String {
    let unit = 10_i64.pow(currency.decimals());
    let whole = minor.saturating_add(unit / 2).div_euclid(unit);
    money(Money { currency, minor: whole.saturating_mul(unit) })
}

/// Minutes as hours: `45 min`, `2 h`, `2.5 h`, `364 h`.
pub(super) fn hours(minutes: u64) -> String {
    match minutes {
        0..60 => format!("{minutes} min"),
        60..600 => {
            let tenths = (minutes + 3) / 6;
            if tenths.is_multiple_of(10) {
                format!("{} h", tenths / 10)
            } else {
                format!("{}.{} h", tenths / 10, tenths % 10)
            }
        }
        _ => format!("{} h", grouped((minutes + 30) / 60)),
    }
}

/// `1,250`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 meeting`, `71 meetings`.
pub(crate) fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_write_them() {
        let gbp = |minor| money(Money { currency: Currency::GBP, minor });
        assert_eq!((gbp(125_000).as_str(), gbp(-3_007).as_str()), ("£1,250", "−£30.07"));
        assert_eq!(
            ["45 min", "2 h", "2.5 h", "1,000 h"].map(str::to_owned),
            [45, 120, 150, 60_000].map(hours)
        );
        assert_eq!(per_hour(Currency::GBP, 2_650), "£27");
    }
}
