//! Keeping a version of the minute.

use super::locked::{changed, locked};
use super::occasion::Occasion;
use super::{is_same, named, versions};
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::{room, settings, word};
use kithwork_core::change::Edit;
use kithwork_core::fact::FactKind;
use kithwork_core::facts::{Pitch, PitchChange};
use kithwork_core::handover::{Said, SaidPitch};
use kithwork_core::id::{FactId, Ids};
use kithwork_store::Store;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A version of the minute as it is told; what is none or empty stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Words {
    /// What the owner calls it.
    pub version: String,
    /// Its words.
    pub text: Option<String>,
    /// Its words where a competitor is in the room.
    pub beside_competitor: Option<String>,
    /// Why it is changed, where it is locked.
    pub why: Option<PitchChange>,
}

/// Keeps a version of the minute; one of that name gets the new words. Telling the same twice changes
/// nothing.
///
/// # Errors
/// [`Code::ValueInvalid`](crate::Code::ValueInvalid) where it has no name, or is locked and no reason is
/// given; those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, words: Words) -> Result<Pitch> {
    ctx.require(Rights::Write)?;
    let version = named(&words.version)?;
    let known = versions(store, ctx).await?;
    let mut ids = ctx.ids();
    let Some(before) = known.into_iter().find(|p| is_same(&p.version, &version)) else {
        let pitch = told(Pitch::named(FactId(ids()), version), &words);
        commit(store, ctx, vec![Edit::created(pitch.clone())]).await?;
        return Ok(pitch);
    };
    let pitch = told(before.clone(), &words);
    let mut edits: Vec<Edit> = Edit::changed(before.clone(), pitch.clone()).into_iter().collect();
    if !edits.is_empty() {
        let row = (FactKind::Pitch, pitch.id);
        edits.extend(word::kept(store, ctx, row, said(&pitch), &mut ids).await?);
    }
    if before.text.is_some() && before.text != pitch.text {
        edits.extend(unlocked(store, ctx, &pitch, words.why, &mut ids).await?);
    }
    commit(store, ctx, edits).await?;
    Ok(pitch)
}

async fn commit(store: &dyn Store, ctx: &Ctx, edits: Vec<Edit>) -> Result<()> {
    if !edits.is_empty() {
        store.commit(ctx.tenant, &ctx.change("pitch", None, edits)).await?;
    }
    Ok(())
}

fn told(before: Pitch, words: &Words) -> Pitch {
    let given = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    Pitch {
        text: given(&words.text).or(before.text),
        beside_competitor: given(&words.beside_competitor).or(before.beside_competitor),
        ..before
    }
}

fn said(pitch: &Pitch) -> Said {
    Said::Pitch(SaidPitch {
        version: pitch.version.clone(),
        text: pitch.text.clone(),
        first_used_on: None,
        beside_competitor: pitch.beside_competitor.clone(),
        extra: BTreeMap::new(),
    })
}

/// Where the version is that of a locked minute: the meeting's row with the reason.
async fn unlocked(
    store: &dyn Store,
    ctx: &Ctx,
    pitch: &Pitch,
    why: Option<PitchChange>,
    ids: Ids<'_>,
) -> Result<Vec<Edit>> {
    let settings = settings::of(store, ctx).await?;
    let locked = locked(store, ctx, &settings).await?;
    let is_it = |m: &kithwork_core::facts::Meeting| {
        m.pitch.as_deref().is_some_and(|name| is_same(name, &pitch.version))
    };
    let Some(meeting) = locked.filter(is_it) else { return Ok(Vec::new()) };
    let room = room::by_id(store, ctx, meeting.room).await?;
    let occasion = Occasion::of(store, ctx, room, meeting.on, &mut *ids).await?;
    let after = changed(occasion.now.clone(), why)?;
    occasion.becomes(store, ctx, &after, ids).await
}
