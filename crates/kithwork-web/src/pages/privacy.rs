//! What somebody may ask: what is held about them, and that it goes.

use crate::frame::{Frame, Place};
use askama::Template;
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;

/// What somebody may ask.
#[derive(Debug, Template)]
#[template(path = "privacy.html")]
pub(crate) struct Privacy {
    frame: Frame,
    id: PersonId,
    name: String,
}

crate::visit::framed!(Privacy);

impl Privacy {
    /// The page about a person.
    pub(crate) fn of(person: &Person) -> Self {
        let frame = Frame::new("Privacy", Place::People);
        Self { frame, id: person.id, name: person.name.clone() }
    }
}
