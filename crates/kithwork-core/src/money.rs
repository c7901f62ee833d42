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
}
