//! Choosing the version for a meeting to come, and marking it as ready (mission rows 27 and 28).

use super::gave::{Kept, kept};
use super::locked::{changed, coming, holds};
use super::occasion::Occasion;
use super::{AHEAD, is_same, named, versions};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{book, room, settings};
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::evening::meeting_of;
use kithwork_core::facts::{Meeting, PitchChange, Room, Settings};
use kithwork_core::id::FactId;
use kithwork_core::pitch::{Lack, readiness};
use kithwork_store::Store;
use serde::Deserialize;

/// The version for a meeting to come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Chosen {
    /// Which version, by its name.
    pub version: String,
    /// For which meeting, by its id; none for the one that room and day name.
    pub meeting: Option<FactId>,
    /// Where, by the room's name; none for the next meeting that is known.
    pub room: Option<String>,
    /// When; none for the room's next meeting.
    pub on: Option<Date>,
    /// Whether it is ready to be given.
    pub ready: bool,
    /// Whether nobody of the owner's field will be there, so that no variant is needed.
    pub no_competitor: bool,
    /// Why it is changed, where it is locked.
    pub why: Option<PitchChange>,
}

/// Chooses the version for a meeting to come; asked to, marks it as ready.
///
/// # Errors
/// [`Code::NotFound`] where no meeting is meant; [`Code::ValueInvalid`] with the field where the day is
/// past, where something is missing before it can be ready, and where the meeting's minute is locked and
/// no reason is given; those of the store.
pub async fn choose(store: &dyn Store, ctx: &Ctx, chosen: Chosen) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let version = named(&chosen.version)?;
    let settings = settings::of(store, ctx).await?;
    let known = versions(store, ctx).await?;
    let spelt = known.iter().find(|p| is_same(&p.version, &version)).map(|p| p.version.clone());
    let (room, on) = meant(store, ctx, &settings, &chosen).await?;
    let occasion = Occasion::of(store, ctx, room, on, &mut ctx.ids()).await?;
    let base = occasion.now.clone();
    let is_other = !base.pitch.as_deref().is_some_and(|name| is_same(name, &version));
    let mut after = Meeting { pitch: Some(spelt.unwrap_or(version)), ..base.clone() };
    if is_other {
        after.pitch_prepared = base.pitch_prepared.map(|_| false);
        if holds(ctx.local(&settings), &settings, &base) {
            after = changed(after, chosen.why)?;
        }
    }
    if chosen.ready {
        let lacks = readiness(&after, &known, settings.words_per_minute).lacks;
        complete(&lacks, chosen.no_competitor)?;
        after.pitch_prepared = Some(true);
    }
    kept(store, ctx, occasion, after).await
}

/// Refuses what is not complete, saying what is missing.
fn complete(lacks: &[Lack], no_competitor: bool) -> Result<()> {
    let waived = |lack: &&Lack| no_competitor && **lack == Lack::BesideCompetitor;
    let Some(lack) = lacks.iter().find(|lack| !waived(lack)) else { return Ok(()) };
    let field = match lack {
        Lack::Version => "version",
        Lack::Words => "text",
        Lack::BesideCompetitor => "beside_competitor",
    };
    let problem = format!("is missing: before it is ready, {}", lack.says());
    Err(Error::new(Code::ValueInvalid).field(field, problem))
}

/// The meeting that is meant: named, or the next one.
async fn meant(
    store: &dyn Store,
    ctx: &Ctx,
    settings: &Settings,
    chosen: &Chosen,
) -> Result<(Room, Date)> {
    let today = ctx.today(settings);
    if chosen.on.is_some_and(|on| on < today) {
        let problem = "is past: note what you gave instead";
        return Err(Error::new(Code::ValueInvalid).field("on", problem));
    }
    let room = match chosen.room.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => Some(room::is_meant(store, ctx, name).await?),
        None => None,
    };
    if let (Some(room), Some(on)) = (&room, chosen.on) {
        return Ok((room.clone(), on));
    }
    let unknown = || Error::new(Code::NotFound).hint("say for which group and which day it is");
    let book = book::load(store, ctx, today.saturating_add(AHEAD.days())).await?;
    let next = match (chosen.meeting, &room) {
        (Some(id), _) => meeting_of(&book, id).filter(|meeting| meeting.on >= today),
        (None, None) if chosen.on.is_none() => coming(&book, today).next(),
        _ => book.facts.meetings.iter().find(|m| {
            room.as_ref().is_none_or(|r| r.id == m.room)
                && chosen.on.map_or(m.on >= today, |on| m.on == on)
        }),
    };
    let next = next.ok_or_else(unknown)?;
    let room = book.room(next.room).cloned().ok_or_else(unknown)?;
    Ok((room, next.on))
}
