//! What the levels of a relationship are called.

use crate::frame::{Frame, Place};
use crate::seen::{Seen, Split};
use askama::Template;
use kithwork_core::ladder::LevelName;

/// What the levels are called.
#[derive(Debug, Template)]
#[template(path = "levels.html")]
pub(crate) struct Levels {
    frame: Frame,
    rows: Vec<Row>,
}

/// One level.
#[derive(Debug)]
struct Row {
    /// The name shown, the plain one, the practitioners'.
    of: LevelName,
    /// What its form is told apart by.
    key: String,
    /// What its form holds.
    name: String,
    seen: Seen,
}

crate::visit::framed!(Levels);

impl Levels {
    /// All six, the lowest first.
    pub(crate) fn of(names: Vec<LevelName>) -> Self {
        let rows = names.into_iter().map(|of| {
            let name = own(&of);
            let seen = Seen::of([("name", name.clone())]);
            Row { key: format!("level-{}", of.level), name, seen, of }
        });
        Self { frame: Frame::new("The levels", Place::More), rows: rows.collect() }
    }

    /// What the form of a level holds in the book.
    pub(crate) fn seen(&self, level: u8) -> Seen {
        let row = self.rows.iter().find(|row| row.of.level == level);
        row.map(|row| row.seen.clone()).unwrap_or_default()
    }

    /// The same with both names of a level, where both sides changed it.
    pub(crate) fn split(mut self, level: u8, split: Split) -> Self {
        if let Some(row) = self.rows.iter_mut().find(|row| row.of.level == level) {
            split.form.text("name").clone_into(&mut row.name);
            row.seen = split.seen;
        }
        self
    }
}

/// The owner's own name for a level; empty where it has none.
fn own(of: &LevelName) -> String {
    if of.name == of.plain { String::new() } else { of.name.clone() }
}
