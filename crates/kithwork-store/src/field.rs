//! How each type of field stands in its columns.

use crate::cell::{Cell, CellType, Column, RowReader, unreadable};
use crate::error::Result;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use kithwork_core::fact::FactKind;
use kithwork_core::facts::{
    AimKind, Asks, BusinessSource, Cadence, Care, ConversationKind, Direction, Event, Explained,
    HelpKind, Hindrance, InsteadOf, Locale, Meaning, MentionKind, ObjectiveMet, Octets, Party,
    PeopleFilter, PitchChange, Point, ProjectKind, PromisedBy, Rated, ReferralStatus, RoomKind,
    RoomPart, Stage,
};
use kithwork_core::handover::Said;
use kithwork_core::id::{BookId, FactId, PersonId, RoomId};
use kithwork_core::money::{Amount, Currency};
use kithwork_core::source::Source;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

/// A type that stands in one column, or a few.
pub(crate) trait Field: Sized {
    /// Its columns, where the field has this name.
    fn columns(name: &str) -> Vec<Column>;
    /// Appends its cells.
    fn put(&self, cells: &mut Vec<Cell>);
    /// Reads its cells.
    fn take(row: &mut impl RowReader) -> Result<Self>;
}

fn column(name: &str, cell: CellType) -> Vec<Column> {
    vec![Column { name: name.to_owned(), cell }]
}

/// Text that every database can hold: PostgreSQL has no U+0000, so it is left out everywhere.
pub(crate) fn storable(text: &str) -> String {
    if text.contains('\0') { text.replace('\0', "") } else { text.to_owned() }
}

macro_rules! ids {
    ($($id:ident)+) => {$(
        impl Field for Option<$id> {
            fn columns(name: &str) -> Vec<Column> {
                column(name, CellType::Id)
            }
            fn put(&self, cells: &mut Vec<Cell>) {
                cells.push(Cell::Id(self.map(|id| id.0)));
            }
            fn take(row: &mut impl RowReader) -> Result<Self> {
                Ok(row.id()?.map($id))
            }
        }
        required!($id, "id");
    )+};
}

/// A field that must be there, by way of the one that may be missing.
macro_rules! required {
    ($type:ty, $what:literal) => {
        impl Field for $type {
            fn columns(name: &str) -> Vec<Column> {
                <Option<$type> as Field>::columns(name)
            }
            fn put(&self, cells: &mut Vec<Cell>) {
                // The types are small or about to be copied anyway.
                Some(self.clone()).put(cells);
            }
            fn take(row: &mut impl RowReader) -> Result<Self> {
                <Option<$type> as Field>::take(row)?.ok_or_else(|| unreadable($what))
            }
        }
    };
}

ids! { BookId FactId PersonId RoomId }

/// Whole numbers that fit into 64 bits with a sign.
macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl Field for Option<$number> {
            fn columns(name: &str) -> Vec<Column> {
                column(name, CellType::Number)
            }
            fn put(&self, cells: &mut Vec<Cell>) {
                cells.push(Cell::Number(self.map(i64::from)));
            }
            fn take(row: &mut impl RowReader) -> Result<Self> {
                let read = |n| <$number>::try_from(n).map_err(|_out_of_range| unreadable("number"));
                row.number()?.map(read).transpose()
            }
        }
        required!($number, "number");
    )+};
}

numbers! { u8 u32 i64 }

impl Field for Option<bool> {
    fn columns(name: &str) -> Vec<Column> {
        column(name, CellType::Truth)
    }
    fn put(&self, cells: &mut Vec<Cell>) {
        cells.push(Cell::Truth(*self));
    }
    fn take(row: &mut impl RowReader) -> Result<Self> {
        row.truth()
    }
}
required!(bool, "yes or no");

impl Field for Option<String> {
    fn columns(name: &str) -> Vec<Column> {
        column(name, CellType::Text)
    }
    fn put(&self, cells: &mut Vec<Cell>) {
        cells.push(Cell::Text(self.as_deref().map(storable)));
    }
    fn take(row: &mut impl RowReader) -> Result<Self> {
        row.text()
    }
}
required!(String, "text");

impl Field for Octets {
    fn columns(name: &str) -> Vec<Column> {
        column(name, CellType::Bytes)
    }
    fn put(&self, cells: &mut Vec<Cell>) {
        cells.push(Cell::Bytes(Some(self.0.clone())));
    }
    fn take(row: &mut impl RowReader) -> Result<Self> {
        row.bytes()?.map(Octets).ok_or_else(|| unreadable("object"))
    }
}

/// Dates and times as ISO 8601 text, which sorts as they do.
macro_rules! civil {
    ($($type:ty)+) => {$(
        impl Field for Option<$type> {
            fn columns(name: &str) -> Vec<Column> {
                column(name, CellType::Text)
            }
            fn put(&self, cells: &mut Vec<Cell>) {
                cells.push(Cell::Text(self.map(|at| at.to_string())));
            }
            fn take(row: &mut impl RowReader) -> Result<Self> {
                let read = |s: &str| s.parse().map_err(|_no_date: jiff::Error| unreadable("date"));
                row.with_text(|text| text.map(read).transpose())
            }
        }
        required!($type, "date");
    )+};
}

