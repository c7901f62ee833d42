//! Which meeting is meant now: what goes on or ended in the last three hours; what comes; what waits to
//! be looked back on.

use super::Stage;
use crate::book::{Book, occasion_id};
use crate::days::{days_after, days_before};
use crate::facts::{Meaning, Meeting};
use crate::id::{FactId, RoomId};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;

/// So long after its end a meeting is still the one that is meant, minutes (row 60).
pub const AFTERWARDS_MINUTES: i64 = 180;
/// So long before its start it is meant already, minutes; judgement.
const AHEAD_MINUTES: i64 = 60;
/// A meeting of which no length is known, minutes; as the plan takes it.
const USUAL_MINUTES: u32 = 90;
/// So far back a meeting waits to be looked back on, days; judgement.
const WAITS_DAYS: i32 = 14;
/// So far ahead meetings are listed, days.
const COMING_DAYS: i32 = 35;
/// Most of each that are listed.
const LISTED: usize = 12;

/// The meetings that matter at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Agenda {
    /// What goes on or ended in the last three hours.
    pub now: Option<Slot>,
    /// What comes, the next one first.
    pub coming: Vec<Slot>,
    /// What was not looked back on yet, the latest first.
    pub waiting: Vec<Slot>,
    /// What the owner entered for a day still further ahead, the next one first. A book in memory reaches
    /// no further than those to come: whoever keeps the rows fills it in by [`later`].
    pub later: Vec<Slot>,
    /// What the owner entered lately for a day so long past that it waits in no list, the latest entered first.
    /// Whoever keeps the changes fills it in by [`entered`].
    pub entered: Vec<Slot>,
}

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Slot {
    pub meeting: FactId,
    pub room: RoomId,
    pub name: String,
    pub on: Date,
    pub starts: Option<Time>,
    pub takes_notes: TakesNotes,
}

/// From when until when, in local time, notes are taken to be of a meeting: from an hour before it until
/// three hours after its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TakesNotes {
    pub from: DateTime,
    pub until: DateTime,
}

/// The meetings that matter at a moment, in local time.
pub fn agenda(book: &Book, now: DateTime) -> Agenda {
    let chosen = chosen(book, now);
    let today = now.date();
    let is_chosen = |m: &&Meeting| chosen.is_some_and(|chosen| chosen.id == m.id);
    let slot = |m: &Meeting| slot(book, m);
    let until = days_after(today, COMING_DAYS);
    let coming = book
        .facts
        .meetings
        .iter()
        .filter(|m| m.on <= until && stage(book, m, now) == Stage::Before && !is_chosen(m))
        .filter(|m| !book.is_left(m));
    let from = days_before(today, WAITS_DAYS);
    let waiting = book.facts.meetings.iter().rev().filter(|m| {
        let is_open = m.debriefed_on.is_none() && m.on >= from;
        is_open && stage(book, m, now) == Stage::After && !is_chosen(m)
    });
    Agenda {
        now: chosen.and_then(slot),
        coming: coming.filter_map(slot).take(LISTED).collect(),
        waiting: waiting.filter_map(slot).take(LISTED).collect(),
        later: Vec::new(),
        entered: Vec::new(),
    }
}

/// Of these meetings those further ahead than an agenda lists, the next one first.
pub fn later(book: &Book, meetings: &[Meeting], today: Date) -> Vec<Slot> {
    let from = days_after(today, COMING_DAYS);
    let is_later = |m: &&Meeting| m.on > from && m.missed != Some(true);
    let mut later: Vec<Slot> =
        meetings.iter().filter(is_later).filter_map(|meeting| slot(book, meeting)).collect();
    later.sort_by_key(|slot| (slot.on, slot.starts, slot.meeting));
    later.truncate(LISTED);
    later
}

/// Of these meetings those that are past and wait no more to be looked back on, in their own order.
pub fn entered(book: &Book, meetings: &[FactId], today: Date) -> Vec<Slot> {
    let from = days_before(today, WAITS_DAYS);
    let known = |id: &FactId| book.facts.meetings.iter().find(|m| m.id == *id);
    let past = meetings.iter().filter_map(known).filter(|m| m.on < from);
    past.filter_map(|meeting| slot(book, meeting)).take(LISTED).collect()
}

fn slot(book: &Book, meeting: &Meeting) -> Option<Slot> {
    let room = book.room(meeting.room)?;
    let takes_notes = takes_notes(book, meeting);
    let (meeting, on, starts) = (meeting.id, meeting.on, meeting.starts);
    let name = room.name.clone();
    Some(Slot { meeting, room: room.id, name, on, starts, takes_notes })
}

/// The meeting that is meant at a moment, in local time: the one that began last of those that go on,
/// ended in the last three hours or begin within the hour.
pub fn chosen(book: &Book, now: DateTime) -> Option<&Meeting> {
    let near = [now.date().saturating_sub(1.day()), now.date()];
    // A meeting that was looked back on is over.
    let open = book.facts.meetings.iter();
    let open = open.filter(|m| near.contains(&m.on) && m.debriefed_on.is_none());
    open.filter(|m| {
        let open = takes_notes(book, m);
        open.from <= now && now <= open.until
    })
    .max_by_key(|m| {
        let start = m.starts.map(|at| m.on.to_datetime(at));
        // One that has begun comes before one that is about to; one without a time comes last.
        (start.is_some_and(|at| at <= now), start, m.id)
    })
}

/// How far a meeting has come at a moment.
pub(super) fn stage(book: &Book, meeting: &Meeting, now: DateTime) -> Stage {
    let until = takes_notes(book, meeting).until;
    let begins = meeting.on.to_datetime(meeting.starts.unwrap_or(Time::midnight()));
    match () {
        () if now < begins => Stage::Before,
        () if meeting.debriefed_on.is_some() => Stage::After,
        () if now <= until => Stage::During,
        () => Stage::After,
    }
}

/// From when until when a meeting is the one that is meant. Without a start it is its whole day.
pub(super) fn takes_notes(book: &Book, meeting: &Meeting) -> TakesNotes {
    let Some(at) = meeting.starts else {
        let from = meeting.on.to_datetime(Time::midnight());
        let until = from.saturating_add(1.day()).saturating_add(AFTERWARDS_MINUTES.minutes());
        return TakesNotes { from, until };
    };
    let room = book.room(meeting.room);
    let minutes = meeting.minutes.or(room.and_then(|r| r.meeting_minutes)).unwrap_or(USUAL_MINUTES);
    let starts = meeting.on.to_datetime(at);
    let lasts = i64::from(minutes.min(24 * 60)).saturating_add(AFTERWARDS_MINUTES);
    TakesNotes {
        from: starts.saturating_sub(AHEAD_MINUTES.minutes()),
        until: starts.saturating_add(lasts.minutes()),
    }
}

/// The meeting of an id: also by the id it had as the occasion of a series, before it got a row.
pub fn meeting_of(book: &Book, id: FactId) -> Option<&Meeting> {
    let row = book.facts.meetings.iter().find(|m| m.id == id);
    row.or_else(|| {
        let series = book.facts.entries.iter().filter_map(|entry| match entry.meaning {
            Meaning::Room(room) => Some((entry.id, room)),
            _ => None,
        });
        let mut series = series.filter(|_| id.0.get_version_num() == 5);
        series.find_map(|(entry, room)| {
            let mut held = book.facts.meetings.iter().filter(|m| m.room == room);
            held.find(|m| occasion_id(entry, m.on) == id)
        })
    })
}
