//! Everything else.

use crate::frame::{Frame, Place};
use askama::Template;

/// Everything else.
#[derive(Debug, Template)]
#[template(path = "more.html")]
pub(crate) struct More {
    frame: Frame,
    /// Questions that wait.
    waiting: u64,
}

crate::visit::framed!(More);

impl More {
    /// The page, where so many questions wait.
    pub(crate) fn of(waiting: u64) -> Self {
        Self { frame: Frame::new("More", Place::More), waiting }
    }
}
