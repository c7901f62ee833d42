//! The owner's minute: its versions, when each was given and to whom, and which focus is due (mission
//! row 30).

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::playback::not_ahead;
use crate::{book, room, settings, word};
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Meeting, Pitch, Room};
use kithwork_core::handover::{Said, SaidMeeting, SaidPitch};
use kithwork_core::id::{ChangeId, FactId};
use kithwork_core::plan::rotation::{Rotation, rotation};
use kithwork_store::Store;
use std::collections::BTreeMap;

/// The next meeting is looked for so many days ahead.
const AHEAD: i64 = 35;

/// What to prepare the next minute with.
///
/// # Errors
/// Those of the store.
pub async fn prepare(store: &dyn Store, ctx: &Ctx) -> Result<Rotation> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today.saturating_add(AHEAD.days())).await?;
    Ok(rotation(&book, today))
}

/// Keeps a version of the minute; one of that name gets the new words. Telling the same twice changes
/// nothing.
///
/// # Errors
/// [`Code::ValueInvalid`] where it has no name; those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, version: &str, text: &str) -> Result<Pitch> {
    ctx.require(Rights::Write)?;
    let version = named(version)?;
    let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let known = versions(store, ctx).await?;
    let before = known.into_iter().find(|p| is_same(&p.version, &version));
    let mut ids = ctx.ids();
    let (pitch, edits) = match before {
        None => {
            let id = FactId(ids());
            let pitch = Pitch { text, ..Pitch::named(id, version) };
            (pitch.clone(), vec![Edit::created(pitch)])
        }
        Some(before) => {
            let pitch = Pitch { text: text.or_else(|| before.text.clone()), ..before.clone() };
            let said = Said::Pitch(SaidPitch {
                version: pitch.version.clone(),
                text: pitch.text.clone(),
                first_used_on: None,
                beside_competitor: pitch.beside_competitor.clone(),
                extra: BTreeMap::new(),
            });
            let mut edits: Vec<Edit> = Edit::changed(before, pitch.clone()).into_iter().collect();
            if !edits.is_empty() {
                let row = (FactKind::Pitch, pitch.id);
                edits.extend(word::kept(store, ctx, row, said, &mut ids).await?);
            }
            (pitch, edits)
        }
    };
    if !edits.is_empty() {
        store.commit(ctx.tenant, &ctx.change("pitch", None, edits)).await?;
    }
    Ok(pitch)
}

/// A minute that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which version, by its name.
    pub version: String,
    /// Where, by the room's name.
    pub room: String,
    /// When; none for today.
    pub on: Option<Date>,
    /// Whether it had been prepared.
    pub prepared: Option<bool>,
    /// Whether it was changed just before.
    pub changed: Option<bool>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The room.
    pub room: Room,
    /// The meeting, as it is now.
    pub meeting: Meeting,
}

/// Notes which version was given at a meeting; a meeting that the book does not hold yet is entered.
///
/// # Errors
/// [`Code::NotFound`] where no room is meant; [`Code::ValueInvalid`] where the version has no name or
/// the day lies ahead; those of the store.
pub async fn gave(store: &dyn Store, ctx: &Ctx, given: Given) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let version = named(&given.version)?;
    let room = room::is_meant(store, ctx, &given.room).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = not_ahead(given.on.unwrap_or(today), today)?;
    let known = versions(store, ctx).await?;
    let spelt = known.into_iter().find(|p| is_same(&p.version, &version)).map(|p| p.version);
    let mut ids = ctx.ids();
    let before = held(store, ctx, &room, on).await?;
    let base = before.clone().unwrap_or_else(|| Meeting::held(FactId(ids()), room.id, on));
    let meeting = Meeting {
        pitch: Some(spelt.unwrap_or(version)),
        pitch_prepared: given.prepared.or(base.pitch_prepared),
        pitch_changed: given.changed.or(base.pitch_changed),
        ..base
    };
    let mut edits: Vec<Edit> = match before {
        Some(before) => Edit::changed(before, meeting.clone()).into_iter().collect(),
        None => vec![Edit::created(meeting.clone())],
    };
    if !edits.is_empty() {
        let (row, said) = ((FactKind::Meeting, meeting.id), Said::Meeting(told(&meeting, &room)));
        edits.extend(word::kept(store, ctx, row, said, &mut ids).await?);
    }
    let change = (!edits.is_empty()).then(|| ctx.change("pitch", Some(on), edits));
    if let Some(change) = &change {
        store.commit(ctx.tenant, change).await?;
    }
    Ok(Kept { change: change.map(|change| change.id), room, meeting })
}

/// The owner's word on the minute of a meeting that a source told of, so that it outlives imports.
fn told(meeting: &Meeting, room: &Room) -> SaidMeeting {
    SaidMeeting {
        on: meeting.on,
        room: room.name.clone(),
        minutes: None,
        travel_minutes: None,
        cost: None,
        people: Vec::new(),
        pitch: meeting.pitch.clone(),
        pitch_prepared: meeting.pitch_prepared,
        pitch_changed: meeting.pitch_changed,
        pitch_changed_why: meeting.pitch_changed_why,
        energy: None,
        notes: None,
        extra: BTreeMap::new(),
    }
}

fn named(version: &str) -> Result<String> {
    let version = version.trim();
    if version.is_empty() {
        return Err(Error::new(Code::ValueInvalid).field("version", "has no name"));
    }
    Ok(version.to_owned())
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

async fn versions(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Pitch>> {
    let all = store.all(ctx.tenant, FactKind::Pitch).await?;
    let pitches = all.into_iter().filter_map(|fact| match fact {
        Fact::Pitch(pitch) => Some(pitch),
        _ => None,
    });
    Ok(pitches.collect())
}

async fn held(store: &dyn Store, ctx: &Ctx, room: &Room, on: Date) -> Result<Option<Meeting>> {
    let all = store.all(ctx.tenant, FactKind::Meeting).await?;
    Ok(all.into_iter().find_map(|fact| match fact {
        Fact::Meeting(meeting) if meeting.room == room.id && meeting.on == on => Some(meeting),
        _ => None,
    }))
}
