//! Rehearsing: how long a version takes, what it asks for, and how fast the owner speaks (mission row 34).

use super::{is_same, versions};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::settings;
use kithwork_core::facts::{Pitch, Settings};
use kithwork_core::pitch::{self, Rehearsal};
use kithwork_store::Store;
use serde::Serialize;

/// A text, rehearsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rehearsed {
    /// The version's name; none where only words were given.
    pub version: Option<String>,
    /// How long it takes and what it asks for.
    #[serde(flatten)]
    pub rehearsal: Rehearsal,
    /// The request in plain words.
    pub ask_says: String,
}

impl Rehearsed {
    pub(super) fn of(version: Option<String>, text: &str, pace: Option<u32>) -> Self {
        let rehearsal = pitch::rehearse(text, pace);
        Self { version, ask_says: rehearsal.ask.says(), rehearsal }
    }
}

/// Rehearses words, or a version by its name, at a pace in words a minute; without one, at the owner's
/// own, else at the usual one.
///
/// # Errors
/// [`Code::NotFound`] where there is no such version; [`Code::ValueInvalid`] where nobody speaks at that
/// pace; those of the store.
pub async fn rehearse(
    store: &dyn Store,
    ctx: &Ctx,
    version: Option<&str>,
    text: Option<&str>,
    pace: Option<u32>,
) -> Result<Rehearsed> {
    let own = settings::of(store, ctx).await?.words_per_minute;
    let pace = pace.map(settings::pace).transpose()?.or(own);
    if let Some(text) = text {
        return Ok(Rehearsed::of(None, text, pace));
    }
    let pitch = meant(store, ctx, version.unwrap_or_default()).await?;
    let text = pitch.text.as_deref().unwrap_or_default();
    Ok(Rehearsed::of(Some(pitch.version), text, pace))
}

/// Learns the owner's pace from a version that took them so many seconds to say.
///
/// # Errors
/// [`Code::NotFound`] where there is no such version; [`Code::ValueInvalid`] where nobody speaks like
/// that; those of the store.
pub async fn timed(store: &dyn Store, ctx: &Ctx, version: &str, seconds: u32) -> Result<Rehearsed> {
    ctx.require(Rights::Write)?;
    let pitch = meant(store, ctx, version).await?;
    let text = pitch.text.as_deref().unwrap_or_default();
    let words = pitch::rehearse(text, None).words;
    let unlikely = || {
        let problem = format!("is no likely time for {words} words");
        Error::new(Code::ValueInvalid).field("seconds", problem)
    };
    let pace = pitch::pace(words, seconds).ok_or_else(unlikely)?;
    let old = settings::of(store, ctx).await?;
    settings::keep(store, ctx, Settings { words_per_minute: Some(pace), ..old }).await?;
    Ok(Rehearsed::of(Some(pitch.version.clone()), text, Some(pace)))
}

async fn meant(store: &dyn Store, ctx: &Ctx, version: &str) -> Result<Pitch> {
    let known = versions(store, ctx).await?;
    let names: Vec<String> = known.iter().map(|p| p.version.clone()).collect();
    let found = known
        .into_iter()
        .find(|p| is_same(&p.version, version) || p.id.to_string() == version.trim());
    found.ok_or_else(|| {
        let hint = if names.is_empty() {
            "write your minute down first".to_owned()
        } else {
            format!("say which version: {}", names.join("; "))
        };
        Error::new(Code::NotFound).hint(hint)
    })
}
