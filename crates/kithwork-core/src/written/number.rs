//! Numbers (CLDR 48, `symbols` and `percentFormats`).

use crate::facts::Locale::{self, DeDe, FrFr};
use crate::rounding;

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

/// A length to the minute: `45 min`, `2 h`, `3 h 20`. The space does not break.
pub fn duration(locale: Locale, minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, m) => format!("{m}\u{a0}min"),
        (h, 0) => format!("{}\u{a0}h", number(locale, h)),
        (h, m) => format!("{}\u{a0}h\u{a0}{m:02}", number(locale, h)),
    }
}

/// Whole per cent: `37%`, `37 %`.
pub fn percent(locale: Locale, whole: &str) -> String {
    match locale {
        DeDe | FrFr => format!("{whole}\u{a0}%"),
        _ => format!("{whole}%"),
    }
}

/// A share as whole per cent. What is not quite nothing or not quite all is never rounded to it.
pub fn share(locale: Locale, share: f64) -> String {
    let rounded = (share * 100.0).round();
    match () {
        () if share > 0.0 && rounded < 1.0 => format!("under {}", percent(locale, "1")),
        () if share < 1.0 && rounded > 99.0 => format!("over {}", percent(locale, "99")),
        () => percent(locale, &format!("{rounded:.0}")),
    }
}

/// A share beside the line it is measured by: whole per cent, or one decimal where rounding would hide
/// on which side of the line it lies.
pub fn share_beside(locale: Locale, of: f64, line: f64) -> String {
    let side = |per_cent: f64| {
        let apart = per_cent - line * 100.0;
        if apart.abs() < 1e-9 { 0.0 } else { apart.signum() }
    };
    let is_told = |rounded: f64| (side(rounded) - side(of * 100.0)).abs() < 0.5;
    let tenths = (of * 1000.0).round() / 10.0;
    match () {
        () if is_told((of * 100.0).round()) => share(locale, of),
        () if is_told(tenths) => percent(locale, &decimal(locale, tenths)),
        () if of < line => format!("just under {}", share(locale, line)),
        () => format!("just over {}", share(locale, line)),
    }
}

/// A number to two decimals, without those that say nothing: `1,250`, `0.5`, `−1.73`.
pub fn decimal(locale: Locale, value: f64) -> String {
    let hundredths = rounding::whole(value.abs() * 100.0);
    let (whole, rest) = (number(locale, hundredths / 100), hundredths % 100);
    let minus = if value < 0.0 && hundredths > 0 { "−" } else { "" };
    let point = point(locale);
    match rest {
        0 => format!("{minus}{whole}"),
        rest if rest % 10 == 0 => format!("{minus}{whole}{point}{}", rest / 10),
        rest => format!("{minus}{whole}{point}{rest:02}"),
    }
}

/// How often, in English: `once`, `twice`, `3 times`.
pub fn times(count: u64) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
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

    #[test]
    fn decimals_that_say_nothing_are_left_out() {
        let british = |value| decimal(Locale::EnGb, value);
        assert_eq!([1.73, 2.0, 0.5, -1.25].map(british), ["1.73", "2", "0.5", "−1.25"]);
        assert_eq!([1_299.846, -0.001, 0.004].map(british), ["1,299.85", "0", "0"]);
        assert_eq!((decimal(DeDe, 1_299.5), british(f64::NAN)), ("1.299,5".into(), "0".into()));
    }

    #[test]
    fn a_share_that_is_not_nothing_is_never_called_nothing() {
        let british = |of| share(Locale::EnGb, of);
        let told = [0.0, 0.004, 0.372, 0.999, 1.0].map(british);
        assert_eq!(told, ["0%", "under 1%", "37%", "over 99%", "100%"]);
        assert_eq!(share(DeDe, 0.004), "under 1\u{a0}%");
    }

    #[test]
    fn rounding_never_carries_a_share_over_its_line() {
        let half = |of| share_beside(Locale::EnGb, of, 0.5);
        assert_eq!([0.14, 0.494, 0.5].map(half), ["14%", "49%", "50%"]);
        assert_eq!([0.496, 0.504, 0.4999].map(half), ["49.6%", "50.4%", "just under 50%"]);
        assert_eq!(share_beside(DeDe, 0.496, 0.5), "49,6\u{a0}%");
        assert_eq!(share_beside(Locale::EnGb, 0.124, 0.125), "12%");
    }
}