civil! { Date Time DateTime }

impl Field for Timestamp {
    fn columns(name: &str) -> Vec<Column> {
        column(name, CellType::Number)
    }
    fn put(&self, cells: &mut Vec<Cell>) {
        cells.push(Cell::Number(Some(self.as_microsecond())));
    }
    fn take(row: &mut impl RowReader) -> Result<Self> {
        let micros = row.number()?.ok_or_else(|| unreadable("time"))?;
        Self::from_microsecond(micros).map_err(|_out_of_range| unreadable("time"))
    }
}

impl Field for Option<Currency> {
    fn columns(name: &str) -> Vec<Column> {
        column(name, CellType::Text)
    }
    fn put(&self, cells: &mut Vec<Cell>) {
        cells.push(Cell::Text(self.map(|currency| currency.code().to_owned())));
    }
    fn take(row: &mut impl RowReader) -> Result<Self> {
        let read = |code: &str| Currency::parse(code).map_err(|_no_code| unreadable("currency"));
        row.with_text(|text| text.map(read).transpose())
    }
}

impl Field for Option<Amount> {
    fn columns(name: &str) -> Vec<Column> {
        let minor = <Option<i64> as Field>::columns(&format!("{name}_minor"));
        let currency = <Option<Currency> as Field>::columns(&format!("{name}_currency"));
        [minor, currency].concat()
    }
    fn put(&self, cells: &mut Vec<Cell>) {
        self.map(|amount| amount.minor).put(cells);
        self.and_then(|amount| amount.currency).put(cells);
    }
    fn take(row: &mut impl RowReader) -> Result<Self> {
        let minor = row.number()?;
        let currency = Field::take(row)?;
        Ok(minor.map(|minor| Amount { currency, minor }))
    }
}

/// Both or neither.
impl Field for Option<InsteadOf> {
    fn columns(name: &str) -> Vec<Column> {
        let room = <Option<RoomId> as Field>::columns(&format!("{name}_room"));
        let on = <Option<Date> as Field>::columns(&format!("{name}_date"));
        [room, on].concat()
    }
    fn put(&self, cells: &mut Vec<Cell>) {
        self.map(|meeting| meeting.room).put(cells);
        self.map(|meeting| meeting.on).put(cells);
    }
    fn take(row: &mut impl RowReader) -> Result<Self> {
        let (room, on): (Option<RoomId>, Option<Date>) = (Field::take(row)?, Field::take(row)?);
        Ok(room.zip(on).map(|(room, on)| InsteadOf { room, on }))
    }
}

/// The owner stands as no id.
impl Field for Party {
    fn columns(name: &str) -> Vec<Column> {
        column(name, CellType::Id)
    }
    fn put(&self, cells: &mut Vec<Cell>) {
        self.person().put(cells);
    }
    fn take(row: &mut impl RowReader) -> Result<Self> {
        Ok(row.id()?.map_or(Self::Me, |id| Self::Person(PersonId(id))))
    }
}

fn word<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T> {
    let word: StrDeserializer<'a, WordError> = text.into_deserializer();
    T::deserialize(word).map_err(|_no_such_word| unreadable("word"))
}

/// Choices of words, in the spelling of changes and exports.
macro_rules! words {
    ($($type:ty)+) => {$(
        impl Field for Option<$type> {
            fn columns(name: &str) -> Vec<Column> {
                column(name, CellType::Text)
            }
            fn put(&self, cells: &mut Vec<Cell>) {
                let word = self.as_ref().and_then(|word| serde_json::to_value(word).ok());
                cells.push(Cell::Text(word.and_then(|w| w.as_str().map(str::to_owned))));
            }
            fn take(row: &mut impl RowReader) -> Result<Self> {
                row.with_text(|text| text.map(word).transpose())
            }
        }
        required!($type, "word");
    )+};
}

words! {
    AimKind Asks BusinessSource Cadence Care ConversationKind Direction Explained
    FactKind HelpKind Hindrance Locale MentionKind ObjectiveMet PitchChange ProjectKind PromisedBy Rated ReferralStatus RoomKind RoomPart Source Stage
}

/// Lists and trees that no query looks into, as JSON.
macro_rules! json {
    ($($type:ty)+) => {$(
        impl Field for $type {
            fn columns(name: &str) -> Vec<Column> {
                column(name, CellType::Text)
            }
            fn put(&self, cells: &mut Vec<Cell>) {
                // JSON of these types can't fail: no maps with other keys than text.
                cells.push(Cell::Text(serde_json::to_string(self).ok()));
            }
            fn take(row: &mut impl RowReader) -> Result<Self> {
                let read = |s: &str| serde_json::from_str(s).map_err(|_bad_json| unreadable("list"));
                row.with_text(|text| text.map(read).transpose())?.ok_or_else(|| unreadable("list"))
            }
        }
    )+};
}

json! { Vec<String> Vec<DateTime> Vec<FactId> Vec<Point> Event Meaning PeopleFilter Said }
