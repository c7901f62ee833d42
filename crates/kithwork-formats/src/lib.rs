//! vCard, iCalendar, CSV, XLSX and address-book exports, to and from what they say. Pure.
//!
//! ```text
//! octets ──read──▶ Reading { records: Vec<Record>, refused: Vec<Refusal> }
//! Event ──occurrences──▶ wall times of a series up to a date
//! Facts ──write──▶ sheets · vCards · iCalendar · JSON
//! ```

mod address_book;
mod archive;
mod charset;
mod content;
mod guard;
mod icalendar;
mod json;
mod key;
mod reach;
mod read;
pub mod refusal;
mod series;
mod sheet;
mod table;
mod vcard;
mod workbook;
pub mod write;

pub use read::{Context, Given, LARGEST, MOST_RECORDS, Reading, read};
pub use series::{MOST, SeriesError, occurrences};
