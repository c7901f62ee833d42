//! The first hour, one screen each: bring, found, clients, first, success. Each can be skipped, and is
//! come back to where it was left.

mod bring;
mod clients;
mod first;
mod found;
mod guide;
mod success;

pub(crate) use bring::Bring;
pub(crate) use clients::Clients;
pub(crate) use first::{First, Writes};
pub(crate) use found::FoundPage;
pub(crate) use guide::GUIDES;
pub(crate) use success::Success;

use kithwork_core::start::Screen;

/// Where a page stands in the first hour, and how it goes on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stand {
    /// Its name in addresses.
    pub name: &'static str,
    /// Its number, and of how many.
    pub number: usize,
    pub of: usize,
    /// What the button that goes on says.
    pub on: &'static str,
    /// Whether what the screen asks for is there: then the button is the one to press.
    pub is_done: bool,
}

impl Stand {
    /// At a screen.
    pub(crate) fn at(screen: Screen, is_done: bool) -> Self {
        let on = match (is_done, screen) {
            (true, Screen::Success) => "Go on to your first week",
            (true, _) => "Go on",
            (false, Screen::Bring) => "I have nothing to bring yet",
            (false, _) => "Skip this",
        };
        let (name, number) = (screen.name(), screen.number());
        Self { name, number, of: Screen::ALL.len(), on, is_done }
    }
}

/// Where a screen of the first hour is.
pub(crate) fn path(screen: Screen) -> &'static str {
    match screen {
        Screen::Bring => "/start/bring",
        Screen::Found => "/start/found",
        Screen::Clients => "/start/clients",
        Screen::First => "/start/first",
        Screen::Success => "/start/success",
    }
}

/// Where a form leads that was sent from a screen of the first hour: back to it; else to its own page.
pub(crate) fn back_to<'p>(sent_from: &'p str, own: &'p str) -> &'p str {
    let is_ours = Screen::ALL.into_iter().any(|screen| path(screen) == sent_from);
    if is_ours { sent_from } else { own }
}

/// What a screen asks for, in a few words: shown where the hour can be gone on with.
pub(crate) fn invites(screen: Screen) -> &'static str {
    match screen {
        Screen::Bring => "bring your contacts and your calendar",
        Screen::Found => "see whether what was found is right",
        Screen::Clients => "say where your last five clients came from",
        Screen::First => "write to one person",
        Screen::Success => "say what success is for you",
    }
}
