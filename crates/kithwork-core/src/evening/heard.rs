//! Whom the owner talked to at a meeting, what they need and what was promised: from the facts of that
//! day about those people.

use crate::book::Book;
use crate::facts::{Meeting, Need, PromisedBy};
use crate::id::{FactId, PersonId};
use crate::matching::{HelpFirst, Helper};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Somebody the owner talked to at a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TalkedTo {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// Whether they were first met there.
    pub is_new: bool,
    /// What they need, as it was heard there.
    pub needs: Vec<Heard>,
    /// What the owner promised them that day.
    pub promises: Vec<Promised>,
}

/// A need that was heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heard {
    /// The need.
    pub fact: FactId,
    /// In the owner's words.
    pub what: String,
    /// Who could meet it, in plain words; none where nobody comes to mind.
    pub idea: Option<String>,
}

/// Something the owner promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Promised {
    /// The promise.
    pub fact: FactId,
    /// In the owner's words.
    pub what: String,
    /// By when.
    pub due_on: Option<Date>,
    /// When it was kept; none while it waits.
    pub done_on: Option<Date>,
}

/// Everybody the owner talked to at a meeting: those whose needs were heard first, then in the order in
/// which they were noted. `ranked` tells who could be helped with what.
pub(super) fn heard(book: &Book, meeting: &Meeting, ranked: &[HelpFirst]) -> Vec<TalkedTo> {
    let needs = needs_heard(book, meeting);
    let told = |id: PersonId| {
        let person = book.person(id)?;
        let needs = needs.get(&id).into_iter().flatten();
        Some(TalkedTo {
            person: id,
            name: person.name.clone(),
            is_new: is_new(book, id, meeting),
            needs: needs.map(|need| with_idea(book, need, ranked)).collect(),
            promises: promises(book, id, meeting.on),
        })
    };
    let mut all: Vec<TalkedTo> = meeting.people.iter().filter_map(|&id| told(id)).collect();
    all.sort_by_key(|one| one.needs.is_empty());
    all
}

fn with_idea(book: &Book, need: &Need, ranked: &[HelpFirst]) -> Heard {
    let helps = ranked.iter().filter_map(|one| one.help.as_ref());
    let mut helps = helps.filter(|help| help.fact == need.id);
    let idea = helps.next().and_then(|help| match help.by {
        Helper::Me => {
            Some(format!("You could help with that yourself ({}).", help.words.join(", ")))
        }
        Helper::Person(id) => Some(format!("You could introduce {}.", book.person(id)?.name)),
    });
    Heard { fact: need.id, what: need.what.clone(), idea }
}

/// The needs heard at a meeting, by person.
pub(crate) fn needs_heard<'b>(
    book: &'b Book,
    meeting: &Meeting,
) -> BTreeMap<PersonId, Vec<&'b Need>> {
    let mut heard: BTreeMap<PersonId, Vec<&Need>> = BTreeMap::new();
    for &person in &meeting.people {
        let needs: Vec<&Need> =
            book.needs_of(person).filter(|need| need.on == Some(meeting.on)).collect();
        if !needs.is_empty() {
            heard.insert(person, needs);
        }
    }
    heard
}

fn promises(book: &Book, person: PersonId, on: Date) -> Vec<Promised> {
    let mine = book
        .promises_of(person)
        .filter(|promise| promise.direction == PromisedBy::Mine && promise.made_on == Some(on));
    mine.map(|promise| Promised {
        fact: promise.id,
        what: promise.what.clone(),
        due_on: promise.due_on,
        done_on: promise.done_on,
    })
    .collect()
}

fn is_new(book: &Book, person: PersonId, meeting: &Meeting) -> bool {
    let met = book.person(person).and_then(|person| person.met_on);
    let before = book.meetings_of(person).any(|m| m.on < meeting.on)
        || book.conversations_of(person).any(|talk| talk.on < meeting.on);
    !before && met.is_none_or(|met| met >= meeting.on)
}
