//! The end of the first hour: what success is, as the owner says it.

use super::Stand;
use crate::frame::{Frame, Place};
use crate::pages::aims::KINDS;
use crate::sight::Sight;
use askama::Template;
use jiff::civil::Date;
use kithwork_core::start::Screen;

/// What success is for the owner.
#[derive(Debug, Template)]
#[template(path = "hour/success.html")]
pub(crate) struct Success {
    frame: Frame,
    at: Stand,
    /// The aims there are.
    open: Vec<String>,
    kinds: [(&'static str, &'static str); 7],
    today: Date,
}

crate::visit::framed!(Success);

impl Success {
    /// The question of a book.
    pub(crate) fn of(sight: &Sight) -> Self {
        let open: Vec<String> = sight.review.aims.iter().map(|aim| aim.what.clone()).collect();
        Self {
            frame: Frame::new("What success is for you", Place::More),
            at: Stand::at(Screen::Success, !open.is_empty()),
            open,
            kinds: KINDS,
            today: sight.today,
        }
    }
}
