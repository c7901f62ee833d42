//! People: everyone of the network, or those who were searched for.

use crate::frame::{Frame, Place};
use crate::say;
use crate::words::Words;
use askama::Template;
use jiff::civil::Date;
use kithwork_app::person::Found;

/// People on one page.
pub(crate) const SHOWN: u32 = 100;

/// People: everyone of the network, or those who were searched for.
#[derive(Debug, Template)]
#[template(path = "people.html")]
pub(crate) struct People {
    frame: Frame,
    /// What was searched for; empty where nothing was.
    query: String,
    rows: Vec<Row>,
    more: bool,
}

/// One of them.
#[derive(Debug)]
struct Row {
    who: Words,
    organisation: String,
    standing: String,
    last: String,
}

crate::visit::framed!(People);

impl People {
    /// Those found; one more than are shown tells that there are more.
    pub(crate) fn of(query: &str, found: &[Found], today: Date) -> Self {
        let shown = found.iter().take(SHOWN as usize);
        Self {
            frame: Frame::new("People", Place::People),
            query: query.to_owned(),
            rows: shown.map(|f| row(f, today)).collect(),
            more: found.len() > SHOWN as usize,
        }
    }
}

fn row(found: &Found, today: Date) -> Row {
    let person = &found.person;
    let organisation = [&person.organisation, &person.role];
    let organisation = organisation.into_iter().flatten().map(|t| say::shortened(t));
    Row {
        who: Words::default().people([(person.id, person.name.as_str())]),
        organisation: organisation.collect::<Vec<_>>().join(", "),
        standing: match &found.standing {
            Some(standing) => standing_in_words(&standing.label, standing.state),
            None if person.set_aside => "set aside".to_owned(),
            None => String::new(),
        },
        last: found.last.map(|on| say::day(on, today)).unwrap_or_default(),
    }
}

/// A level's plain label with how warm it is.
pub(crate) fn standing_in_words(label: &str, state: Option<&str>) -> String {
    match state {
        Some("dormant") => format!("{label}, quiet"),
        Some(state) => format!("{label}, {state}"),
        None => label.to_owned(),
    }
}
