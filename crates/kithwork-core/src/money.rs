//! Money: whole minor units with a currency, never a float.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// An ISO 4217 currency code, three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Pounds sterling, the default of a book that names none.
    pub const GBP: Self = Self(*b"GBP");

    /// Reads a code such as `GBP`, in either case.
    ///
    /// # Errors
    /// [`MoneyError::Currency`] where it is not three ASCII letters.
    pub fn parse(code: &str) -> Result<Self, MoneyError> {
        let bytes: [u8; 3] = code
            .trim()
            .as_bytes()
            .try_into()
            .ok()
            .filter(|b: &[u8; 3]| b.iter().all(u8::is_ascii_alphabetic))
            .ok_or_else(|| MoneyError::Currency(code.to_owned()))?;
        Ok(Self(bytes.map(|b| b.to_ascii_uppercase())))
    }

    /// The code's three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the decimal point (ISO 4217:2015, table A.1).
    pub fn decimals(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }

    /// The sign people write, where there is one: `£`, `€`, `$`, else the code and a space.
    pub fn sign(&self) -> &str {
        match &self.0 {
            b"GBP" => "£",
            b"EUR" => "€",
            b"USD" => "$",
            _ => self.code(),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::parse(&code).map_err(serde::de::Error::custom)
    }
}

/// An amount in whole minor units (pence) of one currency. No currency means the book's own, which
/// is resolved on reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// The currency, if one was named.
    pub currency: Option<Currency>,
    /// Minor units; negative for a refund.
    pub minor: i64,
}

impl Amount {
    /// With the book's own currency where it names none.
    pub fn money(self, own: Currency) -> Money {
        Money { currency: self.currency.unwrap_or(own), minor: self.minor }
    }

    /// Reads a decimal with a point, such as `1200` or `1200.50`.
    ///
    /// # Errors
    /// [`MoneyError`] where it is no decimal, has more digits than the currency, or is too large.
    pub fn parse(text: &str, currency: Option<Currency>) -> Result<Self, MoneyError> {
        let bad = || MoneyError::Amount(text.to_owned());
        let decimals = currency.unwrap_or(Currency::GBP).decimals() as usize;
        let text_trimmed = text.trim();
        let (negative, digits) = match text_trimmed.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text_trimmed),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let fraction_kept = fraction.trim_end_matches('0');
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if (whole.is_empty() && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction)
        {
            return Err(bad());
        }
        if fraction_kept.len() > decimals {
            return Err(MoneyError::Precision(text.to_owned()));
        }
        let joined = format!("{whole}{fraction_kept:0<decimals$}");
        let minor: i64 = joined.parse().map_err(|_e: std::num::ParseIntError| bad())?;
        Ok(Self { currency, minor: if negative { -minor } else { minor } })
    }

    /// Reads what a person types: `1200`, `£1,200`, `1 200,50 €`, `EUR 900.50`. A comma before one or two
    /// last digits is a decimal one, any other parts thousands.
    ///
    /// # Errors
    /// [`MoneyError`] where that is no amount, or thousands are parted otherwise than by threes.
    pub fn typed(text: &str, currency: Option<Currency>) -> Result<Self, MoneyError> {
        let (digits, named) = Self::parted(text);
        let bad = || MoneyError::Amount(text.to_owned());
        let (whole, fraction) = match digits.rsplit_once(['.', ',']) {
            Some((whole, fraction)) if digits.contains('.') || fraction.len() < 3 => {
                (whole, Some(fraction))
            }
            _ => (digits.as_str(), None),
        };
        let mut thousands = whole.trim_start_matches('-').split([',', '\'']);
        let is_first_short = thousands.next().is_some_and(|first| first.len() <= 3);
        let mut rest = thousands.peekable();
        if rest.peek().is_some() && !(is_first_short && rest.all(|group| group.len() == 3)) {
            return Err(bad());
        }
        let whole = whole.replace([',', '\''], "");
        let plain = fraction.map_or_else(|| whole.clone(), |rest| format!("{whole}.{rest}"));
        Self::parse(&plain, named.or(currency)).map_err(|_as_typed| bad())
    }

    /// The digits as they were typed, without spaces and currency, and the currency that was named.
    fn parted(text: &str) -> (String, Option<Currency>) {
        let text = text.trim();
        let signs = [("£", "GBP"), ("€", "EUR"), ("$", "USD")];
        let signed = signs.iter().find_map(|(sign, code)| {
            let digits = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign))?;
            Some((digits, Currency::parse(code).ok()?))
        });
        let coded = || {
            let code = |word: &str| Currency::parse(word).ok();
            let before =
                text.split_at_checked(3).and_then(|(word, digits)| Some((digits, code(word)?)));
            let after = || {
                let (digits, word) = text.split_at_checked(text.len().checked_sub(3)?)?;
                Some((digits, code(word)?))
            };
            before.or_else(after)
        };
        let parted = signed.or_else(coded);
        let digits = parted.map_or(text, |(digits, _)| digits);
        (digits.replace(char::is_whitespace, ""), parted.map(|(_, currency)| currency))
    }

    /// The decimal a sheet holds, such as `1200` or `1200.50`.
    pub fn decimal(&self) -> String {
        let decimals = self.currency.unwrap_or(Currency::GBP).decimals();
        let unit = 10_u64.pow(decimals);
        let (sign, size) = (if self.minor < 0 { "-" } else { "" }, self.minor.unsigned_abs());
        let (whole, rest) = (size / unit, size % unit);
        if rest == 0 {
            return format!("{sign}{whole}");
        }
        format!("{sign}{whole}.{rest:0width$}", width = decimals as usize)
    }
}

