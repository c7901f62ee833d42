//! One row's fields, each read as what its column means.

use super::{dates, dates::Order, plain};
use crate::key::folded;
use crate::reach;
use crate::read::Context;
use crate::refusal::Reason;
use jiff::civil::{Date, Time};
use kithwork_core::money::{Amount, Currency};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Which column stands where.
pub(crate) struct Columns {
    known: Vec<(&'static str, usize)>,
    unknown: Vec<(String, usize)>,
    width: usize,
}

impl Columns {
    /// Finds the columns of a sheet in a header. A column's second time is as good as unknown.
    pub(crate) fn of(names: &'static [&'static str], header: &[String]) -> Self {
        let (mut known, mut unknown) = (Vec::<(&'static str, usize)>::new(), Vec::new());
        for (at, cell) in header.iter().enumerate() {
            let name = names.iter().find(|name| plain(name) == plain(cell));
            match name {
                Some(name) if !known.iter().any(|(other, _)| other == name) => {
                    known.push((name, at));
                }
                _ if cell.is_empty() => unknown.push((format!("column {}", at + 1), at)),
                _ => unknown.push((cell.clone(), at)),
            }
        }
        Self { known, unknown, width: header.len() }
    }

    /// The unknown columns as they are spelt; nameless ones are only told of if they hold something.
    pub(crate) fn unknown(&self) -> Vec<String> {
        let named = |name: &&String| !name.starts_with("column ");
        self.unknown.iter().map(|(name, _)| name).filter(named).cloned().collect()
    }

    /// Where dates stand.
    pub(crate) fn dates(&self) -> Vec<usize> {
        let is_date = |name: &str| name == "date" || name.ends_with("_on");
        self.known.iter().filter(|(name, _)| is_date(name)).map(|&(_, at)| at).collect()
    }

    /// A row must not be longer than its header: a comma outside quotes moved its cells.
    pub(crate) fn check(&self, cells: Vec<String>) -> Result<Vec<String>, Reason> {
        let fits = cells.iter().skip(self.width).all(String::is_empty);
        if fits { Ok(cells) } else { Err(Reason::RowTooLong) }
    }
}

/// The fields of one row. An empty cell says nothing.
pub(crate) struct Fields<'a> {
    columns: &'a Columns,
    cells: &'a [String],
    order: Order,
    context: &'a Context<'a>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(
        columns: &'a Columns,
        cells: &'a [String],
        order: Order,
        context: &'a Context<'a>,
    ) -> Self {
        Self { columns, cells, order, context }
    }

    fn cell(&self, column: &str) -> Option<&'a str> {
        let &(_, at) = self.columns.known.iter().find(|(name, _)| *name == column)?;
        self.cells.get(at).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    pub(crate) fn text(&self, column: &str) -> Option<String> {
        self.cell(column).map(str::to_owned)
    }

    /// A text without which the row says nothing.
    pub(crate) fn needed(&self, column: &str, reason: Reason) -> Result<String, Reason> {
        self.text(column).ok_or(reason)
    }

    pub(crate) fn date(&self, column: &str) -> Result<Option<Date>, Reason> {
        self.cell(column).map(|cell| self.order.date(cell)).transpose()
    }

    pub(crate) fn month(&self, column: &str) -> Result<Option<Date>, Reason> {
        self.cell(column).map(dates::month).transpose()
    }

    /// A time of day such as `18:30`.
    pub(crate) fn time(&self, column: &str) -> Result<Option<Time>, Reason> {
        let read = |cell: &str| cell.trim().parse().map_err(|_no_time| Reason::TimeUnreadable);
        self.cell(column).map(read).transpose()
    }

    pub(crate) fn number(&self, column: &str) -> Result<Option<u32>, Reason> {
        let read = |cell: &str| whole(cell).ok_or(Reason::NumberUnreadable);
        self.cell(column).map(read).transpose()
    }

    pub(crate) fn score(
        &self,
        column: &str,
        range: RangeInclusive<u32>,
        reason: Reason,
    ) -> Result<Option<u8>, Reason> {
        let read = |cell: &str| {
            let score = whole(cell).filter(|score| range.contains(score)).ok_or(reason)?;
            u8::try_from(score).map_err(|_error| reason)
        };
        self.cell(column).map(read).transpose()
    }

    /// 0 to 4.
    pub(crate) fn rating(&self, column: &str) -> Result<Option<u8>, Reason> {
        self.score(column, 0..=4, Reason::RatingOutOfRange)
    }

    pub(crate) fn yes(&self, column: &str) -> Result<Option<bool>, Reason> {
        let read = |cell: &str| yes_or_no(cell).ok_or(Reason::YesNoUnreadable);
        self.cell(column).map(read).transpose()
    }

    /// Hours as a decimal, in whole minutes.
    pub(crate) fn hours(&self, column: &str) -> Result<Option<u32>, Reason> {
        let read = |cell: &str| minutes_of_hours(cell).ok_or(Reason::HoursUnreadable);
        self.cell(column).map(read).transpose()
    }

    /// Money in the row's currency.
    pub(crate) fn amount(&self, column: &str) -> Result<Option<Amount>, Reason> {
        let Some(cell) = self.cell(column) else { return Ok(None) };
        Amount::parse(cell, self.currency()?).map(Some).map_err(|_error| Reason::AmountUnreadable)
    }

    fn currency(&self) -> Result<Option<Currency>, Reason> {
        let read = |cell| Currency::parse(cell).map_err(|_error| Reason::CurrencyUnknown);
        self.cell("currency").map(read).transpose()
    }

    /// Several names in one cell.
    pub(crate) fn people(&self, column: &str) -> Vec<String> {
        self.list(column).map(str::to_owned).collect()
    }

    fn list(&self, column: &str) -> impl Iterator<Item = &'a str> {
        let parts = self.cell(column).unwrap_or_default().split([';', '\n']);
        parts.map(str::trim).filter(|part| !part.is_empty())
    }

