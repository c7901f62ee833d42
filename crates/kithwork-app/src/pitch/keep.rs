//! Keeping a version of the minute.

use super::locked::{changed, locked};
use super::occasion::Occasion;
use super::{is_same, named, versions};
use crate::amend::Amend;
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

/// A version of the minute as it is told; what is left out or empty stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Words {
    /// What the owner calls it.
    pub version: String,
    /// Its words.
    pub text: Amend<String>,
    /// Its words where a competitor is in the room.
    pub beside_competitor: Amend<String>,
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
        edits.extend(word::kept(store, ctx, row, said(&before, &pitch), &mut ids).await?);
    }
    if is_reworded(&before, &pitch) {
        edits.extend(unlocked(store, ctx, &pitch, words.why, &mut ids).await?);
    }
    commit(store, ctx, edits).await?;
    Ok(pitch)
}

/// Whether words that stood there are others now: those beside a competitor are as locked as the main ones.
fn is_reworded(before: &Pitch, now: &Pitch) -> bool {
    let others = |before: &Option<String>, now: &Option<String>| before.is_some() && before != now;
    others(&before.text, &now.text) || others(&before.beside_competitor, &now.beside_competitor)
}

async fn commit(store: &dyn Store, ctx: &Ctx, edits: Vec<Edit>) -> Result<()> {
    if !edits.is_empty() {
        store.commit(ctx.tenant, &ctx.change("pitch", None, edits)).await?;
    }
    Ok(())
}

fn told(before: Pitch, words: &Words) -> Pitch {
    let given = |words: &Amend<String>| match words.clone() {
        Amend::Set(text) if text.trim().is_empty() => Amend::Keep,
        words => words.trimmed(),
    };
    Pitch {
        text: given(&words.text).over(before.text),
        beside_competitor: given(&words.beside_competitor).over(before.beside_competitor),
        ..before
    }
}

/// The owner's word: empty words stand above those of any other source.
fn said(before: &Pitch, now: &Pitch) -> Said {
    let words = |before: &Option<String>, now: &Option<String>| {
        now.clone().or_else(|| before.as_ref().map(|_| String::new()))
    };
    Said::Pitch(SaidPitch {
        version: now.version.clone(),
        text: words(&before.text, &now.text),
        first_used_on: None,
        beside_competitor: words(&before.beside_competitor, &now.beside_competitor),
        extra: BTreeMap::new(),
    })
}

/// Where the version is that of a locked minute: the meeting's row with the reason.
///
/// # Errors
/// [`Code::ValueInvalid`](crate::Code::ValueInvalid) with the field `why` where there is none; those of the
/// store.
pub(crate) async fn unlocked(
    store: &dyn Store,
    ctx: &Ctx,
    pitch: &Pitch,
    why: Option<PitchChange>,
    ids: Ids<'_>,
) -> Result<Vec<Edit>> {
    let settings = settings::of(store, ctx).await?;
    let locked = locked(store, ctx, &settings, &pitch.version).await?;
    let Some(meeting) = locked else { return Ok(Vec::new()) };
    let room = room::by_id(store, ctx, meeting.room).await?;
    let occasion = Occasion::of(store, ctx, room, meeting.on, &mut *ids).await?;
    let after = changed(occasion.now.clone(), why)?;
    occasion.becomes(store, ctx, &after, ids).await
}
