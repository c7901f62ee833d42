//! Minute 5: one person, and the words to write to them.

use super::Stand;
use crate::act::Act;
use crate::frame::{Frame, Place};
use crate::pages::ask::{Letter, offering};
use crate::words::Words;
use askama::Template;
use kithwork_app::conversation::Draft;
use kithwork_core::plan::{Item, ItemKind};
use kithwork_core::start::Screen;

/// One person to write to, why, and with which words.
#[derive(Debug, Template)]
#[template(path = "hour/first.html")]
pub(crate) struct First {
    frame: Frame,
    at: Stand,
    one: Option<One>,
    /// Whether somebody was written to already.
    is_written: bool,
    /// The number of the next one, where there is another.
    next: Option<usize>,
}

crate::visit::framed!(First);

#[derive(Debug)]
struct One {
    who: Words,
    because: Vec<String>,
    bring: Vec<String>,
    letter: Letter,
    acts: Vec<Act>,
}

/// Whom the first message goes to.
#[derive(Debug)]
pub(crate) struct Writes<'p> {
    /// What the plan says of them.
    pub item: &'p Item,
    /// The words.
    pub draft: Draft,
    /// Whom to write to instead, where there is somebody.
    pub next: Option<usize>,
}

impl First {
    /// The screen: somebody, or nobody to write to yet.
    pub(crate) fn of(writes: Option<Writes<'_>>) -> Self {
        let next = writes.as_ref().and_then(|writes| writes.next);
        Self {
            frame: Frame::new("The first message", Place::More),
            at: Stand::at(Screen::First, false),
            one: writes.map(one),
            is_written: false,
            next,
        }
    }

    /// The screen once somebody was written to.
    pub(crate) fn written() -> Self {
        Self { at: Stand::at(Screen::First, true), is_written: true, ..Self::of(None) }
    }
}

fn one(Writes { item, draft, .. }: Writes<'_>) -> One {
    let who = [draft.person];
    let (to, kind) = match item.kind {
        ItemKind::Message | ItemKind::Promise | ItemKind::Help => ("/talks", "message"),
        ItemKind::Call => ("/asks", "call"),
        _ => ("/asks", "one_to_one"),
    };
    let label = if to == "/asks" { "I have asked" } else { "I have written" };
    let done = Act::does(label, to).with("kind", kind).about(&who);
    One {
        who: Words::default().people([(draft.person, draft.name.as_str())]),
        because: item.because.clone(),
        bring: item.bring.clone(),
        letter: Letter::of(&draft),
        acts: vec![offering(done, std::slice::from_ref(&draft), item.instead_of).first()],
    }
}
