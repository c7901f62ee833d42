//! Notes of which nothing was understood, or not all: they wait for the week's close.

use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use jiff::civil::Date;
use kithwork_core::capture::{Unclear, not_read};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Note;
use kithwork_core::handover::OF_A_NOTE;
use kithwork_core::plan::close::Kept;
use kithwork_store::Store;

/// What a note tells and nobody could write down, in its own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotRead {
    /// Meetings of which it doesn't say which group or which days.
    pub meetings: Vec<String>,
    /// What was in a month of which it doesn't say the day.
    pub no_day: Vec<String>,
    /// Preparation that names neither a meeting nor anybody it was for.
    pub no_place: Vec<String>,
}

impl NotRead {
    /// What was not read of a note.
    pub fn of(note: &Note) -> Self {
        let mut left = Self::default();
        for unclear in not_read(&note.text, note.on) {
            match unclear {
                Unclear::Meetings { words } => left.meetings.push(words),
                Unclear::NoDay { words } => left.no_day.push(words),
                Unclear::NoPlace { words } if !is_placed(note, &words) => left.no_place.push(words),
                _ => {}
            }
        }
        left
    }

    /// Whether something of it waits to be said again.
    fn waits(&self) -> bool {
        !self.meetings.is_empty() || !self.no_day.is_empty()
    }
}

/// Whether preparation was for something that the book knows: `prepared 30 minutes for BNI Kendal`.
fn is_placed(note: &Note, words: &str) -> bool {
    let behind = note.text.split_once(words).map_or("", |(_, behind)| behind);
    let is_for = behind.trim_start().starts_with("for ") || words.contains(" for ");
    is_for && !note.facts.is_empty()
}

/// The notes of these days of which nothing was understood, or something that none could date, and nothing
/// is asked; the oldest first.
///
/// # Errors
/// Those of the store.
pub(crate) async fn not_understood(
    store: &dyn Store,
    ctx: &Ctx,
    (from, until): (Date, Date),
) -> Result<Vec<Kept>> {
    ctx.require(Rights::Read)?;
    let mut kept = Vec::new();
    for fact in store.all(ctx.tenant, FactKind::Note).await? {
        if let Fact::Note(note) = fact
            && (from..=until).contains(&note.on)
            && (note.facts.is_empty() || NotRead::of(&note).waits())
        {
            kept.push(Kept { note: note.id, on: note.on, words: note.text });
        }
    }
    if !kept.is_empty() {
        let questions = store.all(ctx.tenant, FactKind::Question).await?;
        let asked = |one: &Kept| {
            let begins = format!("{OF_A_NOTE}{}|", one.note);
            let is_of_it = |fact: &Fact| matches!(fact, Fact::Question(q) if q.is_open() && q.key.starts_with(&begins));
            questions.iter().any(is_of_it)
        };
        kept.retain(|one| !asked(one));
    }
    kept.sort_by_key(|one| (one.on, one.note));
    Ok(kept)
}
