//! A usable minute in at most four questions (mission row 29).

use super::keep::{Words, keep};
use super::rehearse::Rehearsed;
use super::{is_same, versions};
use crate::amend::Amend;
use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::person::moment::day;
use crate::settings;
use kithwork_core::facts::Pitch;
use kithwork_core::pitch::{self, Answers, Prompt};
use kithwork_store::Store;
use serde::Deserialize;

/// The answers; one that is left empty is what the profile tells, where it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quick {
    /// What to call the version; none for one named after the day.
    pub version: Option<String>,
    /// How the owner helps, and whom.
    pub helps: String,
    /// What was wrong for one client.
    pub before: String,
    /// What is different now.
    pub after: String,
    /// Whom the owner would like to meet.
    pub ask: String,
}

/// The questions, with what is known already.
///
/// # Errors
/// Those of the store.
pub async fn prompts(store: &dyn Store, ctx: &Ctx) -> Result<[Prompt; 4]> {
    let settings = settings::of(store, ctx).await?;
    Ok(pitch::prompts(settings.helps.as_deref(), settings.targets.first().map(String::as_str)))
}

/// Makes a version out of the answers, and rehearses it.
///
/// # Errors
/// [`Code::ValueInvalid`] where nothing was answered; those of [`keep`].
pub async fn make(store: &dyn Store, ctx: &Ctx, quick: Quick) -> Result<(Pitch, Rehearsed)> {
    let settings = settings::of(store, ctx).await?;
    let known = prompts(store, ctx).await?;
    let or_known = |part: &str, given: String| {
        let known = known.iter().find(|prompt| prompt.part == part);
        let known = known.and_then(|prompt| prompt.known.clone()).unwrap_or_default();
        if given.trim().is_empty() { known } else { given }
    };
    let answers = Answers {
        name: settings.owner_names.first().cloned(),
        helps: or_known("helps", quick.helps),
        before: quick.before,
        after: quick.after,
        ask: or_known("ask", quick.ask),
    };
    let told = [&answers.helps, &answers.before, &answers.after, &answers.ask];
    if told.iter().all(|text| text.trim().is_empty()) {
        return Err(Error::new(Code::ValueInvalid).field("helps", "is empty, like the others"));
    }
    let text = pitch::compose(&answers);
    let version = match quick.version.filter(|name| !name.trim().is_empty()) {
        Some(version) => version,
        None => named_after(&day(ctx.today(&settings)), &text, &versions(store, ctx).await?),
    };
    let words = Words { version, text: Amend::Set(text.clone()), ..Words::default() };
    let pitch = keep(store, ctx, words).await?;
    let rehearsed = Rehearsed::of(Some(pitch.version.clone()), &text, settings.words_per_minute);
    Ok((pitch, rehearsed))
}

/// A name after the day; a second minute of that day gets one of its own, so that it takes nobody's place.
fn named_after(day: &str, text: &str, known: &[Pitch]) -> String {
    let first = format!("Quick, {day}");
    let is_free = |name: &String| {
        let held = known.iter().find(|pitch| is_same(&pitch.version, name));
        held.is_none_or(|pitch| pitch.text.as_deref().is_none_or(|words| words == text))
    };
    let later = (2..=known.len() + 2).map(|n| format!("{first} ({n})"));
    std::iter::once(first.clone()).chain(later).find(is_free).unwrap_or(first)
}