/// Money that has its currency, as totals and reports show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Money {
    /// The currency.
    pub currency: Currency,
    /// Minor units; negative for a refund.
    pub minor: i64,
}

impl Money {
    /// As one writes it: `£1200`, `£62.50`, `JPY 300`.
    pub(crate) fn told(self) -> String {
        let sign = match self.currency.sign() {
            code if code == self.currency.code() => format!("{code} "),
            sign => sign.to_owned(),
        };
        format!("{sign}{}", Amount { currency: Some(self.currency), minor: self.minor }.decimal())
    }
}

/// Minor units as a real number; exact up to 2⁵³ pence.
#[expect(clippy::cast_precision_loss, reason = "sums of a book stay far below 2^53 pence")]
pub(crate) fn minor_f64(minor: i64) -> f64 {
    minor as f64
}

/// Why an amount or a currency could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// Not three letters.
    #[error("{0:?} is no currency code")]
    Currency(String),
    /// Not a decimal number with a point.
    #[error("{0:?} is no amount")]
    Amount(String),
    /// More digits after the point than the currency has.
    #[error("{0:?} has more decimals than its currency")]
    Precision(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_written_to_the_penny() {
        let gbp = Some(Currency::GBP);
        for (text, minor) in [("1200", 120_000), ("0.5", 50), ("-3.07", -307), (".25", 25)] {
            assert_eq!(Amount::parse(text, gbp).unwrap().minor, minor, "{text}");
        }
        assert_eq!(Amount { currency: gbp, minor: -307 }.decimal(), "-3.07");
        assert!(Amount::parse("1.005", gbp).is_err());
        assert!(Amount::parse("1,200", gbp).is_err());
        assert!(Amount::parse("", gbp).is_err());
        assert!(Amount::parse("99999999999999999999", gbp).is_err());
        assert_eq!(Amount::parse("7", Some(Currency::parse("jpy").unwrap())).unwrap().minor, 7);
    }

    #[test]
    fn what_people_type_is_read_as_they_mean_it() {
        let read = |text| Amount::typed(text, Some(Currency::GBP)).map(|a| (a.minor, a.currency));
        let (pounds, euro) = (Some(Currency::GBP), Currency::parse("EUR").ok());
        for (text, minor, currency) in [
            ("1200", 120_000, pounds),
            ("£1,200", 120_000, pounds),
            ("£ 3,000.50", 300_050, pounds),
            ("39,50", 3_950, pounds),
            ("39.5", 3_950, pounds),
            ("1 200,50 €", 120_050, euro),
            ("1'000'000", 100_000_000, pounds),
            ("EUR 900.50", 90_050, euro),
            ("eur900", 90_000, euro),
            ("900 EUR", 90_000, euro),
            ("-40", -4_000, pounds),
            ("12,345,678", 1_234_567_800, pounds),
        ] {
            assert_eq!(read(text).unwrap(), (minor, currency), "{text}");
        }
        for text in ["", "£", "abc", "12,34,567", "1,2000", "3.000,50", "1.2.3", "£é", "EUR", "--4"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
