//! The owner's minute: its versions, which one is due and for which meeting it is ready, how long it takes,
//! when it was given and to whom (mission rows 27 to 30 and 34).
//!
//! ```text
//! quick ─▶ keep ─▶ rehearse ─▶ choose (ready) ─lock─▶ gave ─▶ afterwards
//! ```

mod choose;
mod desk;
mod gave;
mod keep;
mod locked;
mod occasion;
mod quick;
mod rehearse;

pub use choose::{Chosen, choose};
pub use desk::{Coming, Desk, Unsaid, Version, desk};
pub use gave::{Given, Kept, afterwards, gave};
pub(crate) use keep::unlocked;
pub use keep::{Words, keep};
pub use quick::{Quick, make, prompts};
pub use rehearse::{Rehearsed, rehearse, timed};

use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Pitch;
use kithwork_store::Store;

/// A minute is prepared for meetings of so many days ahead.
pub const AHEAD: i64 = 35;

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
