//! Minute 3: where the last clients came from.

use super::Stand;
use crate::frame::{Frame, Place};
use crate::sight::Sight;
use askama::Template;
use jiff::civil::Date;
use kithwork_core::start::Screen;

/// Where the last clients came from.
#[derive(Debug, Template)]
#[template(path = "hour/clients.html")]
pub(crate) struct Clients {
    frame: Frame,
    at: Stand,
    today: Date,
    /// What the book knows already.
    known: u64,
    is_open: bool,
}

crate::visit::framed!(Clients);

impl Clients {
    /// The question of a book.
    pub(crate) fn of(sight: &Sight) -> Self {
        let known = sight.shelf.book.facts.business.len() as u64;
        Self {
            frame: Frame::new("Your last clients", Place::More),
            at: Stand::at(Screen::Clients, known > 0),
            today: sight.today,
            known,
            is_open: known == 0,
        }
    }
}
