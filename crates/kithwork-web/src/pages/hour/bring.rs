//! Minute 0: bring what there is.

use super::Stand;
use crate::frame::{Frame, Place};
use askama::Template;
use kithwork_core::start::{FirstWeek, Screen};

/// Bring what there is: files, or the link of a calendar.
#[derive(Debug, Template)]
#[template(path = "hour/bring.html")]
pub(crate) struct Bring {
    frame: Frame,
    at: Stand,
    /// Whether the book holds something already.
    is_begun: bool,
    /// The first week that was chosen: what it is called, and its next step.
    week: Option<(&'static str, String)>,
}

crate::visit::framed!(Bring);

impl Bring {
    /// The screen; at the place where something would stand.
    pub(crate) fn at(place: Place, is_begun: bool) -> Self {
        Self {
            frame: Frame::new("Welcome", place),
            at: Stand::at(Screen::Bring, is_begun),
            is_begun,
            week: None,
        }
    }

    /// The same where the owner has said what keeps them.
    pub(crate) fn beginning(self, week: Option<&FirstWeek>) -> Self {
        let next = |week: &FirstWeek| {
            let next = week.waits().map(|step| step.what.clone());
            (week.title, next.unwrap_or_default())
        };
        Self { week: week.map(next), ..self }
    }
}
