//! Which focus the owner's minute had, who heard it, and which one is due (row 30).

use crate::book::Book;
use crate::days::days_before;
use crate::facts::{Meeting, Pitch};
use crate::id::{FactId, PersonId, RoomId};
use crate::pitch::{Given, Length, rehearse};
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Meetings within which no focus is proposed again.
pub const MEETINGS: usize = 6;
/// So far back it is told who heard what, days.
const TOLD_DAYS: i32 = 365;

/// What to prepare a minute with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rotation {
    /// The next meeting that is known; none where none is.
    pub next: Option<NextMeeting>,
    /// The focus to take.
    pub focus: Focus,
    /// Every version, those unheard for longest first.
    pub versions: Vec<VersionUse>,
    /// What each person was told in the last year, by name.
    pub told: Vec<Told>,
}

/// A meeting to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NextMeeting {
    pub room: RoomId,
    pub name: String,
    pub on: Date,
}

/// A focus that the last six meetings have not heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Focus {
    /// The version; none where all have been heard lately, and a new one is due.
    pub version: Option<String>,
    /// In plain words.
    pub says: String,
    /// The version's entry.
    pub fact: Option<FactId>,
}

/// One version of the minute and when it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionUse {
    /// Its name.
    pub version: String,
    /// Its words, where they are written down.
    pub text: Option<String>,
    /// How often it was given.
    pub given: u64,
    /// When last.
    pub last_on: Option<Date>,
    /// How many meetings with a minute have been since; none where it was never given.
    pub meetings_since: Option<u64>,
}

/// What somebody was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// What they heard, the latest first.
    pub heard: Vec<Heard>,
}

/// A minute that was heard.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Heard {
    pub version: String,
    pub on: Date,
}

/// What to prepare a minute with at a date, from the meetings up to it.
pub fn rotation(book: &Book, as_of: Date) -> Rotation {
    let held = given(book, as_of);
    Rotation {
        next: next(book, as_of),
        focus: focus(book, as_of),
        versions: versions(book, &held),
        told: told(book, &held, days_before(as_of, TOLD_DAYS)),
    }
}

/// The meetings up to a day at which a version was given, the latest first. That day's own count once it is
/// said how they went: until then the version is only chosen.
fn given(book: &Book, as_of: Date) -> Vec<(&str, &Meeting)> {
    let held = book.facts.meetings.iter().rev().filter(|m| Given::has_been(m, as_of));
    let held = held.filter(|m| m.pitch_skipped != Some(true));
    let named = |m: &'_ Meeting| m.pitch.as_deref().map(str::trim).is_some_and(|p| !p.is_empty());
    held.filter(|m| named(m)).map(|m| (m.pitch.as_deref().unwrap_or_default().trim(), m)).collect()
}

fn next(book: &Book, as_of: Date) -> Option<NextMeeting> {
    let coming = book.facts.meetings.iter().find(|m| m.on > as_of && !book.is_left(m))?;
    let room = book.room(coming.room)?;
    Some(NextMeeting { room: room.id, name: room.name.clone(), on: coming.on })
}

/// A focus that the last six meetings up to a day have not heard and that fits into a minute: the one
/// longest unused, else a new one.
pub(crate) fn focus(book: &Book, as_of: Date) -> Focus {
    let held: Vec<&str> = given(book, as_of).into_iter().map(|(version, _)| version).collect();
    // Infinitely long ago, if never.
    let unused = |p: &Pitch| held.iter().position(|name| same(name, &p.version));
    let pace = book.facts.settings.first().and_then(|settings| settings.words_per_minute);
    let fits =
        |p: &&Pitch| rehearse(p.text.as_deref().unwrap_or_default(), pace).length != Length::Over;
    let fresh = book.facts.pitches.iter().filter(fits);
    let fresh = fresh.filter(|p| unused(p).is_none_or(|at| at >= MEETINGS));
    let longest = fresh.max_by_key(|p| (unused(p).unwrap_or(usize::MAX), Reverse(p.id)));
    let says = match (longest, held.first()) {
        (Some(pitch), Some(_)) => match held.len().min(MEETINGS) {
            1 => format!("“{}”: your last meeting has not heard it.", pitch.version),
            last => format!("“{}”: your last {last} meetings have not heard it.", pitch.version),
        },
        (Some(pitch), None) => format!("“{}”, and one client it helped.", pitch.version),
        (None, Some(last)) => format!(
            "Something other than “{last}”: one client, what changed for them, and one person you would like to meet."
        ),
        (None, None) => {
            "One client, what changed for them, and one person you would like to meet.".to_owned()
        }
    };
    Focus {
        version: longest.map(|pitch| pitch.version.clone()),
        says,
        fact: longest.map(|pitch| pitch.id),
    }
}

/// Versions that are written down, and those that were given and never written down.
fn versions(book: &Book, held: &[(&str, &Meeting)]) -> Vec<VersionUse> {
    let mut all: Vec<VersionUse> = Vec::new();
    let written = book.facts.pitches.iter().map(|p| (p.version.as_str(), p.text.clone()));
    for (version, text) in written.chain(held.iter().map(|(version, _)| (*version, None))) {
        if all.iter().any(|known| same(&known.version, version)) {
            continue;
        }
        let uses = || held.iter().enumerate().filter(|(_, (name, _))| same(name, version));
        let last = uses().next();
        all.push(VersionUse {
            version: version.to_owned(),
            text,
            given: uses().count() as u64,
            last_on: last.map(|(_, (_, meeting))| meeting.on),
            meetings_since: last.map(|(at, _)| at as u64),
        });
    }
    all.sort_by(|a, b| {
        let longest = |v: &VersionUse| Reverse(v.meetings_since.unwrap_or(u64::MAX));
        longest(a).cmp(&longest(b)).then_with(|| a.version.cmp(&b.version))
    });
    all
}

fn told(book: &Book, held: &[(&str, &Meeting)], since: Date) -> Vec<Told> {
    let mut by: BTreeMap<PersonId, Vec<Heard>> = BTreeMap::new();
    for (version, meeting) in held.iter().filter(|(_, meeting)| meeting.on > since) {
        for &person in &meeting.people {
            let heard = Heard { version: (*version).to_owned(), on: meeting.on };
            by.entry(person).or_default().push(heard);
        }
    }
    let named = by.into_iter().filter_map(|(person, heard)| {
        let name = book.person(person)?.name.clone();
        Some(Told { person, name, heard })
    });
    let mut told: Vec<Told> = named.collect();
    told.sort_by(|a, b| a.name.cmp(&b.name).then(a.person.cmp(&b.person)));
    told
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
