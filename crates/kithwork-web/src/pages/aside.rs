//! The drawer of those set aside.

use crate::frame::{Frame, Place};
use crate::words::Words;
use askama::Template;
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;

/// People on one page.
const SHOWN: usize = 200;

/// The drawer of those set aside.
#[derive(Debug, Template)]
#[template(path = "aside.html")]
pub(crate) struct Aside {
    frame: Frame,
    rows: Vec<(PersonId, Words, String)>,
    more: usize,
}

crate::visit::framed!(Aside);

impl Aside {
    /// Everybody in it.
    pub(crate) fn of(people: &[Person]) -> Self {
        let row = |person: &Person| {
            let known = person.organisation.iter().chain(person.emails.first());
            let known: Vec<String> = known.take(1).map(|t| crate::say::shortened(t)).collect();
            (
                person.id,
                Words::default().people([(person.id, person.name.as_str())]),
                known.join(", "),
            )
        };
        Self {
            frame: Frame::new("Set aside", Place::More),
            rows: people.iter().take(SHOWN).map(row).collect(),
            more: people.len().saturating_sub(SHOWN),
        }
    }
}
