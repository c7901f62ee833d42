//! All that the next minute is prepared with, on one desk.

use super::AHEAD;
use super::locked::{coming, holds};
use super::rehearse::Rehearsed;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::{book, settings};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use kithwork_core::book::Book;
use kithwork_core::days::days_before;
use kithwork_core::facts::{Meeting, Pitch, PitchChange, Settings};
use kithwork_core::id::{BookId, FactId};
use kithwork_core::pitch::{
    Changes, Emphasis, Lock, Readiness, Ready, changes, emphasis, readiness,
};
use kithwork_core::plan::rotation::{Rotation, rotation};
use kithwork_store::Store;
use serde::Serialize;

/// So long after a meeting it is asked how its minute went, days.
const ASKED_DAYS: i32 = 14;

/// What to prepare the next minute with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Desk {
    /// Which focus is due, and who has heard what.
    #[serde(flatten)]
    pub rotation: Rotation,
    /// The next meeting, today's included, and how far its minute is prepared.
    pub coming: Option<Coming>,
    /// The meetings known after that one, within five weeks, and how far theirs are.
    pub further: Vec<Coming>,
    /// The versions that are written down, each rehearsed.
    pub written: Vec<Version>,
    /// Minutes given lately of which it isn't said whether they were given as prepared.
    pub unsaid: Vec<Unsaid>,
    /// How often the minute was changed at the last moment, and why.
    pub changes: Changes,
    /// The owner's pace, words a minute; none while it is not known.
    pub words_per_minute: Option<u32>,
    /// So many hours before a meeting its minute is locked; none while that was not asked for.
    pub lock_hours: Option<u32>,
}

/// A meeting to come and its minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coming {
    /// The meeting.
    pub meeting: FactId,
    /// The room's name.
    pub room: String,
    /// When.
    pub on: Date,
    /// How far it is prepared.
    #[serde(flatten)]
    pub readiness: Readiness,
    /// When it is locked; none where that was not asked for.
    pub lock: Option<Lock>,
    /// Whether it is locked now.
    pub is_locked: bool,
    /// Why it was changed once it was locked; none where it was not. It is counted once the meeting has been.
    pub changed_why: Option<PitchChange>,
}

impl Coming {
    /// How far its minute is, in plain words.
    pub fn stands(&self) -> String {
        let version = self.readiness.version.as_deref().unwrap_or_default();
        match self.readiness.ready {
            Ready::Nothing => "No minute is chosen yet.".to_owned(),
            Ready::Chosen => format!("“{version}” is chosen and not ready yet."),
            Ready::Ready => format!("“{version}” is ready."),
        }
    }
}

/// A version that is written down.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Version {
    /// Its entry.
    pub id: FactId,
    /// Its words.
    pub text: Option<String>,
    /// Its words where a competitor is in the room.
    pub beside_competitor: Option<String>,
    /// How these differ; none where there are none.
    pub emphasis: Option<Emphasis>,
    /// How long it takes and what it asks for.
    #[serde(flatten)]
    pub rehearsed: Rehearsed,
}

/// A minute that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Unsaid {
    pub meeting: FactId,
    pub room: String,
    pub on: Date,
    pub version: String,
}

/// What to prepare the next minute with.
///
/// # Errors
/// Those of the store.
pub async fn desk(store: &dyn Store, ctx: &Ctx) -> Result<Desk> {
    let settings = settings::of(store, ctx).await?;
    let now = ctx.local(&settings);
    let book = book::load(store, ctx, now.date().saturating_add(AHEAD.days())).await?;
    Ok(Desk::of(&book, now))
}

impl Desk {
    /// The desk of a book at a moment by the owner's clock.
    pub fn of(book: &Book, now: DateTime) -> Self {
        let nobody = || Settings::new(BookId(uuid::Uuid::nil()));
        let settings = book.facts.settings.first().cloned().unwrap_or_else(nobody);
        let today = now.date();
        let mut ahead = coming(book, today).filter_map(|m| prepared(book, now, &settings, m));
        let (next, further) = (ahead.next(), ahead.collect());
        let pitches = book.facts.pitches.iter();
        Self {
            rotation: rotation(book, today),
            coming: next,
            further,
            written: pitches.map(|pitch| version(pitch, &settings)).collect(),
            unsaid: unsaid(book, now),
            changes: changes(book, today),
            words_per_minute: settings.words_per_minute,
            lock_hours: settings.lock_hours,
        }
    }
}

fn prepared(book: &Book, now: DateTime, settings: &Settings, meeting: &Meeting) -> Option<Coming> {
    Some(Coming {
        meeting: meeting.id,
        room: book.room(meeting.room)?.name.clone(),
        on: meeting.on,
        readiness: readiness(meeting, &book.facts.pitches, settings.words_per_minute),
        lock: settings.lock_hours.map(|hours| Lock::of(meeting, hours)),
        is_locked: holds(now, settings, meeting),
        changed_why: meeting.pitch_changed_why.filter(|_| meeting.pitch_changed == Some(true)),
    })
}

fn version(pitch: &Pitch, settings: &Settings) -> Version {
    let text = pitch.text.as_deref().unwrap_or_default();
    let profile = [&settings.helps, &settings.excels_at, &settings.differs_by];
    let profile = || profile.into_iter().filter_map(Option::as_deref);
    let beside = pitch.beside_competitor.as_deref();
    Version {
        id: pitch.id,
        text: pitch.text.clone(),
        beside_competitor: pitch.beside_competitor.clone(),
        emphasis: beside.map(|variant| emphasis(text, variant, profile())),
        rehearsed: Rehearsed::of(Some(pitch.version.clone()), text, settings.words_per_minute),
    }
}

/// Of today's meetings those that have begun; one without a time is asked about from tomorrow on.
fn unsaid(book: &Book, now: DateTime) -> Vec<Unsaid> {
    let (today, since) = (now.date(), days_before(now.date(), ASKED_DAYS));
    let has_begun = |m: &Meeting| m.starts.is_some_and(|at| m.on.to_datetime(at) <= now);
    let has_been = |m: &&Meeting| m.on < today || m.on == today && has_begun(m);
    let lately = book.facts.meetings.iter().rev().filter(has_been).filter(|m| m.on > since);
    let unsaid = lately.filter(|m| m.pitch_changed.is_none()).filter_map(|m| {
        let version = m.pitch.clone().filter(|name| !name.trim().is_empty())?;
        let room = book.room(m.room)?.name.clone();
        Some(Unsaid { meeting: m.id, room, on: m.on, version })
    });
    unsaid.collect()
}
