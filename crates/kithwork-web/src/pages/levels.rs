//! What the levels of a relationship are called.

use crate::frame::{Frame, Place};
use askama::Template;
use kithwork_core::ladder::LevelName;

/// What the levels are called.
#[derive(Debug, Template)]
#[template(path = "levels.html")]
pub(crate) struct Levels {
    frame: Frame,
    /// The name shown, the plain one, the practitioners', and what its form is told apart by.
    rows: Vec<(LevelName, String)>,
}

crate::visit::framed!(Levels);

impl Levels {
    /// All six, the lowest first.
    pub(crate) fn of(names: Vec<LevelName>) -> Self {
        let rows = names.into_iter().map(|name| {
            let key = format!("level-{}", name.level);
            (name, key)
        });
        Self { frame: Frame::new("The levels", Place::More), rows: rows.collect() }
    }
}