    pub(crate) fn emails(&self, column: &str) -> Vec<String> {
        let parts = self.list(column).flat_map(|part| part.split(','));
        parts.filter_map(reach::email).collect()
    }

    pub(crate) fn phones(&self, column: &str) -> Vec<String> {
        self.list(column).filter_map(|part| reach::phone(part, self.context.region)).collect()
    }

    /// One of the words a column allows, however it is spaced.
    pub(crate) fn word<T: Copy>(
        &self,
        column: &str,
        words: &[(&str, T)],
        reason: Reason,
    ) -> Result<Option<T>, Reason> {
        let read = |cell: &str| find(words, cell).ok_or(reason);
        self.cell(column).map(read).transpose()
    }

    /// The unknown columns, kept.
    pub(crate) fn extra(&self) -> BTreeMap<String, String> {
        let mut extra = BTreeMap::new();
        for (name, at) in &self.columns.unknown {
            let Some(cell) = self.cells.get(*at).filter(|cell| !cell.is_empty()) else { continue };
            let mut name = name.clone();
            while extra.contains_key(&name) {
                name.push_str(" (again)");
            }
            extra.insert(name, cell.clone());
        }
        extra
    }
}

/// What a list of words calls a cell's.
fn find<T: Copy>(words: &[(&str, T)], cell: &str) -> Option<T> {
    let plain_cell = plain(cell);
    words.iter().find(|(word, _)| plain(word) == plain_cell).map(|&(_, value)| value)
}

/// The word for a value; the inverse of [`Fields::word`].
pub(crate) fn word_for<T: Copy + PartialEq>(words: &[(&str, T)], value: Option<T>) -> String {
    let of = |value: T| words.iter().find(|(_, other)| *other == value);
    value.and_then(of).map(|(word, _)| (*word).to_owned()).unwrap_or_default()
}

pub(crate) fn text_of(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(crate) fn yes_of(value: Option<bool>) -> String {
    value.map(|yes| if yes { "yes" } else { "no" }.to_owned()).unwrap_or_default()
}

/// A row's amounts as cells, with the currency that all of them share.
pub(crate) fn money_of<const N: usize>(amounts: [Option<Amount>; N]) -> ([String; N], String) {
    let currency = amounts.iter().flatten().find_map(|amount| amount.currency);
    let cells = amounts.map(|amount| amount.map(|a| a.decimal()).unwrap_or_default());
    (cells, currency.map(|c| c.code().to_owned()).unwrap_or_default())
}

pub(crate) fn minutes_as_hours(minutes: Option<u32>) -> String {
    minutes.map(|m| format!("{}", f64::from(m) / 60.0)).unwrap_or_default()
}

/// A whole number; spreadsheets like to write `3.0`.
fn whole(cell: &str) -> Option<u32> {
    let (digits, zeros) = cell.split_once('.').unwrap_or((cell, ""));
    let plain = zeros.bytes().all(|b| b == b'0') && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

fn minutes_of_hours(cell: &str) -> Option<u32> {
    let plain = cell.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let hours: f64 = cell.parse().ok().filter(|_| plain)?;
    let minutes = (hours * 60.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "its range is checked"
    )]
    (0.0..=f64::from(u32::MAX)).contains(&minutes).then_some(minutes as u32)
}

fn yes_or_no(cell: &str) -> Option<bool> {
    match folded(cell).as_str() {
        "yes" | "y" | "true" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}
