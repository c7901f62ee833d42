//! Money (CLDR 48, `currencies` and `currencyFormats`).

use super::number::{number, point};
use crate::facts::Locale::{self, DeDe, EnAu, EnCa, EnNz, EnUs, FrFr};
use crate::money::{Currency, Money};

/// An amount: `£1,250`, `£12.50`, `−€30`, `1.250 €`. Whole amounts show no decimals.
pub fn money(locale: Locale, money: Money) -> String {
    let unit = 10_u64.pow(money.currency.decimals());
    let size = money.minor.unsigned_abs();
    let (whole, rest) = (number(locale, size / unit), size % unit);
    let minus = if money.minor < 0 { "−" } else { "" };
    let width = money.currency.decimals() as usize;
    let fraction = match rest {
        0 => String::new(),
        rest => format!("{}{rest:0width$}", point(locale)),
    };
    let sign = sign(locale, &money.currency);
    if matches!(locale, DeDe | FrFr) {
        return format!("{minus}{whole}{fraction}\u{a0}{sign}");
    }
    // A sign that ends in a letter would run into the number.
    let gap = if sign.ends_with(char::is_alphabetic) { "\u{a0}" } else { "" };
    format!("{minus}{sign}{gap}{whole}{fraction}")
}

/// What a currency is called where its country is, and where it is not; else its code.
fn sign(locale: Locale, currency: &Currency) -> &str {
    let home = match locale {
        EnUs => "USD",
        EnCa => "CAD",
        EnAu => "AUD",
        EnNz => "NZD",
        _ => "",
    };
    match (locale, currency.code()) {
        (EnUs | EnCa | EnAu | EnNz, code) if code == home => "$",
        // Australia writes the codes of all others.
        (EnAu, code) => code,
        (FrFr, "GBP") => "£GB",
        (FrFr, "USD") => "$US",
        (FrFr, "CAD") => "$CA",
        (FrFr, "AUD") => "$AU",
        (FrFr, "NZD") => "$NZ",
        (_, "GBP") => "£",
        (_, "EUR") => "€",
        (_, "INR") => "₹",
        (DeDe, "USD") => "$",
        (DeDe, "AUD") => "AU$",
        (_, "USD") => "US$",
        (_, "CAD") => "CA$",
        (_, "AUD") => "A$",
        (_, "NZD") => "NZ$",
        (_, code) => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(locale: Locale, code: &str, minor: i64) -> String {
        let currency = Currency::parse(code).unwrap();
        money(locale, Money { currency, minor }).replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// As `Intl.NumberFormat` of ICU 78 (CLDR 48) writes 1250 of each, and −1250.50 pounds.
    const GOLDEN: [(Locale, [&str; 9]); 8] = [
        (
            Locale::EnGb,
            [
                "£1,250",
                "€1,250",
                "US$1,250",
                "CA$1,250",
                "A$1,250",
                "NZ$1,250",
                "CHF 1,250",
                "₹1,250",
                "−£1,250.50",
            ],
        ),
        (
            Locale::EnIe,
            [
                "£1,250",
                "€1,250",
                "US$1,250",
                "CA$1,250",
                "A$1,250",
                "NZ$1,250",
                "CHF 1,250",
                "₹1,250",
                "−£1,250.50",
            ],
        ),
        (
            EnUs,
            [
                "£1,250",
                "€1,250",
                "$1,250",
                "CA$1,250",
                "A$1,250",
                "NZ$1,250",
                "CHF 1,250",
                "₹1,250",
                "−£1,250.50",
            ],
        ),
        (
            EnCa,
            [
                "£1,250",
                "€1,250",
                "US$1,250",
                "$1,250",
                "A$1,250",
                "NZ$1,250",
                "CHF 1,250",
                "₹1,250",
                "−£1,250.50",
            ],
        ),
        (
            EnAu,
            [
                "GBP 1,250",
                "EUR 1,250",
                "USD 1,250",
                "CAD 1,250",
                "$1,250",
                "NZD 1,250",
                "CHF 1,250",
                "INR 1,250",
                "−GBP 1,250.50",
            ],
        ),
        (
            EnNz,
            [
                "£1,250",
                "€1,250",
                "US$1,250",
                "CA$1,250",
                "A$1,250",
                "$1,250",
                "CHF 1,250",
                "₹1,250",
                "−£1,250.50",
            ],
        ),
        (
            DeDe,
            [
                "1.250 £",
                "1.250 €",
                "1.250 $",
                "1.250 CA$",
                "1.250 AU$",
                "1.250 NZ$",
                "1.250 CHF",
                "1.250 ₹",
                "−1.250,50 £",
            ],
        ),
        (
            FrFr,
            [
                "1 250 £GB",
                "1 250 €",
                "1 250 $US",
                "1 250 $CA",
                "1 250 $AU",
                "1 250 $NZ",
                "1 250 CHF",
                "1 250 ₹",
                "−1 250,50 £GB",
            ],
        ),
    ];

    #[test]
    fn money_is_written_as_on_an_invoice_of_the_country() {
        for (locale, golden) in GOLDEN {
            let codes = ["GBP", "EUR", "USD", "CAD", "AUD", "NZD", "CHF", "INR"];
            let mut all = codes.map(|code| written(locale, code, 125_000)).to_vec();
            all.push(written(locale, "GBP", -125_050));
            assert_eq!(all, golden, "{}", locale.name());
        }
    }

    #[test]
    fn whole_amounts_show_no_decimals_and_others_as_many_as_their_currency_has() {
        assert_eq!(written(Locale::EnGb, "GBP", -3_007), "−£30.07");
        assert_eq!(written(Locale::EnGb, "JPY", 1_200), "JPY 1,200");
        assert_eq!(written(Locale::EnGb, "KWD", 1_250), "KWD 1.250");
        assert!(written(Locale::EnGb, "GBP", i64::MIN).starts_with("−£92,233,720,368,547,758"));
    }
}
