//! The owner's profile: how they help, what they excel at, how they differ, and when to think of them
//! (mission row 31), with how well others could say it.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{review, settings};
use kithwork_core::facts::Settings;
use kithwork_core::review::{Recall, Triggers};
use kithwork_store::Store;
use serde::Deserialize;

/// The most words that somebody else can pass on (mission row 31).
const MOST_WORDS: usize = 25;

/// What the owner tells of themselves; what is none stays as it is, an empty text takes it away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Told {
    /// How they help.
    pub helps: Option<String>,
    /// What they excel at.
    pub excels_at: Option<String>,
    /// How they differ from others in the field.
    pub differs_by: Option<String>,
}

/// The profile, as it could be handed to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The owner's name, where it is known.
    pub name: Option<String>,
    /// How they help.
    pub helps: Option<String>,
    /// What they excel at.
    pub excels_at: Option<String>,
    /// How they differ from others in the field.
    pub differs_by: Option<String>,
    /// Whom they want to meet.
    pub targets: Vec<String>,
    /// When to think of them.
    pub triggers: Triggers,
    /// How well others could say it, with its number.
    pub recall: Recall,
}

impl Profile {
    /// The parts that are not told yet, each with a question for it.
    pub fn missing(&self) -> Vec<(&'static str, &'static str)> {
        let parts = [
            ("helps", &self.helps, "How do you help, and whom?"),
            ("excels_at", &self.excels_at, "What do you do better than most in your field?"),
            ("differs_by", &self.differs_by, "Why you, and not somebody else in your field?"),
        ];
        let missing = parts.into_iter().filter(|(_, told, _)| told.is_none());
        missing.map(|(part, _, asks)| (part, asks)).collect()
    }
}

/// The profile today.
///
/// # Errors
/// Those of the store.
pub async fn of(store: &dyn Store, ctx: &Ctx) -> Result<Profile> {
    let settings = settings::of(store, ctx).await?;
    let review = review::at(store, ctx, None).await?;
    Ok(Profile {
        name: settings.owner_names.first().cloned(),
        helps: settings.helps,
        excels_at: settings.excels_at,
        differs_by: settings.differs_by,
        targets: settings.targets,
        triggers: review.triggers.clone(),
        recall: review.recall.clone(),
    })
}

/// Keeps what the owner told. Telling it twice changes nothing.
///
/// # Errors
/// [`Code::ValueInvalid`] with the part that has more words than anybody passes on; those of the store.
pub async fn tell(store: &dyn Store, ctx: &Ctx, told: Told) -> Result<()> {
    ctx.require(Rights::Write)?;
    let old = settings::of(store, ctx).await?;
    let new = Settings {
        helps: sentence("helps", told.helps, old.helps.clone())?,
        excels_at: sentence("excels_at", told.excels_at, old.excels_at.clone())?,
        differs_by: sentence("differs_by", told.differs_by, old.differs_by.clone())?,
        ..old.clone()
    };
    if new == old { Ok(()) } else { settings::keep(store, ctx, new).await }
}

fn sentence(
    field: &'static str,
    told: Option<String>,
    before: Option<String>,
) -> Result<Option<String>> {
    let Some(told) = told else { return Ok(before) };
    let words: Vec<&str> = told.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        let problem = format!("has {} words: nobody passes on more than 25", words.len());
        return Err(Error::new(Code::ValueInvalid).field(field, problem));
    }
    Ok(Some(words.join(" ")).filter(|text| !text.is_empty()))
}
