//! What the owner puts right about rooms that only the calendar named: that one is none, and that two
//! are one. Each is remembered as an answer about the titles of its entries, so that no later file
//! undoes it.

use super::calendar::{what_title, which_title};
use super::ledger::NAMED;
use super::outcome::Outcome;
use super::question::PRIVATE;
use super::record::Said;
use super::verdict::{VerdictError, settle_with};
use crate::fact::{FactKind, Facts};
use crate::facts::{Asks, Entry, Meaning, Question, Room, Statement};
use crate::id::{FactId, Ids, RoomId};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Remembers that a room is none: the entries that bear its name are the owner's own life.
///
/// # Errors
/// [`VerdictError::NoSuchRoom`]; [`VerdictError::NamedElsewhere`] where a sheet, a note or the owner
/// names it too.
pub fn not_a_group(
    facts: &Facts,
    room: RoomId,
    now: Timestamp,
    ids: Ids<'_>,
) -> Result<Outcome, VerdictError> {
    let room = of_the_calendar(facts, room)?;
    let titles = titles(facts, room.id, what_title);
    let verdict = Verdict { asks: Asks::WhatIsThis, answer: PRIVATE, beside: "a group" };
    let questions = verdict.on(facts, titles, &mut *ids);
    Ok(settle_with(facts, &[], &questions, now, ids))
}

/// Remembers that a room is another one by a second name: its meetings are the other's.
///
/// # Errors
/// [`VerdictError::NoSuchRoom`]; [`VerdictError::OneRoom`] where both are one already;
/// [`VerdictError::NamedElsewhere`] where the second is named by more than the calendar.
pub fn same_group(
    facts: &Facts,
    keep: RoomId,
    lose: RoomId,
    now: Timestamp,
    ids: Ids<'_>,
) -> Result<Outcome, VerdictError> {
    let keep = find(facts, keep)?;
    if keep.id == lose {
        return Err(VerdictError::OneRoom);
    }
    let lose = of_the_calendar(facts, lose)?;
    let titles = titles(facts, lose.id, which_title);
    let verdict = Verdict { asks: Asks::WhichRoom, answer: &keep.name, beside: &lose.name };
    let questions = verdict.on(facts, titles, &mut *ids);
    Ok(settle_with(facts, &[], &questions, now, ids))
}

/// Whether a room is known by nothing but entries of the calendar: then it may have been misread.
pub fn is_only_in_the_calendar(facts: &Facts, room: RoomId) -> bool {
    of_the_calendar(facts, room).is_ok()
}

fn find(facts: &Facts, id: RoomId) -> Result<&Room, VerdictError> {
    facts.rooms.iter().find(|room| room.id == id).ok_or(VerdictError::NoSuchRoom)
}

/// The room, if only entries name it and nothing but their occasions hangs on it.
fn of_the_calendar(facts: &Facts, id: RoomId) -> Result<&Room, VerdictError> {
    let room = find(facts, id)?;
    let is_an_entrys = facts.entries.iter().any(|entry| is_of(entry, id));
    let about = |s: &&Statement| s.about == FactKind::Room && s.subject == id.into();
    let told: Vec<&Statement> = facts.statements.iter().filter(about).collect();
    let is_told = told.is_empty() || told.iter().any(|s| !s.key.starts_with(NAMED));
    let held = facts.room_ratings.iter().any(|r| r.room == id)
        || facts.people.iter().any(|p| p.met_at == Some(id))
        || facts.meetings.iter().any(|m| m.room == id && is_written(facts, m.id));
    if !is_an_entrys || is_told || held {
        return Err(VerdictError::NamedElsewhere);
    }
    Ok(room)
}

fn is_of(entry: &Entry, room: RoomId) -> bool {
    entry.meaning == Meaning::Room(room)
}

/// Whether something else than an entry tells of a meeting.
fn is_written(facts: &Facts, meeting: FactId) -> bool {
    let mut told = facts.statements.iter().filter(|s| s.subject == meeting).peekable();
    told.peek().is_none() || told.any(|s| !matches!(s.said, Said::Entry(_)))
}

/// The titles of the entries that are a room's, by the keys of the questions about them.
fn titles(facts: &Facts, room: RoomId, key: fn(&str) -> String) -> BTreeMap<String, (String, u32)> {
    let mut titles: BTreeMap<String, (String, u32)> = BTreeMap::new();
    for entry in facts.entries.iter().filter(|entry| is_of(entry, room)) {
        let title = entry.event.title.trim();
        let counted = titles.entry(key(title)).or_insert_with(|| (title.to_owned(), 0));
        counted.1 = counted.1.saturating_add(1);
    }
    titles
}

/// A verdict on titles.
struct Verdict<'v> {
    asks: Asks,
    answer: &'v str,
    /// What else could have been answered.
    beside: &'v str,
}

impl Verdict<'_> {
    /// The book's questions with this verdict among them; an earlier one on the same titles gives way.
    fn on(
        &self,
        facts: &Facts,
        titles: BTreeMap<String, (String, u32)>,
        ids: Ids<'_>,
    ) -> Vec<Question> {
        let mut questions = facts.questions.clone();
        for (key, (title, count)) in titles {
            let old = questions.iter().position(|q| q.key == key).map(|at| questions.remove(at));
            questions.push(Question {
                id: old.map_or_else(|| FactId(ids()), |q| q.id),
                key,
                asks: self.asks,
                about: vec![title],
                count,
                choices: vec![self.answer.to_owned(), self.beside.to_owned()],
                subjects: Vec::new(),
                answer: Some(self.answer.to_owned()),
                closed: false,
            });
        }
        questions
    }
}
