//! Minute 0: bring what there is.

use super::Stand;
use crate::frame::{Frame, Place};
use askama::Template;
use kithwork_core::start::Screen;

/// Bring what there is: files, or the link of a calendar.
#[derive(Debug, Template)]
#[template(path = "hour/bring.html")]
pub(crate) struct Bring {
    frame: Frame,
    at: Stand,
    /// Whether the book holds something already.
    is_begun: bool,
}

crate::visit::framed!(Bring);

impl Bring {
    /// The screen; at the place where something would stand.
    pub(crate) fn at(place: Place, is_begun: bool) -> Self {
        Self {
            frame: Frame::new("Welcome", place),
            at: Stand::at(Screen::Bring, is_begun),
            is_begun,
        }
    }
}
