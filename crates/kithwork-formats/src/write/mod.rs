//! Open formats out of facts: sheets, vCards, a calendar and JSON, all of which import again; and
//! the change of one line of a stored card. Pure: octets out, no files.

mod calendar;
mod cards;
mod export;
mod line;
mod own_card;
mod patch;
mod said;
mod sheets;

pub use calendar::icalendar;
pub use cards::vcards;
pub use export::json;
pub use own_card::{OwnCard, own_card};
pub use patch::{PatchError, patch};
pub use sheets::sheets;

use thiserror::Error;

/// Why an export could not be written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A sheet.
    #[error("a sheet could not be written")]
    Sheet(#[from] csv::Error),
    /// The JSON export.
    #[error("the JSON export could not be written")]
    Json(#[from] serde_json::Error),
}

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, such as `people.csv`.
    pub name: String,
    /// What it holds.
    pub octets: Vec<u8>,
}

/// Text as vCard and iCalendar escape it (RFC 6350 §3.4, RFC 5545 §3.3.11).
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ',' | ';' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}
