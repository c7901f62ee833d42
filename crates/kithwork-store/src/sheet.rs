//! A table to be written to: its name and columns.

use crate::cell::{CellType, Column};
use crate::table;
use kithwork_core::fact::FactKind;

/// A table to be written to: its name, and its columns after `book_id`.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// The table.
    pub(crate) table: &'static str,
    /// Its columns after `book_id`.
    pub(crate) columns: Vec<Column>,
    /// Whether a row of the same id is written over.
    pub(crate) over: bool,
}

impl Sheet {
    /// The table of a kind of fact.
    pub(crate) fn of(kind: FactKind) -> Self {
        Self { table: kind.name(), columns: table::columns(kind), over: false }
    }

    /// A table that holds no facts.
    pub(crate) fn plain(table: &'static str, columns: &[(&str, CellType)]) -> Self {
        let columns =
            columns.iter().map(|&(name, cell)| Column { name: name.to_owned(), cell }).collect();
        Self { table, columns, over: false }
    }

    /// One more column, after the others.
    pub(crate) fn with(mut self, name: &str, cell: CellType) -> Self {
        self.columns.push(Column { name: name.to_owned(), cell });
        self
    }

    /// Writes over rows of the same id.
    pub(crate) fn over(mut self) -> Self {
        self.over = true;
        self
    }

    /// The names of its columns, with commas.
    pub(crate) fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
    }

    /// What follows the values of an `INSERT`.
    pub(crate) fn on_conflict(&self) -> String {
        if !self.over {
            return String::new();
        }
        let sets: Vec<String> = self
            .columns
            .iter()
            .filter(|column| column.name != "id")
            .map(|column| format!("{0} = excluded.{0}", column.name))
            .collect();
        format!(" ON CONFLICT (book_id, id) DO UPDATE SET {}", sets.join(", "))
    }
}
