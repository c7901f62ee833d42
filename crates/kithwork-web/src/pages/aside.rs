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
    rows: Vec<Row>,
    more: usize,
}

/// Somebody in the drawer.
#[derive(Debug)]
struct Row {
    id: PersonId,
    /// Their name, and the same leading to their page.
    name: String,
    link: Words,
    /// What tells them from others of that name.
    known: String,
}

crate::visit::framed!(Aside);

impl Aside {
    /// Everybody in it.
    pub(crate) fn of(people: &[Person]) -> Self {
        let row = |person: &Person| {
            let known = person.organisation.iter().chain(person.emails.first());
            let known: Vec<String> = known.take(1).map(|t| crate::say::shortened(t)).collect();
            Row {
                id: person.id,
                name: person.name.clone(),
                link: Words::default().people([(person.id, person.name.as_str())]),
                known: known.join(", "),
            }
        };
        Self {
            frame: Frame::new("Set aside", Place::More),
            rows: people.iter().take(SHOWN).map(row).collect(),
            more: people.len().saturating_sub(SHOWN),
        }
    }
}
