//! Asking: the words, the times, the ways; then the word that it was done.

use crate::act::Act;
use crate::frame::{Frame, Place};
use crate::invitation;
use askama::Template;
use kithwork_app::conversation::{Draft, Way};
use kithwork_core::facts::InsteadOf;
use kithwork_core::plan::ItemKind;
use kithwork_core::written::spelt;
use std::borrow::Cow;

/// Asking: the words, the times, the ways; then the word that it was done.
#[derive(Debug, Template)]
#[template(path = "ask.html")]
pub(crate) struct Ask {
    frame: Frame,
    title: Cow<'static, str>,
    lede: &'static str,
    letters: Vec<Letter>,
    acts: Vec<Act>,
}

crate::visit::framed!(Ask);

/// One message to one person.
#[derive(Debug)]
pub(crate) struct Letter {
    pub name: String,
    pub text: String,
    /// What each way is called, and the address that opens it.
    pub ways: Vec<(&'static str, String)>,
}

impl Letter {
    /// The one that a draft makes.
    pub(crate) fn of(draft: &Draft) -> Self {
        let link = |way: &Way| (way.name(), way.link(&draft.subject, &draft.text));
        Self {
            name: draft.name.clone(),
            text: draft.text.clone(),
            ways: draft.ways.iter().map(link).collect(),
        }
    }
}

impl Ask {
    /// A draft for each.
    pub(crate) fn of(kind: ItemKind, drafts: &[Draft], instead_of: Option<InsteadOf>) -> Self {
        let people: Vec<_> = drafts.iter().map(|draft| draft.person).collect();
        let minutes = drafts.iter().find_map(|draft| draft.minutes);
        let (title, done): (Cow<'static, str>, Act) = match kind {
            ItemKind::Message | ItemKind::Promise => {
                ("Write".into(), talked("I have written", "message"))
            }
            ItemKind::Call => ("Ask for a call".into(), asked("I have asked", "call")),
            ItemKind::SmallGroup => {
                ("Bring them to one table".into(), asked("I have asked them", "small_group"))
            }
            ItemKind::Help => (
                "Help".into(),
                Act::does("I have helped", "/help")
                    .with("direction", "given")
                    .with("kind", "advice"),
            ),
            ItemKind::Introduction if people.len() == 2 => {
                ("Introduce them".into(), Act::does("Both said yes: introduced", "/introductions"))
            }
            _ => {
                let length = minutes.map(spelt).unwrap_or_default();
                (format!("Ask for {length}").into(), asked("I have asked", "one_to_one"))
            }
        };
        Self {
            frame: Frame::new(title.clone(), Place::ThisWeek),
            title,
            lede: match kind {
                ItemKind::Introduction => {
                    "Ask each of them first. Introduce them once both have said yes."
                }
                _ => "A beginning, in your words to be. Change it as you like before it goes.",
            },
            letters: drafts.iter().map(Letter::of).collect(),
            acts: vec![offering(done.about(&people), drafts, instead_of).first()],
        }
    }
}

/// The same with how long it is for, the times that the letters offer, and the meeting whose place it could
/// take, so that these are held until there is an answer.
pub(crate) fn offering(done: Act, drafts: &[Draft], instead_of: Option<InsteadOf>) -> Act {
    let mut times: Vec<_> = drafts.iter().flat_map(|draft| draft.times.iter().copied()).collect();
    times.sort_unstable();
    times.dedup();
    let offered = times.into_iter().map(|at| (invitation::TIME, invitation::time_spelt(at)));
    let minutes = drafts.iter().find_map(|draft| draft.minutes);
    let minutes = minutes.map(|minutes| (invitation::MINUTES, minutes.to_string()));
    let meeting = instead_of.map(|of| (invitation::MEETING, invitation::meeting_spelt(of)));
    offered.chain(minutes).chain(meeting).fold(done, |act, (name, value)| act.with(name, value))
}

fn asked(label: &'static str, kind: &str) -> Act {
    Act::does(label, "/asks").with("kind", kind)
}

fn talked(label: &'static str, kind: &str) -> Act {
    Act::does(label, "/talks").with("kind", kind)
}
