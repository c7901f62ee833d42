//! What the levels of the ladder are called (mission row 15).

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::line::line;
use crate::settings;
use kithwork_core::facts::Settings;
use kithwork_core::ladder::{LABELS, LevelName, level_names};
use kithwork_store::Store;

/// The longest name that fits beside a person's, characters.
const LONGEST: usize = 40;

/// The levels in their order, each with its names.
///
/// # Errors
/// Those of the store.
pub async fn names(store: &dyn Store, ctx: &Ctx) -> Result<Vec<LevelName>> {
    ctx.require(Rights::Read)?;
    Ok(level_names(&settings::of(store, ctx).await?.level_names))
}

/// Gives a level the owner's own name; an empty one brings the plain name back.
///
/// # Errors
/// [`Code::ValueInvalid`] where there is no such level, the name is too long, or another level has it;
/// those of the store.
pub async fn rename(store: &dyn Store, ctx: &Ctx, level: u8, name: &str) -> Result<Vec<LevelName>> {
    ctx.require(Rights::Write)?;
    let invalid = |field, problem: &str| Error::new(Code::ValueInvalid).field(field, problem);
    let at = usize::from(level);
    if at >= LABELS.len() {
        return Err(invalid("level", "is not 0 to 5"));
    }
    let name = line("name", name, LONGEST)?;
    let old = settings::of(store, ctx).await?;
    let is_taken = |other: &LevelName| {
        other.level != level && other.name.to_lowercase() == name.to_lowercase()
    };
    if level_names(&old.level_names).iter().any(is_taken) {
        return Err(invalid("name", "is another level’s already"));
    }
    let mut level_names = old.level_names.clone();
    level_names.resize(LABELS.len(), String::new());
    if let Some(own) = level_names.get_mut(at) {
        *own = name;
    }
    if level_names.iter().all(String::is_empty) {
        level_names.clear();
    }
    settings::keep(store, ctx, Settings { level_names, ..old }).await?;
    names(store, ctx).await
}
