//! What somebody may ask: what is held about them, and that it goes.

use crate::act::Act;
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
    do_not_contact: bool,
    act: Act,
}

crate::visit::framed!(Privacy);

impl Privacy {
    /// The page about a person.
    pub(crate) fn of(person: &Person) -> Self {
        let frame = Frame::new("Privacy", Place::People);
        let to = format!("/people/{}/contact", person.id);
        let act = if person.do_not_contact {
            Act::does("They may be contacted again", to).with("contact", "yes")
        } else {
            Act::does("They asked not to be contacted", to).with("contact", "no")
        };
        let (name, do_not_contact) = (person.name.clone(), person.do_not_contact);
        Self { frame, id: person.id, name, do_not_contact, act }
    }
}
