//! What an empty book shows: how it is filled.

use crate::frame::{Frame, Place};
use askama::Template;

/// What an empty book shows.
#[derive(Debug, Template)]
#[template(path = "empty.html")]
pub(crate) struct Empty {
    frame: Frame,
}

crate::visit::framed!(Empty);

impl Empty {
    /// The page, at the place where something would stand.
    pub(crate) fn at(place: Place) -> Self {
        Self { frame: Frame::new("Welcome", place) }
    }
}
