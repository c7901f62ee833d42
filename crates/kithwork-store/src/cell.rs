//! One value of a row, between the facts and any database driver.

use crate::error::{Result, StoreError};
use uuid::Uuid;

/// The types of column, the same in every database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellType {
    /// A UUID: 16 bytes in SQLite.
    Id,
    /// Text, also dates, times and JSON.
    Text,
    /// A whole number of 64 bits.
    Number,
    /// Yes or no.
    Truth,
    /// Octets.
    Bytes,
}

/// One value to be written, or none of its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Id(Option<Uuid>),
    Text(Option<String>),
    Number(Option<i64>),
    Truth(Option<bool>),
    Bytes(Option<Vec<u8>>),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name.
    pub(crate) name: String,
    /// Its type.
    pub(crate) cell: CellType,
}

/// A row as it is read, cell by cell in the order of the columns, whichever driver read it.
pub(crate) trait RowReader {
    fn id(&mut self) -> Result<Option<Uuid>>;
    fn text(&mut self) -> Result<Option<String>>;
    fn number(&mut self) -> Result<Option<i64>>;
    fn truth(&mut self) -> Result<Option<bool>>;
    fn bytes(&mut self) -> Result<Option<Vec<u8>>>;

    /// Reads text without keeping it, where a driver can lend it.
    fn with_text<T>(&mut self, read: impl FnOnce(Option<&str>) -> Result<T>) -> Result<T> {
        let text = self.text()?;
        read(text.as_deref())
    }
}

/// What is said of a value that must be there and is not, or can't be understood.
pub(crate) fn unreadable(what: &'static str) -> StoreError {
    StoreError::Corrupt(format!("a {what} can’t be read"))
}
