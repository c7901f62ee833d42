//! `promises`: what someone said they would do.

use super::row::{Fields, text_of, word_for};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::facts::PromisedBy;
use kithwork_core::handover::{Said, SaidPromise};

pub(super) const SHEET: Sheet = Sheet {
    name: "promises",
    columns: &["made_on", "person", "direction", "what", "due_on", "done_on"],
    needs: &["person", "direction", "what"],
    tell,
    write,
};

const DIRECTIONS: [(&str, PromisedBy); 2] =
    [("mine", PromisedBy::Mine), ("theirs", PromisedBy::Theirs)];

fn tell(row: &Fields<'_>) -> Told {
    let made_on = row.date("made_on")?;
    let person = row.needed("person", Reason::PersonMissing)?;
    let direction = row
        .word("direction", &DIRECTIONS, Reason::DirectionUnknown)?
        .ok_or(Reason::DirectionMissing)?;
    let what = row.needed("what", Reason::WhatMissing)?;
    let key = vec![
        text_of(made_on),
        person.clone(),
        word_for(&DIRECTIONS, Some(direction)),
        what.clone(),
    ];
    let promise = SaidPromise {
        made_on,
        person,
        direction,
        what,
        due_on: row.date("due_on")?,
        done_on: row.date("done_on")?,
        extra: row.extra(),
    };
    Ok((key, Said::Promise(promise)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Promise(promise) = said else { return None };
    Some(vec![
        text_of(promise.made_on),
        promise.person.clone(),
        word_for(&DIRECTIONS, Some(promise.direction)),
        promise.what.clone(),
        text_of(promise.due_on),
        text_of(promise.done_on),
    ])
}
