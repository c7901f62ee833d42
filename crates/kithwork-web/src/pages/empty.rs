//! What a page shows while the book is empty: what will stand there, and how it gets there.

use crate::frame::{Frame, Place};
use askama::Template;
use kithwork_core::start::FirstWeek;

/// What a page shows while the book is empty.
#[derive(Debug, Template)]
#[template(path = "empty.html")]
pub(crate) struct Empty {
    frame: Frame,
    title: &'static str,
    lede: &'static str,
    /// What will stand there, and what brings it.
    will_be: &'static [(&'static str, &'static str)],
    /// What else can be done here: where, and what it is called.
    more: Option<(&'static str, &'static str)>,
    /// The first week that was chosen: what it is called, and its next step.
    week: Option<(&'static str, String)>,
}

crate::visit::framed!(Empty);

const WEEK: &[(&str, &str)] = &[
    ("Whom to ask for an hour, and why", "contacts and a calendar, or notes of whom you met"),
    ("What you promised, before its day", "a note in your own words"),
    ("Whom you just met and what to write to them", "a line each, the same evening"),
];

const PEOPLE: &[(&str, &str)] = &[
    ("Who they are and where you met", "your contacts, or one line about somebody"),
    ("When you last sat down together", "your calendar, or a note after it"),
    ("What they look for, and what you promised", "a note in your own words"),
    ("How close you are, from what happened", "comes by itself"),
];

const GROUPS: &[(&str, &str)] = &[
    ("How many hours each took, travel included", "your calendar, or a sheet of meetings"),
    ("Whom you met there, and what became of it", "contacts, and notes after each meeting"),
    ("What an hour there came back as", "clients, and who sent them"),
];

const REVIEW: &[(&str, &str)] = &[
    ("Where your hours went: rooms, or people", "your calendar"),
    ("Who keeps turning up and was never sat down with", "contacts and a calendar together"),
    ("Possible reasons why little comes back, each with its evidence", "a few months of either"),
    ("Which people and which groups your work comes through", "your last five clients"),
];

impl Empty {
    /// The page, at the place where something would stand.
    pub(crate) fn at(place: Place) -> Self {
        let more = match place {
            Place::ThisWeek => Some(("/start", "A first week made for you")),
            Place::Groups => Some(("/meetings", "Enter a meeting")),
            _ => None,
        };
        let (title, lede, will_be) = match place {
            Place::ThisWeek => (
                "This week",
                "A handful of things to do will stand here, each with its reason.",
                WEEK,
            ),
            Place::People => (
                "People",
                "Everybody you know through networking will stand here, the near ones and the quiet \
                 ones.",
                PEOPLE,
            ),
            Place::Groups => (
                "Groups and events",
                "Every room you go to will stand here, with what it takes and what it brings.",
                GROUPS,
            ),
            _ => ("Review", "All that can be told of your networking will stand here.", REVIEW),
        };
        Self { frame: Frame::new(title, place), title, lede, will_be, more, week: None }
    }

    /// The same where the owner has said what keeps them.
    pub(crate) fn beginning(self, week: Option<&FirstWeek>) -> Self {
        let Some(week) = week else { return self };
        let next = week.waits().map(|step| step.what.clone()).unwrap_or_default();
        Self { week: Some((week.title, next)), more: Some(("/start", "Your first week")), ..self }
    }
}
