//! Sums of money in plain words: `£1,500`, `2k`, `two grand`, `800 euros`.

use super::durations::number_word;
use super::words::Word;
use crate::money::{Amount, Currency};

/// A sum that begins at word `at`, and how many words it takes. A bare number is one only after
/// `worth`; a sum without a currency is in the book's own.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<(Amount, usize)> {
    let low = |i: usize| words.get(at + i).map_or("", |w| w.low.as_str());
    let back = |n: usize| {
        at.checked_sub(n).and_then(|i| words.get(i)).map_or("", |word| word.low.as_str())
    };
    let about = usize::from(matches!(back(1), "about" | "around" | "roughly" | "maybe"));
    let before = back(1 + about);
    let (sign, digits) = signed(low(0));
    let (number, thousands) = match digits.strip_suffix('k') {
        Some(rest) => (rest.to_owned(), true),
        None => (spelt(digits)?, false),
    };
    let hundreds = matches!(low(1), "hundred");
    let grand = matches!(low(1), "grand" | "thousand" | "k");
    let length = 1 + usize::from(hundreds || grand);
    let named = currency_word(low(length));
    let is_sum = sign.is_some()
        || named.is_some()
        || thousands
        || grand
        || (before == "worth" && number.chars().all(|c| c.is_ascii_digit()))
        || (before == "worth" && hundreds);
    if !is_sum {
        return None;
    }
    let currency = sign.or(named);
    let zeros = if thousands || grand { 3 } else { 2 * u32::from(hundreds) };
    let amount = Amount::parse(&shifted(&number, zeros)?, currency).ok()?;
    (amount.minor > 0).then_some((amount, length + usize::from(named.is_some())))
}

fn signed(low: &str) -> (Option<Currency>, &str) {
    [("£", "GBP"), ("€", "EUR"), ("$", "USD"), ("gbp", "GBP"), ("eur", "EUR"), ("usd", "USD")]
        .into_iter()
        .find_map(|(sign, code)| {
            let rest = low.strip_prefix(sign)?;
            rest.starts_with(|c: char| c.is_ascii_digit())
                .then_some((Currency::parse(code).ok(), rest))
        })
        .unwrap_or((None, low))
}

/// A number as digits without its thousands' commas.
fn spelt(low: &str) -> Option<String> {
    if low.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(low.replace(',', ""));
    }
    number_word(low).map(|number| number.to_string())
}

fn currency_word(low: &str) -> Option<Currency> {
    match low {
        "pounds" | "pound" | "quid" | "gbp" | "sterling" => Some(Currency::GBP),
        "euros" | "euro" | "eur" => Currency::parse("EUR").ok(),
        "dollars" | "dollar" | "usd" => Currency::parse("USD").ok(),
        _ => None,
    }
}

/// A decimal with its point moved to the right.
fn shifted(number: &str, zeros: u32) -> Option<String> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let zeros = usize::try_from(zeros).ok()?;
    let (moved, rest) = part.split_at_checked(zeros.min(part.len()))?;
    let padding = "0".repeat(zeros - moved.len());
    let whole = format!("{whole}{moved}{padding}");
    Some(if rest.is_empty() { whole } else { format!("{whole}.{rest}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(text: &str) -> Option<(i64, Option<String>)> {
        let words = super::super::words::words(text);
        let found = (0..words.len()).find_map(|i| at(&words, i));
        found.map(|(amount, _)| (amount.minor, amount.currency.map(|c| c.code().to_owned())))
    }

    #[test]
    fn sums_are_read_as_people_write_and_say_them() {
        for (text, pence) in [
            ("won £1,500 of work", 150_000),
            ("£2k", 200_000),
            ("£1.5k", 150_000),
            ("two grand", 200_000),
            ("fifteen hundred quid", 150_000),
            ("worth 900", 90_000),
            ("12k", 1_200_000),
            ("£12,345.67", 1_234_567),
            ("800 euros", 80_000),
            ("£1,250,000", 125_000_000),
        ] {
            assert_eq!(minor(text).map(|(m, _)| m), Some(pence), "{text}");
        }
        assert_eq!(minor("800 euros").and_then(|(_, c)| c), Some("EUR".to_owned()));
        assert_eq!(minor("2k").and_then(|(_, c)| c), None);
        for text in ["45 minutes", "a hundred people", "12", "kevin", "k", "£", "£0", "1k2", ""] {
            assert_eq!(minor(text), None, "{text}");
        }
    }
}
