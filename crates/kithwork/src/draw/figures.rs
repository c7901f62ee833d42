//! Days, money, hours and numbers as people write them.

use super::locale::locale;
use jiff::civil::{Date, DateTime, Time};
use kithwork_core::money::{Currency, Money};
use kithwork_core::written;

/// `16 November 2026`.
pub(crate) fn day(on: Date) -> String {
    written::full_day(locale(), on)
}

/// `16 Nov 2026`, for tables.
pub(super) fn short_day(on: Date) -> String {
    written::day_in(locale(), on)
}

/// `Tuesday 17 November, 14:30`.
pub(super) fn moment(at: DateTime) -> String {
    format!("{}, {}", written::month_day(locale(), at.date()), clock(at.time()))
}

/// `14:30`.
pub(super) fn clock(at: Time) -> String {
    written::clock(locale(), at)
}

/// `£1,250` or `£12.50`; whole amounts show no decimals.
pub(super) fn money(money: Money) -> String {
    // A screen of fixed columns has no use for spaces of other widths.
    written::money(locale(), money).replace(['\u{a0}', '\u{202f}'], " ")
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

/// Minutes to the minute, everywhere alike: `45 min`, `2 h`, `47 h 30`.
pub(super) fn hours(minutes: u64) -> String {
    // A terminal breaks its lines itself.
    written::duration(locale(), minutes).replace(['\u{a0}', '\u{202f}'], " ")
}

/// `37%`; what is not quite nothing or not quite all is never rounded to it.
pub(super) fn percent(share: f64) -> String {
    written::share(locale(), share).replace('\u{a0}', " ")
}

/// `49.6%`: a share beside the line it is measured by; rounding never hides on which side it lies.
pub(super) fn percent_beside(share: f64, line: f64) -> String {
    written::share_beside(locale(), share, line).replace('\u{a0}', " ")
}

/// `2.5 to 19.4%`, or whole: an interval of a share.
pub(super) fn percents((low, high): (f64, f64), decimals: usize) -> String {
    let high = written::percent(locale(), &format!("{:.decimals$}", high * 100.0));
    format!("{:.decimals$} to {}", low * 100.0, high.replace('\u{a0}', " "))
}

/// `1,250`.
pub(super) fn grouped(number: u64) -> String {
    written::number(locale(), number).replace('\u{202f}', " ")
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
            ["45 min", "2 h", "2 h 30", "1,000 h"].map(str::to_owned),
            [45, 120, 150, 60_000].map(hours)
        );
        assert_eq!(per_hour(Currency::GBP, 2_650), "£27");
    }
}
