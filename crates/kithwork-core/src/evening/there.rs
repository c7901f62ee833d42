//! Who may be at a meeting, whom one could help there, and whom else to speak to.

use crate::book::Book;
use crate::days::days_before;
use crate::facts::{Care, Meeting};
use crate::id::{FactId, PersonId};
use crate::matching::{HelpFirst, you_help};
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// People one could help that are named before a meeting (row 60).
const TO_HELP: usize = 2;
/// Others to speak to.
const TO_MEET: usize = 3;
/// Meetings side by side from which it is odd never to have sat down together; judgement.
const SIDE_BY_SIDE: u64 = 3;
/// Who was seen in the room so long ago may be there still, days; judgement.
const LATELY_DAYS: i32 = 365;

/// Somebody who may be there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MayBeThere {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// At how many meetings of the room the owner talked to them.
    pub times: u64,
    /// When they were last seen there.
    pub last_on: Option<Date>,
    /// What they look for, as last heard.
    pub looks_for: Option<String>,
}

/// Somebody the owner could help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CouldHelp {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// With what, in plain words.
    pub says: String,
    /// The entry that says what they need.
    pub fact: FactId,
}

/// Somebody to speak to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToMeet {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// Why, in plain words.
    pub says: String,
}

/// The people met in the room before, those seen most often first. Whom the owner let go, or who wants
/// no contact, is left out.
pub(super) fn may_be(book: &Book, meeting: &Meeting) -> Vec<MayBeThere> {
    let since = days_before(meeting.on, LATELY_DAYS);
    let mut seen: BTreeMap<PersonId, (u64, Option<Date>)> = BTreeMap::new();
    let held = book.facts.meetings.iter().filter(|m| {
        m.room == meeting.room && m.id != meeting.id && since <= m.on && m.on < meeting.on
    });
    for meeting in held {
        for &person in &meeting.people {
            let (times, last) = seen.entry(person).or_default();
            *times += 1;
            *last = Some(meeting.on);
        }
    }
    let met_there = book.facts.people.iter().filter(|person| {
        let when = person.met_on.is_none_or(|on| since <= on && on < meeting.on);
        person.met_at == Some(meeting.room) && when
    });
    for person in met_there {
        let (_, last) = seen.entry(person.id).or_default();
        *last = (*last).max(person.met_on);
    }
    let named = seen.into_iter().filter_map(|(id, (times, last_on))| {
        let person = book.person(id).filter(|p| p.may_be_asked())?;
        let is_open = person.care_at(meeting.on) != Some(Care::LetGo);
        let heard = book.needs_of(id).filter(|need| need.met_on.is_none()).last();
        let looks_for = heard.map(|need| need.what.clone()).or(person.looking_for.clone());
        let name = person.name.clone();
        is_open.then_some(MayBeThere { person: id, name, times, last_on, looks_for })
    });
    let mut there: Vec<MayBeThere> = named.collect();
    there.sort_by(|a, b| {
        let often = |one: &MayBeThere| (Reverse(one.times), Reverse(one.last_on));
        often(a).cmp(&often(b)).then_with(|| a.name.cmp(&b.name)).then(a.person.cmp(&b.person))
    });
    there
}

/// Those of them whom the owner could help best, each with what.
pub(super) fn could_help(
    book: &Book,
    there: &[MayBeThere],
    ranked: &[HelpFirst],
) -> Vec<CouldHelp> {
    let is_there = |one: &&HelpFirst| there.iter().any(|other| other.person == one.person);
    let could = ranked.iter().filter(is_there).filter_map(|one| {
        let (name, help) = (&book.person(one.person)?.name, one.help.as_ref()?);
        let (says, fact) = (you_help(book, name, help), help.fact);
        Some(CouldHelp { person: one.person, name: name.clone(), says, fact })
    });
    could.take(TO_HELP).collect()
}

/// Those one keeps seeing there and never sat down with, and those not seen for longest.
pub(super) fn to_meet(book: &Book, there: &[MayBeThere], helped: &[CouldHelp]) -> Vec<ToMeet> {
    let others = there.iter().filter(|one| !helped.iter().any(|other| other.person == one.person));
    let never = others.filter(|one| one.times >= SIDE_BY_SIDE && !sat_down(book, one.person));
    let says =
        |one: &MayBeThere| format!("{} times side by side, never sat down together", one.times);
    never
        .map(|one| ToMeet { person: one.person, name: one.name.clone(), says: says(one) })
        .take(TO_MEET)
        .collect()
}

fn sat_down(book: &Book, person: PersonId) -> bool {
    book.conversations_of(person).any(|talk| talk.kind.is_one_to_one())
}
