//! Numbers (CLDR 48, `symbols` and `percentFormats`).

use crate::facts::Locale::{self, DeDe, FrFr};

/// A whole number with what parts its thousands: `1,250`.
pub fn number(locale: Locale, n: u64) -> String {
    let digits = n.to_string();
    let first = digits.len() % 3;
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 3 == first {
            written.push(thousands(locale));
        }
        written.push(digit);
    }
    written
}

/// Whole per cent: `37%`, `37 %`.
pub fn percent(locale: Locale, whole: &str) -> String {
    match locale {
        DeDe | FrFr => format!("{whole}\u{a0}%"),
        _ => format!("{whole}%"),
    }
}

const fn thousands(locale: Locale) -> char {
    match locale {
        DeDe => '.',
        FrFr => '\u{202f}',
        _ => ',',
    }
}

/// What stands before the decimals.
pub(super) const fn point(locale: Locale) -> char {
    match locale {
        DeDe | FrFr => ',',
        _ => '.',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_in_their_country() {
        for (n, british) in [(0, "0"), (999, "999"), (1_250, "1,250"), (12_345_678, "12,345,678")] {
            assert_eq!(number(Locale::EnGb, n), british);
            assert_eq!(number(DeDe, n), british.replace(',', "."));
            assert_eq!(number(FrFr, n), british.replace(',', "\u{202f}"));
        }
        assert_eq!(percent(Locale::EnUs, "37"), "37%");
        assert_eq!([percent(DeDe, "37"), percent(FrFr, "37")], ["37\u{a0}%", "37\u{a0}%"]);
    }
}
