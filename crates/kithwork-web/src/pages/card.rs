//! “How to help me”: the card as text, on paper, as a code to photograph, and to whom it went.

use crate::act::Act;
use crate::frame::{Frame, Place};
use crate::qr::Qr;
use crate::say;
use askama::Template;
use jiff::civil::Date;
use kithwork_app::conversation::Draft;
use kithwork_app::share_card::{Card, Shown, Somebody};
use kithwork_core::id::PersonId;

/// The card and to whom it went.
#[derive(Debug, Template)]
#[template(path = "card.html")]
pub(crate) struct CardPage {
    frame: Frame,
    card: Card,
    text: String,
    lacks: Vec<&'static str>,
    /// Where it is answered: each place once, and what it is called.
    answered: Vec<(&'static str, &'static str)>,
    qr: Option<Qr>,
    offer_to: Vec<(PersonId, String, String)>,
    waiting: Vec<(PersonId, String, String)>,
}

/// The words to give it to somebody with.
#[derive(Debug, Template)]
#[template(path = "card_for.html")]
pub(crate) struct CardFor {
    frame: Frame,
    id: PersonId,
    name: String,
    /// Whether the card says how to help.
    is_told: bool,
    text: String,
    ways: Vec<(&'static str, String)>,
    given: Act,
}

crate::visit::framed!(CardPage, CardFor);

impl CardPage {
    /// The page of the card.
    pub(crate) fn of(shown: &Shown, today: Date) -> Self {
        let told = |all: &[Somebody]| -> Vec<(PersonId, String, String)> {
            let on = |one: &Somebody| one.on.map(|on| say::day(on, today)).unwrap_or_default();
            all.iter().map(|one| (one.person, one.name.clone(), on(one))).collect()
        };
        Self {
            frame: Frame::new("How to help me", Place::More),
            // Without a line of it a code would hand out a name and nothing else.
            qr: Some(&shown.card).filter(|card| card.says_something()).and_then(Qr::of),
            card: shown.card.clone(),
            text: shown.text.clone(),
            lacks: shown.lacks.clone(),
            answered: answered(&shown.card),
            offer_to: told(&shown.offer_to),
            waiting: told(&shown.waiting),
        }
    }
}

/// Where what the card lacks is told.
fn answered(card: &Card) -> Vec<(&'static str, &'static str)> {
    let is_nameless = card.name.is_none();
    let name = is_nameless.then_some(("/settings", "Say your name"));
    let rest = card.lacks().len() > usize::from(is_nameless);
    name.into_iter().chain(rest.then_some(("/pitch", "Say how you help"))).collect()
}

impl CardFor {
    /// The words for one person.
    pub(crate) fn of(draft: &Draft, card: &Card) -> Self {
        let link = |way: &kithwork_app::conversation::Way| {
            (way.name(), way.link(&draft.subject, &draft.text))
        };
        Self {
            frame: Frame::new("How to help me", Place::More),
            id: draft.person,
            name: draft.name.clone(),
            is_told: card.says_something(),
            text: draft.text.clone(),
            ways: draft.ways.iter().map(link).collect(),
            given: Act::does("I have given it", format!("/card/for/{}", draft.person)).first(),
        }
    }
}
